import type { AlertKind } from '../../../contract/alerts.ts';

/** What somebody has to see to, as a search that finds the vehicles. */
export interface AttentionSearch {
  /** The words under `attention`. */
  readonly kind: AlertKind;
  readonly query: string;
}

/**
 * What is looked for above the table, the most pressing first: what the alert rules of the fleet and of
 * its groups found, seen or not. A rule that is off for all finds nothing, and its number falls away.
 */
export const ATTENTION_SEARCHES: readonly AttentionSearch[] = [
  { kind: 'accessEnded', query: 'alert:lost' },
  { kind: 'lowBattery', query: 'alert:battery' },
  { kind: 'lowFuel', query: 'alert:fuel' },
  { kind: 'lowTire', query: 'alert:tire' },
  { kind: 'stale', query: 'alert:stale' },
];
