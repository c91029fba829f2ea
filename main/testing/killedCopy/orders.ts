import type { VehicleRecord } from '../../fleet/vehicleRecord.ts';
import { madeUpVehicle } from '../fleet.ts';

/**
 * What a process is started for, in a folder of its own or of the former one. `refresh`: one change after
 * the other, each with the next number in all its parts. `import`: takes in what the first version of
 * the app left. `migrate`: brings a database to a newer schema.
 */
export type Errand = 'refresh' | 'import' | 'migrate';

export const VEHICLE: VehicleRecord = madeUpVehicle(0);

/** The vehicle that is read next after change `number`; the queue names no other. */
export const nextInQueue = (number: number) => `next-after-${number}`;

/** A minute per number, so that each is another moment. */
export const momentOf = (number: number) => new Date(number * 60_000).toISOString();

/** From the first schema to the second: work enough to be interrupted. */
export const MIGRATED_ROWS = 20_000;
export const TEST_MIGRATIONS: readonly string[] = [
  `CREATE TABLE texts (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
  WITH RECURSIVE counted (number) AS (
    SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < ${MIGRATED_ROWS})
  INSERT INTO texts SELECT number, 'text ' || number FROM counted;`,
  `CREATE TABLE lengths (number INTEGER PRIMARY KEY, text TEXT NOT NULL, length INTEGER NOT NULL) STRICT;
  INSERT INTO lengths SELECT number, text, length(text) FROM texts;
  DROP TABLE texts;
  ALTER TABLE lengths RENAME TO texts;`,
];
