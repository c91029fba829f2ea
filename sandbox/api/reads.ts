import type { Context } from '../context.ts';
import type { VehicleChanges } from '../core/state.ts';
import {
  chargingOf,
  fuelLevel,
  isLocked,
  odometerKm,
  oilLife,
  positionOf,
  recordedAt,
  tyrePressuresKpa,
} from '../fleet/motion.ts';
import { serviceRecords, systemStatuses, troubleCodes } from '../fleet/records.ts';
import type { Vehicle } from '../fleet/vehicle.ts';
import { nominalCapacity } from './capacity.ts';
import { ApiError } from './errors.ts';
import { fraction, type UnitSystem, type Units, unitsOf } from './units.ts';

type Query = (name: string) => string | undefined;

type Source = {
  ctx: Context;
  vehicle: Vehicle;
  changes: VehicleChanges;
  /** When the car recorded the values, epoch milliseconds. */
  at: number;
  units: Units;
  query: Query;
};

const YEAR_MS = 365 * 86_400_000;
const SIDES = ['frontLeft', 'frontRight', 'backLeft', 'backRight'] as const;

function security({ vehicle, changes, at }: Source) {
  const closed = (type: string) => ({ type, status: 'CLOSED' });
  const plugged = vehicle.batteryKwh !== null && chargingOf(vehicle, changes, at).isPluggedIn;
  return {
    isLocked: isLocked(vehicle, changes, at),
    doors: SIDES.map(closed),
    windows: SIDES.map((type) =>
      vehicle.year < 2019 ? { type, status: 'UNKNOWN' } : closed(type),
    ),
    sunroof: vehicle.hasSunroof ? [closed('sunroof')] : [],
    storage: ['rear', 'front'].map(closed),
    chargingPort:
      vehicle.batteryKwh === null
        ? []
        : [{ type: 'chargingPort', status: plugged ? 'OPEN' : 'CLOSED' }],
  };
}

function readDate(text: string | undefined, name: string, fallback: number): number {
  if (text === undefined) return fallback;
  const time = /^\d{4}-\d{2}-\d{2}(T.*)?$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new ApiError('VALIDATION:PARAMETER', { description: `${name} is not an ISO 8601 date.` });
  }
  // A date without a time names the whole day.
  return name === 'end_date' && text.length === 10 ? time + 86_399_999 : time;
}

function serviceHistory({ ctx, vehicle, units, query }: Source) {
  const now = ctx.clock.now();
  const from = readDate(query('start_date'), 'start_date', now - YEAR_MS);
  const to = Math.min(now, readDate(query('end_date'), 'end_date', now));
  return serviceRecords(vehicle, ctx.settings.seed, from, to).map((record) => ({
    ...record,
    odometerDistance: units.distance(record.odometerDistance),
  }));
}

const BODIES: Readonly<Record<string, (source: Source) => object>> = {
  '/': ({ vehicle: { id, make, model, year } }) => ({ id, make, model, year }),
  '/vin': ({ vehicle }) => ({ vin: vehicle.vin }),
  '/odometer': ({ vehicle, at, units }) => ({ distance: units.distance(odometerKm(vehicle, at)) }),
  '/fuel': ({ vehicle, at, units }) => {
    const level = fuelLevel(vehicle, at);
    return {
      range: units.distance(level * vehicle.fuelRangeKm),
      percentRemaining: fraction(level),
      amountRemaining: units.volume(level * (vehicle.tankLitres ?? 0)),
    };
  },
  '/battery': ({ vehicle, changes, at, units }) => {
    const { level } = chargingOf(vehicle, changes, at);
    const range = units.distance(level * vehicle.electricRangeKm);
    return { percentRemaining: fraction(level), range };
  },
  '/battery/capacity': ({ vehicle }) => ({ capacity: vehicle.batteryKwh }),
  '/battery/nominal_capacity': ({ ctx, vehicle, changes }) =>
    nominalCapacity(ctx, vehicle, changes),
  '/charge': ({ vehicle, changes, at }) => {
    const { isPluggedIn, state } = chargingOf(vehicle, changes, at);
    return { isPluggedIn, state };
  },
  '/charge/limit': ({ vehicle, changes, at }) => ({
    limit: chargingOf(vehicle, changes, at).limit,
  }),
  '/location': ({ vehicle, at }) => {
    const { latitude, longitude } = positionOf(vehicle, at);
    return { latitude: Number(latitude.toFixed(5)), longitude: Number(longitude.toFixed(5)) };
  },
  '/engine/oil': ({ vehicle, at }) => ({ lifeRemaining: fraction(oilLife(vehicle, at)) }),
  '/tires/pressure': ({ vehicle, at, units }) => {
    const pressures = tyrePressuresKpa(vehicle, at);
    return Object.fromEntries(SIDES.map((side, i) => [side, units.pressure(pressures[i] ?? 0)]));
  },
  '/security': security,
  '/diagnostics/system_status': ({ ctx, vehicle }) => ({
    systems: systemStatuses(vehicle, ctx.settings.seed),
  }),
  '/diagnostics/dtcs': ({ ctx, vehicle, at }) => ({
    activeCodes: troubleCodes(vehicle, ctx.settings.seed, at),
  }),
  '/service/history': serviceHistory,
};

const UNIT_AWARE = ['/odometer', '/fuel', '/battery', '/tires/pressure', '/service/history'];
const STATIC = ['/', '/vin'];

/** True for what never changes: it needs no car to answer. */
export function isStatic(path: string): boolean {
  return STATIC.includes(path);
}

export type Reading = { body: object; headers: Record<string, string> };

type ReadInput = {
  vehicle: Vehicle;
  changes: VehicleChanges;
  path: string;
  unitSystem: UnitSystem;
  query: Query;
};

/**
 * Reads one endpoint of a vehicle: its body and the headers that date it. `sc-data-age` is, despite
 * its name, the time of recording ("Response headers" in Smartcar's API reference).
 */
export function readEndpoint(ctx: Context, input: ReadInput): Reading {
  const { vehicle, changes, path, unitSystem, query } = input;
  const make = BODIES[path];
  if (!make) throw new ApiError('RESOURCE_NOT_FOUND:PATH');
  const now = ctx.clock.now();
  const at = recordedAt(vehicle, changes, now);
  const body = make({ ctx, vehicle, changes, at, units: unitsOf(unitSystem), query });
  if (isStatic(path)) return { body, headers: {} };
  return {
    body,
    headers: {
      'sc-data-age': new Date(at).toISOString(),
      'sc-fetched-at': new Date(now).toISOString(),
      ...(UNIT_AWARE.includes(path) && { 'sc-unit-system': unitSystem }),
    },
  };
}
