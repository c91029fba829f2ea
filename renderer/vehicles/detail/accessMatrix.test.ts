import { expect, test } from 'vitest';
import type { CommandRecord } from '../../../contract/commands.ts';
import type { Reading, ReadingProblemReason, Readings } from '../../../contract/readings.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { accessMatrix } from './accessMatrix.ts';

const NEVER = { last: null, problem: null };
const READINGS: Readings = {
  odometer: NEVER,
  fuel: NEVER,
  battery: NEVER,
  charge: NEVER,
  location: NEVER,
  tires: NEVER,
  engineOil: NEVER,
  security: NEVER,
};

const VEHICLE: Vehicle = {
  id: 'a',
  connectionId: 'c',
  make: 'TESLA',
  model: 'Model 3',
  year: 2023,
  vin: null,
  permissions: ['read_odometer', 'read_vehicle_info'],
  readings: READINGS,
  connectedAt: '2026-11-20T10:00:00.000Z',
  refreshedAt: null,
  access: 'ok',
  accessEnded: null,
  labels: { name: null, plate: null, driver: null, group: null, tags: [], notes: null },
  asked: ['read_odometer', 'read_fuel'],
  paused: false,
  hold: null,
  calls: { month: '2026-11', count: 0 },
};

function failing(reason: ReadingProblemReason): Reading<never> {
  return {
    last: null,
    problem: { reason, code: null, requestId: null, retryAt: null, at: '2026-11-20T10:00:00.000Z' },
  };
}

function rowOf(vehicle: Vehicle, permission: string, records: readonly CommandRecord[] = []) {
  return accessMatrix(vehicle, records).find((row) => row.permission === permission);
}

test('asked, given and can are three different questions', () => {
  const odometer = {
    last: { value: { distanceKm: 7 }, measuredAt: null, fetchedAt: '2026-11-20T10:00:00.000Z' },
    problem: null,
  };
  const vehicle = { ...VEHICLE, readings: { ...READINGS, odometer } };
  expect(rowOf(vehicle, 'read_odometer')).toMatchObject({ asked: 'yes', given: 'yes', car: 'yes' });
  expect(rowOf(vehicle, 'read_fuel')).toMatchObject({ asked: 'yes', given: 'no', car: 'unknown' });
  expect(rowOf(vehicle, 'read_tires')).toMatchObject({ asked: 'no', given: 'no', car: 'unknown' });
});

test('what is not known is not guessed', () => {
  const vehicle = { ...VEHICLE, asked: null, permissions: null };
  expect(rowOf(vehicle, 'read_odometer')).toMatchObject({
    asked: 'unknown',
    given: 'unknown',
    car: 'unknown',
  });
});

test('a car that cannot and a plan that does not include it are told apart', () => {
  const readings = { ...READINGS, fuel: failing('car_cannot'), tires: failing('not_in_plan') };
  const vehicle = { ...VEHICLE, readings };
  expect(rowOf(vehicle, 'read_fuel')?.car).toBe('no');
  expect(rowOf(vehicle, 'read_tires')?.car).toBe('not_in_plan');
});

test('the newest command that tells something decides about commands', () => {
  const record = (rest: Partial<CommandRecord>): CommandRecord => ({
    runId: 'r',
    command: { kind: 'lock' },
    by: 'ada',
    startedAt: '2026-11-20T10:00:00.000Z',
    vehicleId: 'a',
    step: 'failed',
    sentAt: null,
    acceptedAt: null,
    confirmedAt: null,
    problem: null,
    ...rest,
  });
  const cannot = record({
    problem: { reason: 'car_cannot', code: null, requestId: null, retryAt: null },
  });
  const accepted = record({ step: 'accepted', acceptedAt: '2026-11-20T10:00:01.000Z' });
  expect(rowOf(VEHICLE, 'control_security', [record({}), accepted, cannot])?.car).toBe('yes');
  expect(rowOf(VEHICLE, 'control_security', [cannot, accepted])?.car).toBe('no');
  expect(rowOf(VEHICLE, 'control_charge', [accepted])?.car).toBe('unknown');
});

test('permissions that Motorpool does not know by name come last', () => {
  const vehicle = { ...VEHICLE, permissions: ['read_teapot', 'read_vin'] };
  expect(accessMatrix(vehicle, []).at(-1)).toMatchObject({
    permission: 'read_teapot',
    given: 'yes',
  });
});
