import {
  READING_KINDS,
  READING_PERMISSION,
  type Reading,
  type ReadingKind,
  type ReadingProblem,
  type ReadingProblemReason,
  type Readings,
  type ReadingValues,
} from '../../contract/readings.ts';
import type { Hold, VehicleLabels } from '../../contract/vehicles.ts';
import { checkDigitOf } from '../../contract/vin.ts';
import type { VehicleRecord } from '../fleet/vehicleRecord.ts';
import {
  COMMANDS,
  type Drive,
  FIRST_NAMES,
  GROUPS,
  LAST_NAMES,
  MODELS,
  NOTES,
  PROBLEMS,
  TAGS,
  VIN_CHARACTERS,
} from './fleetParts.ts';

/** The connection of made-up vehicles, unless a test names others. */
export const MADE_UP_CONNECTION = {
  id: 'made-up',
  application: 'simulated',
  createdAt: '2026-03-02T08:30:00.000Z',
} as const;

export interface MadeUpOptions {
  /** Milliseconds since the epoch that ages count back from. */
  readonly now?: number;
  readonly connection?: {
    readonly id: string;
    readonly application: string;
    readonly createdAt: string;
  };
}

const NOW = Date.parse('2026-11-20T12:00:00.000Z');
const HOUR = 3_600_000;

/**
 * Numbers from 0 up to 1 that look random and are the same for the same vehicle and question; a 32-bit
 * mixer (MurmurHash3's finaliser), so that neighbours have nothing in common.
 */
