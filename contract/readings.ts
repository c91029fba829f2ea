import type { Permission } from './permissions.ts';

/** What can be read of a vehicle, in the order in which the screens show it. */
export const READING_KINDS = [
  'odometer',
  'fuel',
  'battery',
  'charge',
  'location',
  'tires',
  'engineOil',
  'security',
] as const;

export type ReadingKind = (typeof READING_KINDS)[number];

/** The permission that a reading needs. */
export const READING_PERMISSION: Readonly<Record<ReadingKind, Permission>> = {
  odometer: 'read_odometer',
  fuel: 'read_fuel',
  battery: 'read_battery',
  charge: 'read_charge',
  location: 'read_location',
  tires: 'read_tires',
  engineOil: 'read_engine_oil',
  security: 'read_security',
};

export type ChargeState = 'CHARGING' | 'FULLY_CHARGED' | 'NOT_CHARGING';

/** An opening that the car reports as open, by Smartcar's names, e.g. `door frontLeft`. */
export interface Opening {
  readonly part: 'door' | 'window' | 'sunroof' | 'storage' | 'chargingPort';
  readonly position: string;
}

/**
 * The value of each kind, normalised: kilometres, litres, kilopascals, fractions from 0 to 1,
 * degrees of latitude and longitude. `null` inside a value means that the car left this part out.
 */
export interface ReadingValues {
  readonly odometer: { readonly distanceKm: number };
  readonly fuel: {
    readonly fraction: number | null;
    readonly rangeKm: number | null;
    readonly amountLitres: number | null;
  };
  readonly battery: { readonly fraction: number | null; readonly rangeKm: number | null };
  readonly charge: { readonly state: ChargeState; readonly isPluggedIn: boolean };
  readonly location: { readonly latitude: number; readonly longitude: number };
  readonly tires: {
    readonly frontLeftKpa: number;
    readonly frontRightKpa: number;
    readonly backLeftKpa: number;
    readonly backRightKpa: number;
  };
  readonly engineOil: { readonly lifeRemaining: number };
  readonly security: { readonly isLocked: boolean | null; readonly open: readonly Opening[] };
}

/**
 * Why the last try to read failed. `not_granted`: the permission was not given. `car_cannot`: the
 * car or Smartcar has no such value. `not_in_plan`: the Smartcar plan stops it. `later`: asked too
 * often. `car_state`: asleep, no reception or alike. `account`: the owner must do something with
 * the car maker. `reconnect`: the car has to be connected again. `offline`: Smartcar was not
 * reached. `failed`: anything else.
 */
export const READING_PROBLEM_REASONS = [
  'not_granted',
  'car_cannot',
  'not_in_plan',
  'later',
  'car_state',
  'account',
  'reconnect',
  'offline',
  'failed',
] as const;

export type ReadingProblemReason = (typeof READING_PROBLEM_REASONS)[number];

export interface ReadingProblem {
  readonly reason: ReadingProblemReason;
  /** Smartcar's own `TYPE:CODE` or `TYPE`, or `null` where the answer did not come from it. */
  readonly code: string | null;
  /** Smartcar's request id, for its support. */
  readonly requestId: string | null;
  /** When it may be asked again (ISO 8601), if Smartcar said so. */
  readonly retryAt: string | null;
  /** When this was found out (ISO 8601). */
  readonly at: string;
}

/** A good value with its two times: measured by the car and fetched by Smartcar (ISO 8601). */
export interface GoodReading<K extends ReadingKind = ReadingKind> {
  readonly value: ReadingValues[K];
  /** When the car measured it; `null` where the car maker does not say. */
  readonly measuredAt: string | null;
  readonly fetchedAt: string;
}

/**
 * One value of a vehicle: the last good one, and why a newer one is missing. Both `null` means
 * never read. A problem never removes the last good value.
 */
export interface Reading<K extends ReadingKind = ReadingKind> {
  readonly last: GoodReading<K> | null;
  readonly problem: ReadingProblem | null;
}

export type Readings = { readonly [K in ReadingKind]: Reading<K> };
