import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_BUDGET } from './budget.ts';
import { fleetHours, nextRead, nightAt, type RefreshRule, ruleOf } from './refreshRules.ts';

const NIGHT = { from: '22:00', until: '06:00' };
const NIGHTLY: RefreshRule = { kind: 'night', hours: NIGHT };
const HOUR = 3_600_000;

const zone = process.env.TZ;
beforeEach(() => {
  process.env.TZ = 'Europe/Berlin';
});
afterEach(() => {
  process.env.TZ = zone;
});

const at = (local: string) => new Date(local).getTime();
const nightOf = (local: string, hours = NIGHT) => {
  const { start, end } = nightAt(hours, at(local));
  return [start, end];
};

describe('a night', () => {
  test('is the one that is now, on both sides of midnight, else the next one', () => {
    const tonight = [at('2026-05-01T22:00'), at('2026-05-02T06:00')];
    expect(nightOf('2026-05-01T12:00')).toEqual(tonight);
    expect(nightOf('2026-05-01T22:00')).toEqual(tonight);
    expect(nightOf('2026-05-02T05:59')).toEqual(tonight);
    expect(nightOf('2026-05-02T06:00')).toEqual([at('2026-05-02T22:00'), at('2026-05-03T06:00')]);
  });

  test('may lie within one day, or be the whole of it', () => {
    const short = { from: '01:00', until: '04:00' };
    expect(nightOf('2026-05-01T12:00', short)).toEqual([
      at('2026-05-02T01:00'),
      at('2026-05-02T04:00'),
    ]);
    const whole = { from: '06:00', until: '06:00' };
    expect(nightOf('2026-05-01T05:00', whole)).toEqual([
      at('2026-04-30T06:00'),
      at('2026-05-01T06:00'),
    ]);
  });

  test('keeps to the clocks on the wall when they are changed', () => {
    const spring = nightAt(NIGHT, at('2026-03-28T23:00'));
    expect(spring.end - spring.start).toBe(7 * HOUR);
    const autumn = nightAt(NIGHT, at('2026-10-24T23:00'));
    expect(autumn.end - autumn.start).toBe(9 * HOUR);
    expect(new Date(autumn.end).getHours()).toBe(6);
  });

  test('whose hours fall out when clocks are set forward is left out', () => {
    const lost = { from: '02:00', until: '03:00' };
    expect(nightOf('2026-03-29T01:30', lost)).toEqual([
      at('2026-03-30T02:00'),
      at('2026-03-30T03:00'),
    ]);
  });
});

describe('the next read', () => {
  test('comes once values are as old as the rule allows', () => {
    const rule: RefreshRule = { kind: 'every', hours: 4 };
    const now = at('2026-05-01T12:00');
    expect(nextRead(rule, null, now)).toBe(now);
    expect(nextRead(rule, now - HOUR, now)).toBe(now + 3 * HOUR);
    expect(nextRead(rule, now - 9 * HOUR, now)).toBeLessThanOrEqual(now);
    // The clock was ahead when it was read.
    expect(nextRead(rule, now + 9 * HOUR, now)).toBe(now);
  });

  test('comes once a night, and not by day', () => {
    const start = at('2026-05-01T22:00');
    expect(nextRead(NIGHTLY, null, at('2026-05-01T12:00'))).toBe(start);
    expect(nextRead(NIGHTLY, at('2026-04-30T23:00'), at('2026-05-02T01:00'))).toBe(start);
    expect(nextRead(NIGHTLY, at('2026-05-01T23:00'), at('2026-05-02T01:00'))).toBe(
      at('2026-05-02T22:00'),
    );
    expect(nextRead(NIGHTLY, at('2027-01-01T00:00'), at('2026-05-02T01:00'))).toBe(start);
  });

  test('never comes where only people ask', () => {
    expect(nextRead({ kind: 'off' }, null, 0)).toBeNull();
  });
});

test('a group goes by its own rule, else by the fleet’s', () => {
  const rules = {
    ...DEFAULT_BUDGET,
    groupRules: [{ group: 'North', rule: { kind: 'off' } }],
  } as const;
  expect(ruleOf(rules, 'North')).toEqual({ kind: 'off' });
  expect(ruleOf(rules, 'South')).toEqual({ kind: 'every', hours: 12 });
  expect(ruleOf({ ...rules, nightHours: NIGHT }, null)).toEqual(NIGHTLY);
  expect(ruleOf({ ...rules, refreshEveryHours: null }, null)).toEqual({ kind: 'off' });
  expect([fleetHours(rules), fleetHours({ ...rules, nightHours: NIGHT })]).toEqual([12, 24]);
});
