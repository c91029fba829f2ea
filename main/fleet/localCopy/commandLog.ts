import type { CommandRecord } from '../../../contract/commands.ts';
import type { Sql } from './sqlite.ts';
import { findKey, keyOf } from './vehicleIds.ts';

const DAY_MS = 86_400_000;

const SAVE = `
  INSERT INTO commands (vehicle, run_id, started_at, command) VALUES (?, ?, ?, ?)
  ON CONFLICT (vehicle, run_id) DO UPDATE SET command = excluded.command`;

/** Notes where a command stands; its newest state is kept. */
export function saveCommand(sql: Sql, record: CommandRecord): void {
  const vehicle = keyOf(sql, record.vehicleId);
  sql.run(SAVE, vehicle, record.runId, Date.parse(record.startedAt), JSON.stringify(record));
}

export function commandsOf(sql: Sql, vehicleId: string, limit: number): readonly CommandRecord[] {
  const vehicle = findKey(sql, vehicleId);
  if (vehicle === null) return [];
  const text = 'SELECT command FROM commands WHERE vehicle = ? ORDER BY started_at DESC LIMIT ?';
  return sql
    .all<{ command: string }>(text, vehicle, limit)
    .map(({ command }) => JSON.parse(command) as CommandRecord);
}

/** Commands are kept as long as the history of values. */
export function dropOldCommands(sql: Sql, vehicle: number, now: number, keptDays: number): void {
  const before = now - keptDays * DAY_MS;
  sql.run('DELETE FROM commands WHERE vehicle = ? AND started_at < ?', vehicle, before);
}