function chance(index: number, question: number): number {
  let mixed = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(question + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

function pick<T>(index: number, question: number, from: readonly [T, ...T[]] | readonly T[]): T {
  return from[Math.floor(chance(index, question) * from.length)] as T;
}

function between(index: number, question: number, low: number, high: number): number {
  return low + chance(index, question) * (high - low);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function idOf(index: number): string {
  const hex = (question: number) =>
    Math.floor(chance(index, question) * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  // Smartcar's ids are UUIDs; the index in front makes each one unique.
  const serial = (index >>> 0).toString(16).padStart(8, '0');
  const rest = `${hex(1)}${hex(2)}${hex(3)}`;
  return `${serial}-${rest.slice(0, 4)}-4${rest.slice(4, 7)}-8${rest.slice(7, 10)}-${rest.slice(10, 22)}`;
}

function vinOf(index: number, wmi: string): string {
  const described = Array.from({ length: 5 }, (_, at) => pick(index, 10 + at, [...VIN_CHARACTERS]));
  const serial = String(index % 1_000_000).padStart(6, '0');
  const draft = `${wmi}${described.join('')}0${pick(index, 16, [...'MNPRST'])}${pick(index, 17, [...'ABCDEF'])}${serial}`;
  return `${draft.slice(0, 8)}${checkDigitOf(draft)}${draft.slice(9)}`;
}

function valuesOf(index: number, drive: Drive): { [K in ReadingKind]: ReadingValues[K] | null } {
  const charge = rounded(between(index, 20, 0.04, 1), 2);
  const fuel = rounded(between(index, 21, 0.05, 1), 2);
  const tire = (question: number) => rounded(between(index, question, 170, 290), 0);
  const isPluggedIn = chance(index, 22) < 0.4;
  const chargingState = charge === 1 ? 'FULLY_CHARGED' : 'CHARGING';
  const isOpen = chance(index, 23) < 0.06;
  return {
    odometer: { distanceKm: rounded(between(index, 24, 40, 240_000), 1) },
    fuel:
      drive === 'electric'
        ? null
        : { fraction: fuel, rangeKm: rounded(fuel * 720, 0), amountLitres: rounded(fuel * 55, 1) },
    battery:
      drive === 'combustion'
        ? null
        : { fraction: charge, rangeKm: rounded(charge * (drive === 'hybrid' ? 60 : 410), 0) },
    charge:
      drive === 'combustion'
        ? null
        : { state: isPluggedIn ? chargingState : 'NOT_CHARGING', isPluggedIn },
    location: {
      latitude: rounded(between(index, 25, 43, 56), 5),
      longitude: rounded(between(index, 26, -4, 18), 5),
    },
    tires: {
      frontLeftKpa: tire(27),
      frontRightKpa: tire(28),
      backLeftKpa: tire(29),
      backRightKpa: tire(30),
    },
    engineOil:
      drive === 'electric' ? null : { lifeRemaining: rounded(between(index, 31, 0.02, 1), 2) },
    security: {
      isLocked: chance(index, 32) < 0.05 ? null : chance(index, 33) < 0.9,
      open: isOpen ? [{ part: 'door', position: 'frontLeft' }] : [],
    },
  };
}

/** What Smartcar answers for a value that the kind of car does not have. */
const UNFIT: { readonly reason: ReadingProblemReason; readonly code: string } = {
  reason: 'car_cannot',
  code: 'COMPATIBILITY:VEHICLE_NOT_CAPABLE',
};

interface Read {
  readonly fetchedAt: number;
  readonly permissions: readonly string[];
  readonly drive: Drive;
}

function readingsOf(index: number, { fetchedAt, permissions, drive }: Read): Readings {
  const at = new Date(fetchedAt).toISOString();
  const values = valuesOf(index, drive);
  const problemOf = (
    found: { readonly reason: ReadingProblemReason; readonly code: string | null },
    question: number,
  ): ReadingProblem => {
    const { reason, code } = found;
    const isLater = reason === 'later';
    return {
      reason,
      code,
      requestId: code === null ? null : idOf(index ^ (question << 20)),
      retryAt: isLater ? new Date(fetchedAt + HOUR).toISOString() : null,
      at,
    };
  };
  const entries = READING_KINDS.map((kind, order): [ReadingKind, Reading] => {
    if (!permissions.includes(READING_PERMISSION[kind])) {
      return [
        kind,
        { last: null, problem: problemOf({ reason: 'not_granted', code: null }, order) },
      ];
    }
    const value = values[kind];
    if (value === null) return [kind, { last: null, problem: problemOf(UNFIT, order) }];
    const lag = between(index, 40 + order, 0, chance(index, 50 + order) < 0.1 ? 96 : 2) * HOUR;
    const measuredAt =
      chance(index, 60 + order) < 0.04 ? null : new Date(Math.floor(fetchedAt - lag)).toISOString();
    const fails = chance(index, 70 + order) < 0.05;
    const problem = fails ? problemOf(pick(index, 80 + order, PROBLEMS), order) : null;
    return [kind, { last: { value, measuredAt, fetchedAt: at }, problem }];
  });
  return Object.fromEntries(entries) as Readings;
}

function labelsOf(index: number): VehicleLabels {
  const has = (question: number, share: number) => chance(index, question) < share;
  const letters = pick(index, 90, ['B', 'HH', 'M', 'ZH', 'LX', 'KA']);
  const tags = TAGS.filter((_, order) => has(91 + order, 0.15));
  return {
    name: has(100, 0.7)
      ? `${pick(index, 101, ['Van', 'Car', 'Pool', 'Truck'])} ${index + 1}`
      : null,
    plate: has(102, 0.85) ? `${letters}-MP ${1000 + (index % 9000)}` : null,
    driver: has(103, 0.6)
      ? `${pick(index, 104, FIRST_NAMES)} ${pick(index, 105, LAST_NAMES)}`
      : null,
    group: has(106, 0.9) ? pick(index, 107, GROUPS) : null,
    tags,
    notes: has(108, 0.1) ? pick(index, 109, NOTES) : null,
  };
}

function permissionsOf(index: number): readonly string[] {
  const kinds = READING_KINDS.filter((_, order) => chance(index, 110 + order) < 0.94);
  return [
    'read_vehicle_info',
    'read_vin',
    ...kinds.map((kind) => READING_PERMISSION[kind]),
    ...COMMANDS.filter((_, order) => chance(index, 120 + order) < 0.7),
  ];
}

function holdOf(index: number, now: number): Hold | null {
  if (chance(index, 130) >= 0.03) return null;
  const until = new Date(now + between(index, 131, 0.1, 20) * HOUR).toISOString();
  return { until, cause: pick(index, 132, ['vehicle_limit', 'maker_limit', 'fault', 'car_state']) };
}

const NEVER = { last: null, problem: null } as const;

/**
 * A vehicle that does not exist: the same one for the same index, each as different from the next as a
 * real fleet's. About one in 200 was never read, one in 50 has to be connected again, and one value in
 * 20 failed the last time it was asked for.
 */
export function madeUpVehicle(index: number, options: MadeUpOptions = {}): VehicleRecord {
  const { now = NOW, connection = MADE_UP_CONNECTION } = options;
  const { make, model: name, wmi, drive } = pick(index, 0, MODELS);
  const wasRead = chance(index, 140) >= 0.005;
  const permissions = permissionsOf(index);
  const staleHours = chance(index, 141) < 0.1 ? between(index, 142, 24, 720) : 11;
  const fetchedAt = Math.floor(now - between(index, 143, 0, staleHours) * HOUR);
  const isOver = wasRead && chance(index, 144) < 0.02;
  const since = new Date(fetchedAt).toISOString();
  return {
    id: idOf(index),
    connectionId: connection.id,
    application: connection.application,
    make: wasRead ? make : null,
    model: wasRead ? name : null,
    year: wasRead ? 2017 + Math.floor(chance(index, 145) * 10) : null,
    vin: wasRead && chance(index, 146) < 0.97 ? vinOf(index, wmi) : null,
    permissions: wasRead ? permissions : null,
    readings: wasRead
      ? readingsOf(index, { fetchedAt, permissions, drive })
      : (Object.fromEntries(READING_KINDS.map((kind) => [kind, NEVER])) as Readings),
    connectedAt: connection.createdAt,
    refreshedAt: wasRead ? since : null,
    access: isOver ? 'reconnect' : 'ok',
    accessEnded: isOver ? { reason: pick(index, 147, ['idle', 'login', 'revoked']), since } : null,
    labels: labelsOf(index),
    asked: [...permissions, ...COMMANDS.filter((command) => !permissions.includes(command))],
    paused: chance(index, 148) < 0.01,
    hold: isOver ? null : holdOf(index, now),
    calls: {
      month: new Date(now).toISOString().slice(0, 7),
      count: wasRead ? Math.floor(between(index, 149, 1, 420)) : 0,
    },
    reauthenticateUrl: null,
  };
}
