import { type ImportedCar, type ImportedPage, packCar } from '../../../contract/importedCars.ts';
import type { ImportChange } from './localCopy.ts';
import type { Sql } from './sqlite.ts';

interface Row {
  readonly application: string;
  readonly labelled: 0 | 1;
  readonly place: number;
  readonly vin: string;
  readonly imported_at: number;
  readonly name: string | null;
  readonly plate: string | null;
  readonly driver: string | null;
  readonly fleet_group: string | null;
  readonly notes: string | null;
  readonly likelihood: ImportedCar['likelihood'];
  readonly reason: ImportedCar['reason'];
  readonly capable: string;
  readonly missing: string;
}

/** What a newer list leaves empty stays, and so does what Smartcar said where it was not asked again. */
const MERGE = `
  INSERT INTO imported (
    application, vin, imported_at, name, plate, driver, fleet_group, notes,
    likelihood, reason, capable, missing
  ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (application, vin) DO UPDATE SET
    imported_at = min(imported_at, excluded.imported_at),
    name = coalesce(excluded.name, name),
    plate = coalesce(excluded.plate, plate),
    driver = coalesce(excluded.driver, driver),
    fleet_group = coalesce(excluded.fleet_group, fleet_group),
    notes = coalesce(excluded.notes, notes),
    likelihood = iif(excluded.reason = 'not_checked', likelihood, excluded.likelihood),
    reason = iif(excluded.reason = 'not_checked', reason, excluded.reason),
    capable = iif(excluded.reason = 'not_checked', capable, excluded.capable),
    missing = iif(excluded.reason = 'not_checked', missing, excluded.missing)`;

function carOf(row: Row): ImportedCar {
  const { vin, name, plate, driver, notes, likelihood, reason } = row;
  return {
    ...{ vin, importedAt: row.imported_at, likelihood, reason },
    labels: { name, plate, driver, group: row.fleet_group, notes },
    capable: JSON.parse(row.capable),
    missing: JSON.parse(row.missing),
  };
}

/** Takes cars out, puts cars in, notes whose labels are with their vehicle, then moves the list. */
export function changeImports(sql: Sql, change: ImportChange): void {
  const { application, dropped = [], cars = [], labelled = [], movedTo } = change;
  if (dropped === 'all') {
    sql.run('DELETE FROM imported WHERE application = ?', application);
  } else {
    for (const vin of dropped) {
      sql.run('DELETE FROM imported WHERE application = ? AND vin = ?', application, vin);
    }
  }
  for (const { vin, importedAt, labels, likelihood, reason, capable, missing } of cars) {
    const { name, plate, driver, group, notes } = labels;
    const told = [likelihood, reason, JSON.stringify(capable), JSON.stringify(missing)] as const;
    sql.run(MERGE, application, vin, importedAt, name, plate, driver, group, notes, ...told);
  }
  for (const vin of labelled) {
    const text = 'UPDATE imported SET labelled = 1 WHERE application = ? AND vin = ?';
    sql.run(text, application, vin);
  }
  if (movedTo === undefined) return;
  const move = 'UPDATE OR IGNORE imported SET application = ? WHERE application = ?';
  sql.run(move, movedTo, application);
  sql.run('DELETE FROM imported WHERE application = ?', application);
}

/** The list after a place, packed for the screens. Throws `SyntaxError` where a row is damaged. */
export function importedPage(
  sql: Sql,
  application: string,
  after: number,
  limit: number,
): ImportedPage {
  const text = 'SELECT * FROM imported WHERE application = ? AND place > ? ORDER BY place LIMIT ?';
  const rows = sql.all<Row>(text, application, after, limit);
  return {
    text: rows.map((row) => packCar(carOf(row))).join('\n'),
    next: rows.length < limit ? null : (rows.at(-1)?.place ?? null),
  };
}

/** The VINs whose labels are still to be given to a vehicle. */
export function unlabelledVins(sql: Sql, application: string): readonly string[] {
  const text = 'SELECT vin FROM imported WHERE application = ? AND labelled = 0';
  return sql.all<{ vin: string }>(text, application).map(({ vin }) => vin);
}

/** Those of the list that have one of these VINs. Throws `SyntaxError` where a row is damaged. */
export function carsByVin(
  sql: Sql,
  application: string,
  vins: readonly string[],
): readonly ImportedCar[] {
  const text = `
    SELECT * FROM imported
    WHERE application = ? AND vin IN (SELECT value FROM json_each(?)) ORDER BY place`;
  return sql.all<Row>(text, application, JSON.stringify(vins)).map(carOf);
}

/** A car of one of the lists, with what the list knows besides. */
export interface KeptCar {
  readonly application: string;
  /** The vehicle has the labels of the list by now. */
  readonly labelled: boolean;
  readonly car: ImportedCar;
}

/** The cars of all lists after a place. Throws `SyntaxError` where a row is damaged. */
export function keptCars(
  sql: Sql,
  after: number,
  limit: number,
): readonly { readonly place: number; readonly kept: KeptCar }[] {
  const rows = sql.all<Row>(
    'SELECT * FROM imported WHERE place > ? ORDER BY place LIMIT ?',
    after,
    limit,
  );
  return rows.map((row) => {
    const { place, application, labelled } = row;
    return { place, kept: { application, labelled: labelled === 1, car: carOf(row) } };
  });
}

/** Puts a car of another copy into its list, or merges it with what is there. */
export function takeKeptCar(sql: Sql, { application, labelled, car }: KeptCar): void {
  const isNew = carsByVin(sql, application, [car.vin]).length === 0;
  // Whether a vehicle here has its labels is known here only.
  changeImports(sql, { application, cars: [car], labelled: isNew && labelled ? [car.vin] : [] });
}

/** Everything in all lists that names a car or somebody. */
export function importedNames(sql: Sql): readonly string[] {
  const rows = sql.all<Record<string, string | null>>(
    'SELECT vin, name, plate, driver, fleet_group, notes FROM imported',
  );
  return rows.flatMap((row) => Object.values(row).filter((word) => word !== null));
}
