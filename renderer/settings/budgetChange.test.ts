import { expect, test } from 'vitest';
import { budgetSchema, DEFAULT_BUDGET } from '../../contract/budget.ts';
import {
  EVERY_HOURS,
  hasDefaultLimits,
  isTooOften,
  numberTyped,
  offered,
  paceOf,
  RESERVES,
  withDefaultLimits,
} from './budgetChange.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

test('the bucket gives each vehicle its turn', () => {
  expect(paceOf(DEFAULT_BUDGET, 80)).toEqual({ ms: 40 * MINUTE, by: 'bucket' });
  expect(paceOf({ ...DEFAULT_BUDGET, refillPerMinute: 8 }, 80).ms).toBe(10 * MINUTE);
  expect(paceOf(DEFAULT_BUDGET, 0).ms).toBe(0);
});

test('the month’s calls bound it where they are fewer: a read takes one for each value', () => {
  const limited = { ...DEFAULT_BUDGET, callsPerVehiclePerMonth: 240 };
  expect(paceOf(limited, 80)).toEqual({ ms: DAY, by: 'month' });
  expect(paceOf(limited, 10_000)).toEqual({ ms: 5000 * MINUTE, by: 'bucket' });
});

test('a rule that asks for more than there is is found out', () => {
  const pace = paceOf(DEFAULT_BUDGET, 480);
  expect(isTooOften(4, pace)).toBe(false);
  expect(isTooOften(2, pace)).toBe(true);
  expect(isTooOften(null, pace)).toBe(false);
});

test('the defaults are found again and keep the rest', () => {
  const changed = { ...DEFAULT_BUDGET, capacity: 10, refillPerMinute: 1, refreshEveryHours: 2 };
  expect(hasDefaultLimits(DEFAULT_BUDGET)).toBe(true);
  expect(hasDefaultLimits(changed)).toBe(false);
  expect(withDefaultLimits(changed)).toEqual({ ...DEFAULT_BUDGET, refreshEveryHours: 2 });
});

test('all that is offered can be saved, and what is in use is among it', () => {
  for (const refreshEveryHours of EVERY_HOURS) {
    expect(budgetSchema.safeParse({ ...DEFAULT_BUDGET, refreshEveryHours }).success).toBe(true);
  }
  for (const reserve of RESERVES) {
    expect(budgetSchema.safeParse({ ...DEFAULT_BUDGET, reserve }).success).toBe(true);
  }
  expect(EVERY_HOURS).toContain(DEFAULT_BUDGET.refreshEveryHours);
  expect(offered(RESERVES, 0.25)).toEqual([0, 0.1, 0.2, 0.25, 0.3, 0.5]);
  expect(offered(RESERVES, null)).toBe(RESERVES);
});

test('numbers are taken as people type them', () => {
  const whole = { least: 1, most: 1000, isWhole: true };
  const parts = { least: 0.1, most: 1000, isWhole: false };
  expect(numberTyped(' 120 ', whole)).toBe(120);
  expect(numberTyped('1.5', whole)).toBeNull();
  expect(numberTyped('1,5', parts)).toBe(1.5);
  expect(numberTyped('0', whole)).toBeNull();
  expect(numberTyped('1001', whole)).toBeNull();
  expect(numberTyped('', whole)).toBeNull();
  expect(numberTyped('1e3', whole)).toBeNull();
});
