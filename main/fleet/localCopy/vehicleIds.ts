import type { Sql } from './sqlite.ts';

const FIND = 'SELECT key FROM vehicle_ids WHERE id = ?';

/** The number of a vehicle inside the database; `null` where it has none. */
export function findKey(sql: Sql, id: string): number | null {
  return sql.one<{ key: number }>(FIND, id)?.key ?? null;
}

/** The number of a vehicle; a new one where it has none. */
export function keyOf(sql: Sql, id: string): number {
  const known = findKey(sql, id);
  if (known !== null) return known;
  const made = sql.one<{ key: number }>(
    'INSERT INTO vehicle_ids (id) VALUES (?) RETURNING key',
    id,
  );
  if (!made) throw new Error('No number for a vehicle');
  return made.key;
}
