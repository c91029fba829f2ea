import type { AlertSettings } from '../../../contract/alerts.ts';
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

/**
 * What is looked for above the table, the most pressing first; old is what the cells call so, low what
 * the fleet's alert rule does.
 */
export function attentionSearches(
  refreshEveryHours: number | null,
  { rules }: Pick<AlertSettings, 'rules'>,
): readonly AttentionSearch[] {
  return [
    // As the message of ended sign-ins writes it, which then offers no second way to the same rows.
    { kind: 'reconnect', query: 'err:reconnect' },
    { kind: 'lowCharge', query: `soc<${Math.round(rules.lowBattery.threshold * 100)}` },
    { kind: 'stale', query: ageTerm(staleAfterHours(refreshEveryHours)) },
  ];
}
