import type { CallStats } from '../../../contract/health.ts';
import type { Sql } from './sqlite.ts';

/** Nearest rank: the smallest duration that so many percent of the answers did not exceed. */
const DURATIONS = `
  WITH answered AS (
    SELECT json_extract(call, '$.durationMs') AS ms,
      row_number() OVER (ORDER BY json_extract(call, '$.durationMs')) AS place,
      count(*) OVER () AS total
    FROM calls WHERE at >= ? AND json_extract(call, '$.status') IS NOT NULL)
  SELECT
    max(CASE WHEN place = (total * 50 + 99) / 100 THEN ms END) AS p50,
    max(CASE WHEN place = (total * 95 + 99) / 100 THEN ms END) AS p95
  FROM answered`;

const ERRORS = `
  SELECT coalesce(json_extract(call, '$.code'), 'HTTP ' || json_extract(call, '$.status'), 'NETWORK')
    AS type, count(*) AS count
  FROM calls
  WHERE at >= ? AND coalesce(json_extract(call, '$.status'), 599) >= 400
  GROUP BY type ORDER BY count DESC, type LIMIT 20`;

/** How calls went that were made at or after `from`, in milliseconds since the epoch. */
export function callStats(sql: Sql, from: number): CallStats {
  const counted = sql.one<{ count: number }>(
    'SELECT count(*) AS count FROM calls WHERE at >= ?',
    from,
  );
  const durations = sql.one<{ p50: number | null; p95: number | null }>(DURATIONS, from);
  const errors = sql.all<{ type: string; count: number }>(ERRORS, from);
  return {
    calls: counted?.count ?? 0,
    p50Ms: durations?.p50 ?? null,
    p95Ms: durations?.p95 ?? null,
    errors: errors.map(({ type, count }) => ({ type, count })),
  };
}
