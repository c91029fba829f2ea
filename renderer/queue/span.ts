import type { TFunction } from 'i18next';
import { formatCount } from '../format/amount.ts';

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** Beyond this, single minutes would claim more than an estimate knows. */
const ROUGH_FROM_MINUTES = 90;
const ROUGH_STEP_MINUTES = 10;

/** How long something takes, as precise as an estimate can be: "34 min", "2 h 10 min", "3 d". */
export function spanWords(t: TFunction, ms: number): string {
  const minutes = Math.ceil(Math.max(0, ms) / MINUTE_MS);
  if (minutes <= 1) return t('span.minute');
  if (minutes === HOUR_MINUTES) return t('span.hours', { value: formatCount(1) });
  if (minutes < ROUGH_FROM_MINUTES) return t('span.minutes', { value: formatCount(minutes) });
  const rough = Math.round(minutes / ROUGH_STEP_MINUTES) * ROUGH_STEP_MINUTES;
  if (rough < DAY_MINUTES) {
    const hours = formatCount(Math.floor(rough / HOUR_MINUTES));
    const rest = rough % HOUR_MINUTES;
    if (rest === 0) return t('span.hours', { value: hours });
    return t('span.hoursAndMinutes', { hours, minutes: formatCount(rest) });
  }
  const hours = Math.round(minutes / HOUR_MINUTES);
  if (hours < 48) return t('span.hours', { value: formatCount(hours) });
  return t('span.days', { value: formatCount(Math.round(minutes / DAY_MINUTES)) });
}
