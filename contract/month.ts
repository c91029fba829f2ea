import type { Vehicle } from './vehicles.ts';

/** The beginning of the month (UTC) after the one of `now`: when plans begin to count anew. */
export function nextMonth(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
}

const nameOf = (time: number) => new Date(time).toISOString().slice(0, 7);

/** The months that were last asked for: lists ask for the same ones thousands of times. */
let last = { from: 0, to: 0, name: '', following: '' };

function monthsAt(now: number): typeof last {
  if (now < last.from || now >= last.to) {
    const name = nameOf(now);
    const to = nextMonth(now);
    last = { from: Date.parse(`${name}-01T00:00:00Z`), to, name, following: nameOf(to) };
  }
  return last;
}

/** The month (UTC) of `now` as the vehicles' counts of calls name it, e.g. `2026-11`. */
export function monthOf(now: number): string {
  return monthsAt(now).name;
}

/**
 * The month in which a vehicle's next call is counted: that of `now`, or the following one where it was
 * begun already by a clock that was ahead. Setting the clock back gives no calls away.
 */
export function countingMonth({ month }: Vehicle['calls'], now: number): string {
  const { name, following } = monthsAt(now);
  return month === following ? following : name;
}

/** A vehicle's calls in the month of `now`; those of an earlier month are past. */
export function callsThisMonth(calls: Vehicle['calls'], now: number): number {
  return calls.month === countingMonth(calls, now) ? calls.count : 0;
}
