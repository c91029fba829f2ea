import { READING_KINDS, type ReadingKind, type Readings } from '../../contract/readings.ts';
import type { VehicleRecord } from '../fleet/vehicleRecord.ts';
import { madeUpVehicle } from './fleet.ts';

const NEVER = { last: null, problem: null };
const NOTHING_READ = Object.fromEntries(READING_KINDS.map((kind) => [kind, NEVER]));

/** When the cars of these tests were read, unless a test says otherwise. */
export const ALERT_NOW = Date.parse('2026-11-25T12:00:00Z');

/** A value as it was measured and fetched at one time. */
export function valueAt<K extends ReadingKind>(
  kind: K,
  value: Extract<Readings[K]['last'], object>['value'],
  at = ALERT_NOW,
): Partial<Readings> {
  const iso = new Date(at).toISOString();
  return { [kind]: { last: { value, measuredAt: iso, fetchedAt: iso }, problem: null } };
}

/** An electric car's charge as a fraction. */
export const charged = (fraction: number, at?: number) =>
  valueAt('battery', { fraction, rangeKm: Math.round(fraction * 400) }, at);

/** The same pressure in all tyres but the first. */
export const tires = (frontLeftKpa: number, restKpa = 240) =>
  valueAt('tires', {
    frontLeftKpa,
    frontRightKpa: restKpa,
    backLeftKpa: restKpa,
    backRightKpa: restKpa,
  });

/** A car in good order of which only these readings are known. */
export function carWith(
  readings: Partial<Readings>,
  part: Partial<VehicleRecord> & { readonly index?: number; readonly group?: string } = {},
): VehicleRecord {
  const { index = 0, group = null, ...rest } = part;
  const car = madeUpVehicle(index);
  return {
    ...car,
    access: 'ok',
    accessEnded: null,
    paused: false,
    hold: null,
    refreshedAt: new Date(ALERT_NOW).toISOString(),
    labels: { ...car.labels, name: `Car ${index}`, plate: null, group },
    readings: { ...(NOTHING_READ as unknown as Readings), ...readings },
    ...rest,
  };
}
