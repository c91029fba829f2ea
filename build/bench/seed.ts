import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_BUDGET } from '../../contract/budget.ts';
import type { HistoryEntry } from '../../main/fleet/localCopy/localCopy.ts';
import { openLocalCopy } from '../../main/fleet/localCopy/openLocalCopy.ts';
import type { VehicleRecord } from '../../main/fleet/vehicleRecord.ts';
import { DEFAULT_SETTINGS, type SettingsData, settingsSchema } from '../../main/settings/schema.ts';
import type { SettingsView } from '../../main/settings/settings.ts';
import { MADE_UP_CONNECTION, madeUpVehicle } from '../../main/testing/fleet.ts';

export interface SeedOptions {
  /** Milliseconds since the epoch that ages count back from; now, unless a test has its own time. */
  readonly now?: number;
  /** Gives a vehicle what the test is about: a make, a group, a problem, an age. */
  readonly vehicle?: (vehicle: VehicleRecord, index: number) => VehicleRecord;
  /** The values that it had before; none, unless a test is about them. */
  readonly history?: (vehicle: VehicleRecord, index: number) => readonly HistoryEntry[];
  readonly settings?: Partial<SettingsView>;
}

const THREAD = new URL('../../main/fleet/localCopy/thread.ts', import.meta.url);

/** Vehicles per transaction. */
const PIECE = 2_000;

/** Settings under which nothing is read by itself: the tokens of made-up vehicles do not exist. */
function settingsOf(overrides: Partial<SettingsView>): SettingsData {
  const { profiles: _profiles, profile: _profile, ...defaults } = DEFAULT_SETTINGS;
  // The one application becomes the profile in use.
  return settingsSchema.parse({
    ...defaults,
    application: { kind: 'simulated' },
    budget: { ...DEFAULT_BUDGET, refreshEveryHours: null },
    connections: [{ ...MADE_UP_CONNECTION, userId: null, externalId: null }],
    ...overrides,
  });
}

async function fillLocalCopy(folder: string, count: number, options: SeedOptions): Promise<void> {
  const { now = Date.now(), vehicle = (madeUp) => madeUp, history = () => [] } = options;
  const localCopy = openLocalCopy({ folder, worker: THREAD, now: () => now });
  for (let from = 0; from < count; from += PIECE) {
    const length = Math.min(PIECE, count - from);
    const vehicles = Array.from({ length }, (_, offset) =>
      vehicle(madeUpVehicle(from + offset, { now }), from + offset),
    );
    await localCopy.save({
      vehicles,
      history: vehicles.flatMap((one, offset) => history(one, from + offset)),
    });
  }
  await localCopy.close();
}

/**
 * Makes a profile folder in which the app finds so many vehicles, as if it had read them before: through
 * the local copy's own code, not through a file format known here.
 */
export async function seedFleet(
  userData: string,
  count: number,
  options: SeedOptions = {},
): Promise<void> {
  await mkdir(userData, { recursive: true });
  await writeFile(
    join(userData, 'settings.json'),
    JSON.stringify(settingsOf(options.settings ?? {})),
    { mode: 0o600 },
  );
  await fillLocalCopy(userData, count, options);
}
