import { expect, test } from 'vitest';
import type { BudgetState, PlanRefusal } from '../../contract/budget.ts';
import { meterOf } from './meter.ts';

const at = '2026-11-24T10:00:00.000Z';
const now = Date.parse(at);
const inAMinute = '2026-11-24T10:01:00.000Z';
const resetsAt = '2026-12-01T00:00:00.000Z';

const budget: BudgetState = {
  at,
  capacity: 120,
  refillPerMinute: 2,
  calls: 88,
  nextAt: null,
  fullAt: '2026-11-24T10:16:00.000Z',
  throttled: false,
  month: { limitPerVehicle: null, calls: 400, usedUp: 0, resetsAt },
  plan: null,
};
const refused = (code: PlanRefusal['code'], vehicles: number): BudgetState => ({
  ...budget,
  plan: { code, since: at, vehicles },
});

test('calls that are left are shown as they are', () => {
  expect(meterOf(budget, 80, now)).toEqual({ kind: 'fine', calls: 88, capacity: 120 });
});

test('an empty bucket says when it gives the next call, and then gives it', () => {
  const empty = { ...budget, calls: 0, nextAt: inAMinute };
  expect(meterOf(empty, 80, now)).toMatchObject({ kind: 'waiting', nextAt: inAMinute });
  expect(meterOf(empty, 80, Date.parse(inAMinute))).toMatchObject({ kind: 'fine', calls: 2 });
});

test('Smartcar’s own refusal is told apart', () => {
  const throttled = { ...budget, calls: 0, nextAt: inAMinute, throttled: true };
  expect(meterOf(throttled, 80, now)).toMatchObject({ kind: 'throttled', nextAt: inAMinute });
});

test('the plan is exhausted only when no vehicle has a call left', () => {
  const { month } = budget;
  expect(meterOf(refused('VEHICLE_REQUEST_LIMIT', 79), 80, now).kind).toBe('fine');
  expect(meterOf(refused('VEHICLE_REQUEST_LIMIT', 80), 80, now)).toMatchObject({
    kind: 'exhausted',
    until: resetsAt,
  });
  expect(meterOf({ ...budget, month: { ...month, usedUp: 80 } }, 80, now).kind).toBe('exhausted');
  expect(meterOf({ ...budget, month: { ...month, usedUp: 12 } }, 80, now).kind).toBe('fine');
});

test('a suspended account exhausts it without an end', () => {
  expect(meterOf(refused('ACCOUNT_SUSPENDED', 1), 80, now)).toMatchObject({
    kind: 'exhausted',
    until: null,
  });
});

test('a plan that lacks a value or has no room for more vehicles still gives calls', () => {
  expect(meterOf(refused('INVALID_PLAN', 80), 80, now).kind).toBe('fine');
  expect(meterOf(refused('VEHICLE_LIMIT', 80), 80, now).kind).toBe('fine');
});

test('no vehicles use nothing up', () => {
  expect(meterOf(budget, 0, now).kind).toBe('fine');
});
