import type { CallPage, CallRecord } from '../../../contract/callLog.ts';
import type { Sql } from './sqlite.ts';
import { findKey, keyOf } from './vehicleIds.ts';

const DAY_MS = 86_400_000;

type NewCall = Omit<CallRecord, 'id'>;

export function appendCall(sql: Sql, call: NewCall): void {
  const { vehicleId, at, ...rest } = call;
  const vehicle = vehicleId === null ? null : keyOf(sql, vehicleId);
  sql.run(
    'INSERT INTO calls (vehicle, at, call) VALUES (?, ?, ?)',
    vehicle,
    Date.parse(at),
    JSON.stringify(rest),
  );
}

interface CallRow {
  readonly id: number;
  readonly at: number;
  readonly call: string;
}

export function callsOf(
  sql: Sql,
  vehicleId: string,
  before: number | null,
  limit: number,
): CallPage {
  const vehicle = findKey(sql, vehicleId);
  if (vehicle === null) return { calls: [], next: null };
  const text = `
    SELECT id, at, call FROM calls WHERE vehicle = ? AND id < ? ORDER BY id DESC LIMIT ?`;
  const rows = sql.all<CallRow>(text, vehicle, before ?? Number.MAX_SAFE_INTEGER, limit + 1);
  const calls = rows.slice(0, limit).map(({ id, at, call }): CallRecord => {
    const rest: Omit<NewCall, 'vehicleId' | 'at'> = JSON.parse(call);
    return { id, vehicleId, at: new Date(at).toISOString(), ...rest };
  });
  return { calls, next: rows.length > limit ? (calls.at(-1)?.id ?? null) : null };
}

/** Deletes at most `limit` calls that are too old; answers whether there may be more. */
export function dropOldCalls(sql: Sql, now: number, limit: number, keptDays: number): boolean {
  const text =
    'DELETE FROM calls WHERE id IN (SELECT id FROM calls WHERE at < ? ORDER BY at LIMIT ?)';
  return sql.run(text, now - keptDays * DAY_MS, limit) === limit;
}
