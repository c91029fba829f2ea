import type { GoodReading } from '../../../contract/readings.ts';
import {
  leadingNumber,
  SMALL_LINE_KINDS,
  type SmallLine,
  type SmallLineKind,
  type SmallLines,
  type TrendHistory,
  type TrendKind,
  type Trends,
} from '../../../contract/trends.ts';
import { historyOf } from './history.ts';
import type { Sql } from './sqlite.ts';

/** More than a chart has pixels for. */
const MOST_READINGS = 2_000;
/** A small line is some forty pixels wide. */
const MOST_IN_SMALL_LINE = 60;

/**
 * At most `most` of these, for drawing: the first and the last, and of each run of neighbours the lowest
 * and the highest, so that no peak is lost. What lies far apart stays about as far apart.
 */
export function thinned<T>(
  all: readonly T[],
  most: number,
  numberOf: (one: T) => number,
): readonly T[] {
  if (all.length <= most) return all;
  const runs = Math.max(1, Math.floor(most / 2) - 1);
  const kept = new Set([0, all.length - 1]);
  for (let run = 0; run < runs; run += 1) {
    const from = Math.floor((run * all.length) / runs);
    const to = Math.floor(((run + 1) * all.length) / runs);
    let [lowest, highest] = [from, from];
    for (let at = from; at < to; at += 1) {
      const number = numberOf(all[at] as T);
      if (number < numberOf(all[lowest] as T)) lowest = at;
      if (number > numberOf(all[highest] as T)) highest = at;
    }
    kept.add(lowest).add(highest);
  }
  return [...kept].sort((one, other) => one - other).map((at) => all[at] as T);
}

function trendOf<K extends TrendKind>(
  sql: Sql,
  vehicleId: string,
  kind: K,
  from: string,
): TrendHistory<K> {
  const all = historyOf(sql, vehicleId, kind, from);
  const numberOf = ({ value }: GoodReading<K>) => leadingNumber(kind, value) ?? 0;
  return { readings: thinned(all, MOST_READINGS, numberOf), total: all.length };
}

/** The courses of these kinds since `from` (ISO 8601), with few enough values to draw. */
export function trendsOf(
  sql: Sql,
  vehicleId: string,
  kinds: readonly TrendKind[],
  from: string,
): Trends {
  return Object.fromEntries(kinds.map((kind) => [kind, trendOf(sql, vehicleId, kind, from)]));
}

function smallLineOf(sql: Sql, vehicleId: string, kind: SmallLineKind, from: string): SmallLine {
  const points = historyOf(sql, vehicleId, kind, from).flatMap(
    ({ value, measuredAt, fetchedAt }): SmallLine => {
      const number = leadingNumber(kind, value);
      return number === null ? [] : [[Date.parse(measuredAt ?? fetchedAt), number]];
    },
  );
  return thinned(points, MOST_IN_SMALL_LINE, ([, number]) => number);
}

/** The small lines of several vehicles since `from` (ISO 8601). */
export function smallLinesOf(
  sql: Sql,
  vehicleIds: readonly string[],
  from: string,
): readonly SmallLines[] {
  return vehicleIds.map((vehicleId) => ({
    vehicleId,
    lines: Object.fromEntries(
      SMALL_LINE_KINDS.map((kind) => [kind, smallLineOf(sql, vehicleId, kind, from)]),
    ) as SmallLines['lines'],
  }));
}
