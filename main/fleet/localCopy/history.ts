import { type GoodReading, READING_KINDS, type ReadingKind } from '../../../contract/readings.ts';
import type { HistoryEntry } from './localCopy.ts';
import type { Sql } from './sqlite.ts';
import { DamagedError } from './troubles.ts';
import { findKey } from './vehicleIds.ts';

const DAY_MS = 86_400_000;
/** After so many days one value per day is enough. */
const WHOLE_DAYS = 30;

/** How kinds are written in the database; numbers are never given anew. */
const KIND_NUMBERS: Readonly<Record<ReadingKind, number>> = {
  odometer: 1,
  fuel: 2,
  battery: 3,
  charge: 4,
  location: 5,
  tires: 6,
  engineOil: 7,
  security: 8,
};
const ALL_KINDS = Object.values(KIND_NUMBERS).join(', ');

/** The kind that such a number stands for. */
export function kindOfNumber(number: number): ReadingKind {
  const kind = READING_KINDS.find((one) => KIND_NUMBERS[one] === number);
  if (!kind) throw new DamagedError('A kind of reading that there is not');
  return kind;
}

/** The same moment again is the same value again: cars answer what they measured last. */
const APPEND = `
  INSERT INTO history (vehicle, kind, moment, is_measured, fetched_at, value)
  VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;

/** Adds a value; one of a vehicle that is gone is left out. Answers whether it is new. */
export function appendHistory(sql: Sql, { vehicleId, kind, reading }: HistoryEntry): boolean {
  const vehicle = findKey(sql, vehicleId);
  if (vehicle === null) return false;
  const { value, measuredAt, fetchedAt } = reading;
  const changes = sql.run(
    APPEND,
    vehicle,
    KIND_NUMBERS[kind],
    Date.parse(measuredAt ?? fetchedAt),
    Number(measuredAt !== null),
    Date.parse(fetchedAt),
    JSON.stringify(value),
  );
  return changes > 0;
}

interface HistoryRow {
  readonly moment: number;
  readonly is_measured: 0 | 1;
  readonly fetched_at: number;
  readonly value: string;
}

function isoOf(moment: number): string {
  return new Date(moment).toISOString();
}

export function historyOf<K extends ReadingKind>(
  sql: Sql,
  vehicleId: string,
  kind: K,
  from: string,
): readonly GoodReading<K>[] {
  const vehicle = findKey(sql, vehicleId);
  if (vehicle === null) return [];
  const text = `
    SELECT moment, is_measured, fetched_at, value FROM history
    WHERE vehicle = ? AND kind = ? AND moment >= ? ORDER BY moment`;
  return sql.all<HistoryRow>(text, vehicle, KIND_NUMBERS[kind], Date.parse(from)).map((row) => ({
    value: JSON.parse(row.value),
    measuredAt: row.is_measured === 1 ? isoOf(row.moment) : null,
    fetchedAt: isoOf(row.fetched_at),
  }));
}

/** Days are those of UTC. A value goes where a later one of its day stays. */
const THIN = `
  DELETE FROM history
  WHERE vehicle = ?1 AND kind IN (${ALL_KINDS}) AND moment < ?2 AND (
    moment < ?3 OR EXISTS (
      SELECT 1 FROM history AS later
      WHERE later.vehicle = history.vehicle AND later.kind = history.kind
        AND later.moment > history.moment
        AND later.moment < (history.moment / ${DAY_MS} + 1) * ${DAY_MS}))`;

/** Thins the history of one vehicle, whole days only; `keptDays` of `null` deletes nothing for its age. */
export function thinHistory(sql: Sql, vehicle: number, now: number, keptDays: number | null): void {
  const today = Math.floor(now / DAY_MS);
  const thinBefore = (today - WHOLE_DAYS) * DAY_MS;
  const deleteBefore = keptDays === null ? 0 : (today - keptDays) * DAY_MS;
  sql.run(THIN, vehicle, thinBefore, deleteBefore);
}
