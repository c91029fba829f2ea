import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/amount.ts';
import { dayText, shortTime, spanText } from '../format/time.ts';
import { useQueue } from '../state/cache.ts';
import { useSeconds } from '../state/clock.ts';
import { useFleetSummary } from '../state/fleet/hooks.ts';
import { type Meter, meterOf } from './meter.ts';

const MINUTE_MS = 60_000;

/** A wait up to this long is counted down; a longer one is told by the clock. */
const COUNTED_DOWN_MS = 10 * MINUTE_MS;

/** What the meter shows, as few words. */
function meterWords(t: TFunction, meter: Meter, now: number): string {
  switch (meter.kind) {
    case 'fine':
      return t('meter.fine', {
        calls: formatCount(meter.calls),
        capacity: formatCount(meter.capacity),
      });
    case 'waiting':
    case 'throttled': {
      const wait = Date.parse(meter.nextAt) - now;
      return wait <= COUNTED_DOWN_MS
        ? t('meter.nextIn', { time: spanText(wait) })
        : t('meter.nextAt', { time: shortTime(meter.nextAt, now) });
    }
    case 'exhausted':
      return meter.until === null
        ? t('meter.suspended')
        : t('meter.exhausted', { date: dayText(meter.until, now) });
  }
}

/** The budget as the meter shows it, kept true as time passes. */
export function useMeter(): { readonly meter: Meter; readonly words: string } {
  const { t } = useTranslation();
  const { budget } = useQueue();
  const { count } = useFleetSummary();
  const now = useSeconds();
  const meter = meterOf(budget, count, now);
  return { meter, words: meterWords(t, meter, now) };
}
