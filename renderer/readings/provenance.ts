import type { TFunction } from 'i18next';
import type { GoodReading, Reading } from '../../contract/readings.ts';
import { exactTime } from '../format/time.ts';
import { reasonOf } from './reason.ts';

/** Both exact times of a value, one per line, for tooltips. */
export function timesText(t: TFunction, { measuredAt, fetchedAt }: GoodReading): string {
  const measured =
    measuredAt === null
      ? t('age.notMeasured')
      : t('age.measuredAt', { time: exactTime(measuredAt) });
  return `${measured}\n${t('age.fetchedAt', { time: exactTime(fetchedAt) })}`;
}

/** Why there is no newer value, in one sentence, with the next try where Smartcar named one. */
function reasonText(t: TFunction, reading: Reading): string | null {
  const reason = reasonOf(reading);
  if (!reason) return null;
  const sentence = t(`reason.long.${reason}`);
  const retryAt = reading.problem?.retryAt ?? null;
  return retryAt === null
    ? sentence
    : `${sentence} ${t('reason.nextTry', { time: exactTime(retryAt) })}.`;
}

/**
 * The whole story of a value for its tooltip, one fact per line: when the car measured it, when
 * Smartcar fetched it, when Motorpool last asked (ISO 8601), and why there is no newer one.
 */
export function provenance(t: TFunction, reading: Reading, askedAt: string | null): string {
  const reason = reasonText(t, reading);
  const lines: string[] = [];
  if (reading.last) lines.push(timesText(t, reading.last));
  else if (reason !== null) lines.push(reason);
  if (askedAt !== null) lines.push(t('age.askedAt', { time: exactTime(askedAt) }));
  if (reading.last && reason !== null) lines.push(t('reason.newerMissing', { reason }));
  return lines.join('\n');
}
