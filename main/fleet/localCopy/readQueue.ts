import type { BucketRow, QueueRow } from './localCopy.ts';
import type { Sql } from './sqlite.ts';
import { findKey, keyOf } from './vehicleIds.ts';

const SAVE = `
  INSERT INTO queue (vehicle, asked_by, asked_at, attempts, not_before) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (vehicle) DO UPDATE SET
    asked_by = excluded.asked_by,
    asked_at = excluded.asked_at,
    attempts = excluded.attempts,
    not_before = excluded.not_before`;

export function saveQueued(sql: Sql, row: QueueRow): void {
  const vehicle = keyOf(sql, row.vehicleId);
  sql.run(SAVE, vehicle, row.askedBy, row.askedAt, row.attempts, row.notBefore);
}

export function dropQueued(sql: Sql, vehicleId: string): void {
  const vehicle = findKey(sql, vehicleId);
  if (vehicle !== null) sql.run('DELETE FROM queue WHERE vehicle = ?', vehicle);
}

export function queuedReads(sql: Sql): readonly QueueRow[] {
  const text = `
    SELECT ids.id AS vehicleId, asked_by AS askedBy, asked_at AS askedAt, attempts,
      not_before AS notBefore
    FROM queue JOIN vehicle_ids AS ids ON ids.key = queue.vehicle`;
  return sql.all<QueueRow>(text).map((row) => ({ ...row }));
}

const SAVE_BUCKET = `
  INSERT INTO buckets (application, tokens, uptime_ms) VALUES (?, ?, ?)
  ON CONFLICT (application) DO UPDATE SET
    tokens = excluded.tokens, uptime_ms = excluded.uptime_ms`;

export function saveBucket(sql: Sql, application: string, row: BucketRow): void {
  sql.run(SAVE_BUCKET, application, row.tokens, row.uptimeMs);
}

export function bucketOf(sql: Sql, application: string): BucketRow | null {
  const text = 'SELECT tokens, uptime_ms AS uptimeMs FROM buckets WHERE application = ?';
  const row = sql.one<BucketRow>(text, application);
  return row && { ...row };
}
