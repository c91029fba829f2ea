import { staleAfterHours } from '../../readings/freshness.ts';

const DAY_HOURS = 24;

/** What somebody has to see to, as a search that finds the vehicles. */
export interface AttentionSearch {
  /** The words under `attention`. */
  readonly kind: 'reconnect' | 'lowCharge' | 'stale';
  readonly query: string;
}

function ageTerm(hours: number): string {
  return hours % DAY_HOURS === 0 ? `age>${hours / DAY_HOURS}d` : `age>${hours}h`;
}

/** What is looked for above the table, the most pressing first; old is what the cells call so. */
export function attentionSearches(refreshEveryHours: number | null): readonly AttentionSearch[] {
  return [
    // As the message of ended sign-ins writes it, which then offers no second way to the same rows.
    { kind: 'reconnect', query: 'err:reconnect' },
    { kind: 'lowCharge', query: 'soc<20' },
    { kind: 'stale', query: ageTerm(staleAfterHours(refreshEveryHours)) },
  ];
}
