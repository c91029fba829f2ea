import type { ElectronApplication, Page } from '@playwright/test';
import type { ReadingKind, ReadingValues } from '../contract/readings.ts';
import type { HistoryEntry } from '../main/fleet/localCopy/localCopy.ts';
import type { VehicleRecord } from '../main/fleet/vehicleRecord.ts';
import type { Machine } from './app.ts';
import { startWithFleet } from './fleet.ts';
import { numbered, resize } from './table.ts';

const DAY_MS = 86_400_000;

const isoBefore = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();

function entry<K extends ReadingKind>(
  vehicleId: string,
  kind: K,
  daysAgo: number,
  value: ReadingValues[K],
): HistoryEntry {
  const at = isoBefore(daysAgo);
  return { vehicleId, kind, reading: { value, measuredAt: at, fetchedAt: at } };
}

/** No value between these days before today: a car in a garage without reception. */
const GARAGE_DAYS = { from: 18, to: 11 } as const;

/** One value a day for a year, without those of the garage, and two a day in the last week. */
function days(): readonly number[] {
  const old = Array.from({ length: 350 }, (_, at) => 358.4 - at).filter(
    (day) => day > GARAGE_DAYS.from || day < GARAGE_DAYS.to,
  );
  return [...old, ...Array.from({ length: 14 }, (_, at) => 7.3 - at / 2)].filter((day) => day > 0);
}

/** A plug-in hybrid's year: it drives 40 km a day, loses air slowly, and is charged every fifth day. */
function yearOf({ id }: VehicleRecord): readonly HistoryEntry[] {
  return days().flatMap((day) => {
    const level = 0.25 + 0.15 * (Math.floor(day) % 5);
    const air = 232 + 12 * Math.sin(day / 40);
    return [
      entry(id, 'odometer', day, { distanceKm: Math.round(60_000 - day * 40) }),
      entry(id, 'battery', day, { fraction: level, rangeKm: Math.round(level * 60) }),
      entry(id, 'tires', day, {
        frontLeftKpa: air,
        frontRightKpa: air + 6,
        backLeftKpa: air + 14 - day / 90,
        backRightKpa: air + 20,
      }),
    ];
  });
}

function lastOf<K extends ReadingKind>(
  history: readonly HistoryEntry[],
  kind: K,
): VehicleRecord['readings'][K] {
  const last = history.findLast((one) => one.kind === kind);
  return { last: last?.reading ?? null, problem: null } as VehicleRecord['readings'][K];
}

/** Car 001 has a year, car 002 one value, car 003 none for 200 days, and no permission for tyres. */
function historyOf(vehicle: VehicleRecord, index: number): readonly HistoryEntry[] {
  const { id } = vehicle;
  switch (index) {
    case 0:
      return yearOf(vehicle);
    case 1:
      return [entry(id, 'odometer', 2, { distanceKm: 1_234 })];
    case 2:
      return [entry(id, 'odometer', 200, { distanceKm: 900 })];
    default:
      return [];
  }
}

function withTrends(madeUp: VehicleRecord, index: number): VehicleRecord {
  const vehicle = numbered(madeUp, index);
  const history = historyOf(vehicle, index);
  const at = isoBefore(0.1);
  const problem = (reason: 'not_granted' | 'car_cannot') => ({
    last: null,
    problem: { reason, code: null, requestId: null, retryAt: null, at },
  });
  const never = { last: null, problem: null };
  return {
    ...vehicle,
    readings: {
      ...vehicle.readings,
      odometer: lastOf(history, 'odometer'),
      battery: lastOf(history, 'battery'),
      fuel: problem('car_cannot'),
      tires: index === 2 ? problem('not_granted') : lastOf(history, 'tires'),
      engineOil: index === 0 ? problem('car_cannot') : never,
    },
  };
}

/** Starts the app with cars whose values have a past. */
export async function startWithTrends(
  machine: Machine,
  count = 12,
): Promise<{ app: ElectronApplication; page: Page }> {
  const started = await startWithFleet(machine, count, {
    vehicle: withTrends,
    history: (vehicle, index) => historyOf(vehicle, index),
  });
  await resize(started.app, 1280, 900);
  return started;
}
