import type { Vehicle } from './vehicles.ts';

/** The beginning of the month (UTC) after the one of `now`: when plans begin to count anew. */
export function nextMonth(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
}

/** The month that was last asked for: lists ask for the same one thousands of times. */
let last = { from: 0, to: 0, name: '' };

/** The month (UTC) of `now` as the vehicles' counts of calls name it, e.g. `2026-11`. */
export function monthOf(now: number): string {
  if (now < last.from || now >= last.to) {
    const name = new Date(now).toISOString().slice(0, 7);
    last = { from: Date.parse(`${name}-01T00:00:00Z`), to: nextMonth(now), name };
  }
  return last.name;
}

/** A vehicle's calls in the month of `now`; those of another month are past. */
export function callsThisMonth({ month, count }: Vehicle['calls'], now: number): number {
  return month === monthOf(now) ? count : 0;
}
