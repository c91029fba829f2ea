import type { QuietHours } from '../../contract/alerts.ts';
import { timeOn } from '../../contract/timeOfDay.ts';

/**
 * Until when (milliseconds since the epoch) nobody is to be disturbed; `null` where it is not quiet.
 * The hours are those that clocks on the wall show, on nights in which they are changed as well. The
 * same time twice means the whole day.
 */
export function quietUntil({ on, from, until, days }: QuietHours, now: number): number | null {
  if (!on) return null;
  const moment = new Date(now);
  const nights = until <= from ? 1 : 0;
  for (const start of [0, -1]) {
    const begin = timeOn(moment, start, from);
    const end = timeOn(moment, start + nights, until).getTime();
    if (days.includes(begin.getDay()) && now >= begin.getTime() && now < end) return end;
  }
  return null;
}
