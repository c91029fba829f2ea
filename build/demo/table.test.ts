import { expect, test } from 'vitest';
import type { Reading, Readings } from '../../contract/readings.ts';
import type { Vehicle } from '../../contract/vehicles.ts';
import { vehicleTable } from './table.ts';

const never: Reading<never> = { last: null, problem: null };
const AT = '2026-01-01T00:00:00.000Z';

const readings: Readings = {
  odometer: {
    last: { value: { distanceKm: 1234.4 }, measuredAt: AT, fetchedAt: AT },
    problem: null,
  },
  fuel: {
    last: null,
    problem: { reason: 'not_granted', code: null, requestId: null, retryAt: null, at: AT },
  },
  battery: {
    last: { value: { fraction: 0.5, rangeKm: null }, measuredAt: AT, fetchedAt: AT },
    problem: null,
  },
  charge: never,
  location: never,
  tires: {
    last: {
      value: { frontLeftKpa: 220, frontRightKpa: 219.6, backLeftKpa: 201.4, backRightKpa: 230 },
      measuredAt: AT,
      fetchedAt: AT,
    },
    problem: null,
  },
  engineOil: never,
  security: {
    last: { value: { isLocked: null, open: [] }, measuredAt: null, fetchedAt: AT },
    problem: null,
  },
};

const vehicle: Vehicle = {
  id: 'one',
  connectionId: 'connection',
  make: 'TESLA',
  model: null,
  year: 2022,
  vin: null,
  permissions: null,
  readings,
  connectedAt: AT,
  refreshedAt: AT,
  access: 'ok',
  accessEnded: null,
  labels: { name: null, plate: null, driver: null, group: null, tags: [], notes: null },
  asked: null,
  paused: false,
  hold: null,
  calls: { month: '', count: 0 },
};

test('each reading is in its column, or the reason why it is missing', () => {
  const [header = '', , row = ''] = vehicleTable([vehicle]).split('\n');
  const at = (column: string) => row.slice(header.indexOf(column)).split('  ')[0];
  expect(at('vehicle')).toBe('TESLA 2022');
  expect(at('odometer')).toBe('1234 km');
  expect(at('fuel')).toBe('not granted');
  expect(at('battery')).toBe('50 %');
  expect(at('charge')).toBe('never read');
  expect(at('tires')).toBe('201 kPa');
  expect(at('security')).toBe('?');
});

test('without vehicles there is the header alone', () => {
  expect(vehicleTable([]).split('\n')).toHaveLength(2);
});
