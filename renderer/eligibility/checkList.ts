import {
  ELIGIBILITY_BATCH,
  type EligibilityAnswer,
  type EligibilityProblem,
  type EligibilityReport,
  type EligibilityRequest,
} from '../../contract/eligibility.ts';
import { uncheckedReport } from './uncheckedReport.ts';

export interface ListCheck {
  /** One per VIN, in their order. */
  readonly reports: readonly EligibilityReport[];
  readonly problem: EligibilityProblem | null;
}

export interface ListCheckOptions {
  readonly ask: (request: EligibilityRequest) => Promise<EligibilityAnswer>;
  /** Called with the number of cars that were checked so far. */
  readonly onProgress: (checked: number) => void;
  readonly signal: AbortSignal;
  readonly thisYear: number;
}

/**
 * Checks a list in pieces, one after the other. What keeps one piece from being checked would keep the
 * next ones too, so a problem ends it, unless it was one of single cars; so does `signal`. What was not
 * asked about is reported by what its VIN says.
 */
export async function checkList(
  request: { readonly vins: readonly string[] } & Omit<EligibilityRequest, 'vins'>,
  { ask, onProgress, signal, thisYear }: ListCheckOptions,
): Promise<ListCheck> {
  const { vins, ...same } = request;
  const stopped = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  const reports: EligibilityReport[] = [];
  let problem: EligibilityProblem | null = null;
  while (reports.length < vins.length && (problem === null || problem === 'failed')) {
    const piece = vins.slice(reports.length, reports.length + ELIGIBILITY_BATCH);
    const answer = signal.aborted
      ? null
      : await Promise.race([ask({ ...same, vins: piece }), stopped]);
    if (answer === null) break;
    reports.push(...answer.reports);
    problem = answer.problem ?? problem;
    onProgress(reports.length);
  }
  const rest = vins.slice(reports.length).map((vin) => uncheckedReport(vin, thisYear));
  return { reports: [...reports, ...rest], problem };
}
