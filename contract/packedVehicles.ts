import { PERMISSIONS } from './permissions.ts';
import { READING_KINDS, type Reading, type Readings } from './readings.ts';
import type { Vehicle } from './vehicles.ts';

/**
 * Vehicles on their way to the renderer: one line of JSON each, without the names of fields. One string
 * crosses the context bridge quicker than thousands of objects, and the renderer keeps the lines instead
 * of objects, which takes a third of the memory.
 */
export interface PackedVehicles {
  readonly count: number;
  readonly text: string;
}

/** A moment as a number where that says the same, else the text as it is. */
type Moment = number | string | null;

function packMoment(iso: string | null): Moment {
  if (iso === null) return null;
  const ms = Date.parse(iso);
  return Number.isFinite(ms) && new Date(ms).toISOString() === iso ? ms : iso;
}

function isoOf(moment: number | string): string {
  return typeof moment === 'string' ? moment : new Date(moment).toISOString();
}

function unpackMoment(moment: Moment): string | null {
  return moment === null ? null : isoOf(moment);
}

const placeOf: ReadonlyMap<string, number> = new Map(PERMISSIONS.map((name, at) => [name, at]));

/** Permissions as places in the list of those that are known; names that are not in it stay names. */
type Names = readonly (number | string)[] | null;

function packNames(names: readonly string[] | null): Names {
  return names?.map((name) => placeOf.get(name) ?? name) ?? null;
}

function unpackNames(names: Names): readonly string[] | null {
  return (
    names?.map((name) => (typeof name === 'number' ? (PERMISSIONS[name] ?? '') : name)) ?? null
  );
}

type PackedReading = 0 | readonly unknown[];

function packReading({ last, problem }: Reading): PackedReading {
  if (!last && !problem) return 0;
  return [
    last && [last.value, packMoment(last.measuredAt), packMoment(last.fetchedAt)],
    problem && [
      problem.reason,
      problem.code,
      problem.requestId,
      packMoment(problem.retryAt),
      packMoment(problem.at),
    ],
  ];
}

const NEVER_READ: Reading = { last: null, problem: null };

function unpackReading(packed: PackedReading): Reading {
  if (packed === 0) return NEVER_READ;
  const [last, problem] = packed as [
    [never, Moment, number | string] | null,
    [never, string | null, string | null, Moment, number | string] | null,
  ];
  return {
    last: last && {
      value: last[0],
      measuredAt: unpackMoment(last[1]),
      fetchedAt: isoOf(last[2]),
    },
    problem: problem && {
      reason: problem[0],
      code: problem[1],
      requestId: problem[2],
      retryAt: unpackMoment(problem[3]),
      at: isoOf(problem[4]),
    },
  };
}

function packVehicle(vehicle: Vehicle): string {
  const { labels, accessEnded, hold, calls, readings } = vehicle;
  return JSON.stringify([
    vehicle.id,
    vehicle.connectionId,
    vehicle.make,
    vehicle.model,
    vehicle.year,
    vehicle.vin,
    packNames(vehicle.permissions),
    packNames(vehicle.asked),
    packMoment(vehicle.connectedAt),
    packMoment(vehicle.refreshedAt),
    vehicle.access,
    accessEnded && [accessEnded.reason, packMoment(accessEnded.since)],
    [labels.name, labels.plate, labels.driver, labels.group, labels.tags, labels.notes],
    vehicle.paused,
    hold && [hold.cause, packMoment(hold.until)],
    [calls.month, calls.count],
    READING_KINDS.map((kind) => packReading(readings[kind])),
  ]);
}

/** A line as `linesOf` gives it. */
export function unpackVehicle(line: string): Vehicle {
  const [
    id,
    connectionId,
    make,
    model,
    year,
    vin,
    permissions,
    asked,
    connectedAt,
    refreshedAt,
    access,
    accessEnded,
    [name, plate, driver, group, tags, notes],
    paused,
    hold,
    [month, count],
    readings,
  ] = JSON.parse(line);
  return {
    id,
    connectionId,
    make,
    model,
    year,
    vin,
    permissions: unpackNames(permissions),
    asked: unpackNames(asked),
    connectedAt: isoOf(connectedAt),
    refreshedAt: unpackMoment(refreshedAt),
    access,
    accessEnded: accessEnded && { reason: accessEnded[0], since: isoOf(accessEnded[1]) },
    labels: { name, plate, driver, group, tags, notes },
    paused,
    hold: hold && { cause: hold[0], until: isoOf(hold[1]) },
    calls: { month, count },
    readings: Object.fromEntries(
      READING_KINDS.map((kind, at) => [kind, unpackReading(readings[at])]),
    ) as unknown as Readings,
  };
}

/** One line for each vehicle; JSON has no line ends of its own. */
export function linesOf({ count, text }: PackedVehicles): string[] {
  return count === 0 ? [] : text.split('\n');
}

export function packVehicles(vehicles: readonly Vehicle[]): PackedVehicles {
  return { count: vehicles.length, text: vehicles.map(packVehicle).join('\n') };
}

/** The vehicles as they were packed. */
export function unpackVehicles(packed: PackedVehicles): Vehicle[] {
  return linesOf(packed).map(unpackVehicle);
}
