import type { AlertedVehicles } from '../../../../contract/alerts.ts';
import { packVehicles } from '../../../../contract/packedVehicles.ts';
import { READING_KINDS, type ReadingKind, type Readings } from '../../../../contract/readings.ts';
import type { FleetChange, Vehicle, VehicleLabels } from '../../../../contract/vehicles.ts';

const NEVER = { last: null, problem: null };

const NOTHING_READ = Object.fromEntries(
  READING_KINDS.map((kind) => [kind, NEVER]),
) as unknown as Readings;

const NO_LABELS: VehicleLabels = {
  name: null,
  plate: null,
  driver: null,
  group: null,
  tags: [],
  notes: null,
};

/** As where no alert rule finds anything. */
export const NO_ALERTED: AlertedVehicles = {
  accessEnded: [],
  lowBattery: [],
  lowFuel: [],
  lowTire: [],
  stale: [],
};

/** When the values of these vehicles were measured, unless a test says otherwise. */
const MEASURED_AT = '2026-11-25T10:00:00.000Z';

type Change = Partial<Omit<Vehicle, 'labels' | 'readings' | 'id'>> & {
  readonly labels?: Partial<VehicleLabels>;
  readonly readings?: Partial<Readings>;
};

/** A vehicle of which nothing is known but what a test says. */
export function vehicleWith(id: string, { labels, readings, ...rest }: Change = {}): Vehicle {
  return {
    id,
    connectionId: 'c1',
    make: null,
    model: null,
    year: null,
    vin: null,
    permissions: null,
    asked: null,
    connectedAt: '2026-11-01T00:00:00.000Z',
    refreshedAt: null,
    access: 'ok',
    accessEnded: null,
    paused: false,
    hold: null,
    calls: { month: '2026-11', count: 0 },
    ...rest,
    labels: { ...NO_LABELS, ...labels },
    readings: { ...NOTHING_READ, ...readings },
  };
}

/** A good reading. */
export function read<K extends ReadingKind>(
  kind: K,
  value: Extract<Readings[K]['last'], object>['value'],
  measuredAt: string = MEASURED_AT,
): Partial<Readings> {
  return { [kind]: { last: { value, measuredAt, fetchedAt: measuredAt }, problem: null } };
}

/** A change of the fleet as the main process sends it. */
export function changeOf(
  changed: readonly Vehicle[],
  removed: readonly string[] = [],
): FleetChange {
  return { changed: packVehicles(changed), removed, refreshing: [], reach: 'online' };
}
