import {
  type ActivityEntry,
  type ActivityFilter,
  type ActivityPage,
  NAMED_VEHICLES,
} from '../../../contract/activity.ts';
import type { NewActivity } from './localCopy.ts';
import { foldCase, type Sql } from './sqlite.ts';

const DAY_MS = 86_400_000;

const APPEND = `
  INSERT INTO activity (at, kind, event, result, person, vehicles, vehicle_name, facts)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

/** Adds what happened; every vehicle is named, so that it can be looked for. */
export function appendActivity(sql: Sql, entry: NewActivity): void {
  const { at, kind, event, result, by, vehicleIds, vehicleName, facts } = entry;
  const count = vehicleIds.length;
  const text = JSON.stringify(facts);
  sql.run(APPEND, Date.parse(at), kind, event, result, by, count, vehicleName, text);
  const id = sql.one<{ id: number }>('SELECT last_insert_rowid() AS id')?.id ?? 0;
  for (const vehicle of vehicleIds) {
    sql.run('INSERT OR IGNORE INTO activity_vehicles VALUES (?, ?)', vehicle, id);
  }
}

interface Row extends Pick<ActivityEntry, 'id' | 'kind' | 'event' | 'result' | 'vehicles'> {
  readonly at: number;
  readonly person: string | null;
  readonly vehicle_name: string | null;
  readonly facts: string;
}

function conditions(filter: ActivityFilter): { text: string; values: (string | number)[] } {
  const parts: string[] = [];
  const values: (string | number)[] = [];
  const add = (part: string, ...given: (string | number)[]) => {
    parts.push(` AND ${part}`);
    values.push(...given);
  };
  if (filter.kind !== null) add('kind = ?', filter.kind);
  if (filter.by !== null) add('person = ?', filter.by);
  if (filter.vehicleId !== null) {
    add('id IN (SELECT activity FROM activity_vehicles WHERE vehicle = ?)', filter.vehicleId);
  }
  if (filter.text !== '') {
    const names = "coalesce(person, '') || ' ' || coalesce(vehicle_name, '')";
    const found = `instr(fold_case(${names}), ?) > 0`;
    // One parameter for any number of words, so that the statement is prepared once.
    add(
      `(${found} OR event IN (SELECT value FROM json_each(?)))`,
      foldCase(filter.text),
      JSON.stringify(filter.events),
    );
  }
  return { text: parts.join(''), values };
}

/** What happened, newest first, before the entry with the number `before`. */
export function activityPage(
  sql: Sql,
  filter: ActivityFilter,
  before: number | null,
  limit: number,
): ActivityPage {
  const { text, values } = conditions(filter);
  const rows = sql.all<Row>(
    `SELECT * FROM activity WHERE id < ?${text} ORDER BY id DESC LIMIT ?`,
    before ?? Number.MAX_SAFE_INTEGER,
    ...values,
    limit + 1,
  );
  const entries = rows.slice(0, limit).map((row): ActivityEntry => {
    const { id, at, kind, event, result, person, vehicles, vehicle_name, facts } = row;
    const named = sql.all<{ vehicle: string }>(
      'SELECT vehicle FROM activity_vehicles WHERE activity = ? ORDER BY vehicle LIMIT ?',
      id,
      NAMED_VEHICLES,
    );
    return {
      ...{ id, kind, event, result, vehicles, by: person, vehicleName: vehicle_name },
      at: new Date(at).toISOString(),
      vehicleIds: named.map(({ vehicle }) => vehicle),
      facts: JSON.parse(facts),
    };
  });
  const people = sql.all<{ person: string }>(
    'SELECT DISTINCT person FROM activity WHERE person IS NOT NULL ORDER BY person LIMIT 200',
  );
  return {
    entries,
    next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null,
    people: people.map(({ person }) => person),
  };
}

/** Deletes at most `limit` entries that are too old; answers whether there may be more. */
export function dropOldActivity(sql: Sql, now: number, limit: number, keptDays: number): boolean {
  const text =
    'DELETE FROM activity WHERE id IN (SELECT id FROM activity WHERE at < ? ORDER BY at LIMIT ?)';
  return sql.run(text, now - keptDays * DAY_MS, limit) === limit;
}
