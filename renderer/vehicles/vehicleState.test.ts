import { expect, test } from 'vitest';
import { READING_KINDS, type ReadingProblemReason } from '../../contract/readings.ts';
import type { Vehicle } from '../../contract/vehicles.ts';
import { lastProblem, vehicleState } from './vehicleState.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const LATER = '2026-11-25T13:00:00.000Z';
const EARLIER = '2026-11-25T11:00:00.000Z';

function vehicle(
  change: Partial<Vehicle>,
  problems: Partial<Record<(typeof READING_KINDS)[number], [ReadingProblemReason, string]>> = {},
): Vehicle {
  const readings = Object.fromEntries(
    READING_KINDS.map((kind) => {
      const [reason, at] = problems[kind] ?? [];
      const problem = reason && { reason, at, code: null, requestId: null, retryAt: null };
      return [kind, { last: null, problem: problem ?? null }];
    }),
  );
  return { access: 'ok', paused: false, hold: null, readings, ...change } as Vehicle;
}

const hold = (until: string) => ({ until, cause: 'fault' }) as const;

test.each<[string, Vehicle, boolean]>([
  ['reading', vehicle({ access: 'reconnect' }), true],
  ['reconnect', vehicle({ access: 'reconnect', paused: true }), false],
  ['paused', vehicle({ paused: true, hold: hold(LATER) }), false],
  ['held', vehicle({ hold: hold(LATER) }, { odometer: ['failed', EARLIER] }), false],
  ['problem', vehicle({ hold: hold(EARLIER) }, { odometer: ['failed', EARLIER] }), false],
  ['ok', vehicle({ hold: hold(EARLIER) }), false],
])('what matters most is told: %s', (kind, car, isReading) => {
  expect(vehicleState(car, isReading, NOW).kind).toBe(kind);
});

test('a missing permission, a value the car lacks and the plan are no problem of the vehicle', () => {
  const car = vehicle(
    {},
    { fuel: ['car_cannot', LATER], tires: ['not_granted', LATER], charge: ['not_in_plan', LATER] },
  );
  expect(lastProblem(car)).toBeNull();
  expect(vehicleState(car, false, NOW).kind).toBe('ok');
});

test('the newest problem is the one that counts', () => {
  const car = vehicle({}, { fuel: ['failed', EARLIER], tires: ['account', LATER] });
  expect(lastProblem(car)?.reason).toBe('account');
});
