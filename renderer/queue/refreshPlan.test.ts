import { expect, test } from 'vitest';
import type { BudgetState } from '../../contract/budget.ts';
import { refreshPlan } from './refreshPlan.ts';

const at = '2026-11-24T10:00:00.000Z';
const now = Date.parse(at);
const budget: BudgetState = {
  at,
  capacity: 120,
  refillPerMinute: 2,
  calls: 88,
  nextAt: null,
  fullAt: null,
  throttled: false,
  month: { limitPerVehicle: null, calls: 0, usedUp: 0, resetsAt: '2026-12-01T00:00:00.000Z' },
  plan: null,
};
const MINUTE = 60_000;

test('what the bucket holds is read at once', () => {
  const plan = refreshPlan(80, 80, { waiting: 0, budget }, now);
  expect(plan).toEqual({ vehicles: 80, calls: 80, ms: 0, asksFirst: false });
});

test('the rest waits for the bucket to fill', () => {
  const plan = refreshPlan(312, 312, { waiting: 0, budget }, now);
  expect(plan).toEqual({ vehicles: 312, calls: 88, ms: 112 * MINUTE, asksFirst: true });
});

test('what waits already comes first, and no vehicle is counted twice', () => {
  const waiting = { waiting: 50, budget };
  expect(refreshPlan(60, 500, waiting, now).ms).toBe(11 * MINUTE);
  expect(refreshPlan(60, 500, waiting, now).asksFirst).toBe(true);
  expect(refreshPlan(100, 100, waiting, now).ms).toBe(6 * MINUTE);
  expect(refreshPlan(100, 100, waiting, now).asksFirst).toBe(false);
});

test('a bucket that Smartcar closed counts as empty', () => {
  const closed = { ...budget, throttled: true, nextAt: '2026-11-24T10:30:00.000Z' };
  expect(refreshPlan(30, 30, { waiting: 0, budget: closed }, now)).toMatchObject({
    calls: 0,
    ms: 15 * MINUTE,
  });
});
