import {
  READING_KINDS,
  READING_PERMISSION,
  type Reading,
  type ReadingKind,
  type ReadingProblem,
  type Readings,
} from '../../contract/readings.ts';
import type { VehicleLabels } from '../../contract/vehicles.ts';
import { problemReason, type SmartcarError } from '../smartcar/errors.ts';
import type { ReadAnswer, ReadOutcome } from '../smartcar/platform.ts';
import type { VehicleRecord } from './vehicleRecord.ts';

const NEVER_READ: Reading = { last: null, problem: null };

/** The state of a vehicle that can be read. */
export const ACCESS_OK = { access: 'ok', accessEnded: null, reauthenticateUrl: null } as const;

const NO_LABELS: VehicleLabels = {
  name: null,
  plate: null,
  driver: null,
  group: null,
  tags: [],
  notes: null,
};

/** A vehicle of which only the id is known so far. */
export function newVehicle(
  id: string,
  connection: { id: string; application: string; createdAt: string },
): VehicleRecord {
  return {
    id,
    connectionId: connection.id,
    application: connection.application,
    make: null,
    model: null,
    year: null,
    vin: null,
    permissions: null,
    readings: Object.fromEntries(READING_KINDS.map((kind) => [kind, NEVER_READ])) as Readings,
    connectedAt: connection.createdAt,
    refreshedAt: null,
    labels: NO_LABELS,
    asked: null,
    paused: false,
    hold: null,
    calls: { month: '', count: 0 },
    ...ACCESS_OK,
  };
}

/** Make, model, year and VIN do not change: they are asked for only while they are unknown. */
export function missingIdentity(
  { make, vin }: Pick<VehicleRecord, 'make' | 'vin'>,
  permissions: readonly string[],
): { attributes: boolean; vin: boolean } {
  return {
    attributes: make === null && permissions.includes('read_vehicle_info'),
    vin: vin === null && permissions.includes('read_vin'),
  };
}

/** How many calls the next read counts against the vehicle's quota: one per item of its batch. */
export function readCost(record: Pick<VehicleRecord, 'make' | 'vin' | 'permissions'>): number {
  const { permissions } = record;
  if (permissions === null) return READING_KINDS.length + 2;
  const { attributes, vin } = missingIdentity(record, permissions);
  return grantedKinds(permissions).length + Number(attributes) + Number(vin);
}

/** The kinds that these permissions open. */
export function grantedKinds(permissions: readonly string[]): ReadingKind[] {
  return READING_KINDS.filter((kind) => permissions.includes(READING_PERMISSION[kind]));
}

export function problemOf(error: SmartcarError, now: number): ReadingProblem {
  return {
    reason: problemReason(error),
    code: error.qualifiedCode,
    requestId: error.requestId,
    retryAt:
      error.retryAfter === null ? null : new Date(now + error.retryAfter * 1000).toISOString(),
    at: new Date(now).toISOString(),
  };
}

/** A reading after one more try: a good value replaces, a failed one only leaves its reason. */
export function mergeReading<K extends ReadingKind>(
  old: Reading<K>,
  outcome: ReadOutcome<K>,
  now: number,
): Reading<K> {
  if (!outcome.ok) return { last: old.last, problem: problemOf(outcome.error, now) };
  return {
    last: {
      value: outcome.value,
      measuredAt: outcome.measuredAt?.toISOString() ?? null,
      fetchedAt: outcome.fetchedAt.toISOString(),
    },
    problem: null,
  };
}

/** Takes an answer into a vehicle: good values replace, failed ones only leave their reason. */
export function mergeAnswer(
  vehicle: VehicleRecord,
  permissions: readonly string[],
  answer: ReadAnswer,
  now: number,
): VehicleRecord {
  const at = new Date(now).toISOString();
  const readings = Object.fromEntries(
    READING_KINDS.map((kind) => {
      const old: Reading = vehicle.readings[kind];
      const outcome: ReadOutcome | undefined = answer.readings[kind];
      if (outcome) return [kind, mergeReading(old, outcome, now)];
      if (permissions.includes(READING_PERMISSION[kind])) return [kind, old];
      const notGranted: ReadingProblem = {
        reason: 'not_granted',
        code: null,
        requestId: null,
        retryAt: null,
        at,
      };
      return [kind, { last: old.last, problem: notGranted }];
    }),
  ) as Readings;
  return { ...vehicle, ...answer.identity, permissions, readings, refreshedAt: at, ...ACCESS_OK };
}

/** Leaves one reason on every value that was asked for; the values stay. */
export function mergeFailure(
  vehicle: VehicleRecord,
  error: SmartcarError,
  now: number,
): VehicleRecord {
  const problem = problemOf(error, now);
  const granted = new Set(vehicle.permissions ? grantedKinds(vehicle.permissions) : READING_KINDS);
  const readings = Object.fromEntries(
    READING_KINDS.map((kind) => {
      const old: Reading = vehicle.readings[kind];
      return [kind, granted.has(kind) ? { last: old.last, problem } : old];
    }),
  ) as Readings;
  return { ...vehicle, readings };
}
