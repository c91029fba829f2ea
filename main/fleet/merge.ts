import {
  READING_KINDS,
  READING_PERMISSION,
  type Reading,
  type ReadingKind,
  type ReadingProblem,
  type Readings,
} from '../../contract/readings.ts';
import { problemReason, type SmartcarError } from '../smartcar/errors.ts';
import type { ReadAnswer, ReadOutcome } from '../smartcar/platform.ts';
import type { VehicleRecord } from './localCopySchema.ts';

const NEVER_READ: Reading = { last: null, problem: null };

/** The state of a vehicle that can be read. */
export const ACCESS_OK = { access: 'ok', accessEnded: null, reauthenticateUrl: null } as const;

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
    ...ACCESS_OK,
  };
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

function mergeReading<K extends ReadingKind>(
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
