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
export function reasonText(t: TFunction, reading: Reading): string | null {
  const reason = reasonOf(reading);
  if (!reason) return null;
  const sentence = t(`reason.long.${reason}`);
  const retryAt = reading.problem?.retryAt ?? null;
  return retryAt === null
    ? sentence
    : `${sentence} ${t('reason.nextTry', { time: exactTime(retryAt) })}.`;
}

/** The whole story of a value for its tooltip: its times, and why there is no newer one. */
export function provenance(t: TFunction, reading: Reading): string {
  const reason = reasonText(t, reading);
  if (!reading.last) return reason ?? '';
  const times = timesText(t, reading.last);
  return reason === null ? times : `${times}\n${t('reason.newerMissing', { reason })}`;
}
