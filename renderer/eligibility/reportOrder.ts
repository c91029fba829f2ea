import type { EligibilityReport } from '../../contract/eligibility.ts';

export const LIKELIHOODS = [
  'likely',
  'unknown',
  'unlikely',
] as const satisfies readonly EligibilityReport['likelihood'][];

/** What to show of a list: all of it, or the cars of one likelihood. */
export type ReportFilter = 'all' | EligibilityReport['likelihood'];

function rank({ likelihood, reason }: EligibilityReport): number {
  return reason === 'vin_invalid' ? LIKELIHOODS.length : LIKELIHOODS.indexOf(likelihood);
}

/** The cars worth connecting first, what is no VIN last; otherwise as they were pasted. */
export function sortReports(reports: readonly EligibilityReport[]): readonly EligibilityReport[] {
  return reports.toSorted((a, b) => rank(a) - rank(b));
}

export function filterReports(
  reports: readonly EligibilityReport[],
  filter: ReportFilter,
): readonly EligibilityReport[] {
  return filter === 'all' ? reports : reports.filter(({ likelihood }) => likelihood === filter);
}
