import type { TFunction } from 'i18next';
import type { Alert } from '../../contract/alerts.ts';
import { amountWords, formatFraction, formatPressure } from '../format/amount.ts';
import { hoursText } from '../format/time.ts';

const DAY_HOURS = 24;
const COUNTED_IN_HOURS = 48;

/** Nobody counts a week in hours. */
function wholeSpan(hours: number): number {
  return hours < COUNTED_IN_HOURS ? Math.round(hours) : Math.round(hours / DAY_HOURS) * DAY_HOURS;
}

/** What was found, with its value: "Low on charge: 18 %". */
export function alertWords(t: TFunction, { kind, tire, value }: Alert): string {
  if (value === null) return t(`alerts.kind.${kind}`);
  switch (kind) {
    case 'accessEnded':
      return t('alerts.kind.accessEnded');
    case 'lowBattery':
    case 'lowFuel':
      return t(`alerts.found.${kind}`, { value: amountWords(formatFraction(value)) });
    case 'lowTire':
      return t('alerts.found.lowTire', {
        tire: t(`alerts.tire.${tire ?? 'frontLeft'}`),
        value: amountWords(formatPressure(value)),
      });
    case 'stale':
      return t('alerts.found.stale', { span: hoursText(wholeSpan(value)) });
  }
}

/**
 * The newest first, whether seen or not: an entry stays in its place when it is marked. Of those of one
 * moment the main process tells the seen ones last, so these are put by their vehicles.
 */
export function newestFirst(alerts: readonly Alert[]): readonly Alert[] {
  return alerts.toSorted(
    (one, other) =>
      Date.parse(other.since) - Date.parse(one.since) ||
      one.vehicleId.localeCompare(other.vehicleId),
  );
}
