import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf, packVehicles, unpackVehicles } from './packedVehicles.ts';
import { PERMISSIONS } from './permissions.ts';
import { READING_KINDS, READING_PROBLEM_REASONS, type Readings } from './readings.ts';
import type { Vehicle } from './vehicles.ts';

const text = fc.string({ unit: 'grapheme' });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const moment = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom('2026-11-25T10:00:00Z', '2026-11-25T12:00:00.123+02:00', 'no date'),
);
const names = maybe(fc.array(fc.oneof(fc.constantFrom(...PERMISSIONS), text)));
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

const reading = fc.record({
  last: maybe(
    fc.record({
      value: fc.record({ distanceKm: number }),
      measuredAt: maybe(moment),
      fetchedAt: moment,
    }),
  ),
  problem: maybe(
    fc.record({
      reason: fc.constantFrom(...READING_PROBLEM_REASONS),
      code: maybe(text),
      requestId: maybe(text),
      retryAt: maybe(moment),
      at: moment,
    }),
  ),
});

const vehicle: fc.Arbitrary<Vehicle> = fc.record({
  id: fc.oneof(fc.uuid(), fc.string({ unit: 'grapheme', minLength: 1 })),
  connectionId: text,
  make: maybe(text),
  model: maybe(text),
  year: maybe(fc.integer()),
  vin: maybe(text),
  permissions: names,
  asked: names,
  connectedAt: moment,
  refreshedAt: maybe(moment),
  access: fc.constantFrom('ok', 'reconnect', 'tokens_unavailable'),
  accessEnded: maybe(
    fc.record({ reason: fc.constantFrom('idle', 'login', 'revoked'), since: moment }),
  ),
  labels: fc.record({
    name: maybe(text),
    plate: maybe(text),
    driver: maybe(text),
    group: maybe(text),
    tags: fc.array(text),
    notes: maybe(text),
  }),
  paused: fc.boolean(),
  hold: maybe(
    fc.record({
      cause: fc.constantFrom('vehicle_limit', 'maker_limit', 'fault', 'month', 'plan', 'car_state'),
      until: moment,
    }),
  ),
  calls: fc.record({ month: text, count: fc.nat() }),
  readings: fc
    .tuple(...READING_KINDS.map(() => reading))
    .map(
      (all) =>
        Object.fromEntries(READING_KINDS.map((kind, at) => [kind, all[at]])) as unknown as Readings,
    ),
});

test('vehicles come out as they were put in', () => {
  fc.assert(
    fc.property(fc.array(vehicle, { maxLength: 4 }), (vehicles) => {
      expect(unpackVehicles(packVehicles(vehicles))).toEqual(vehicles);
    }),
  );
});

test('no vehicles are no lines', () => {
  expect(linesOf(packVehicles([]))).toEqual([]);
});
