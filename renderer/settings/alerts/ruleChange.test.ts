import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ALERT_KINDS,
  alertSettingsSchema,
  DEFAULT_ALERT_SETTINGS,
  ruleFor,
} from '../../../contract/alerts.ts';
import {
  endOf,
  fromField,
  type MeasuredKind,
  marginRange,
  ownRule,
  thresholdRange,
  toField,
  withRule,
  withThreshold,
} from './ruleChange.ts';

const { rules } = DEFAULT_ALERT_SETTINGS;
const MEASURED: readonly MeasuredKind[] = ['lowBattery', 'lowFuel', 'lowTire', 'stale'];

test('whatever a field takes can be saved', () => {
  const kinds = fc.constantFrom(...MEASURED);
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(kinds, share, share, (kind, one, other) => {
      const pick = ({ least, most }: ReturnType<typeof thresholdRange>, at: number) =>
        Math.round(least + at * (most - least));
      const threshold = fromField(kind, pick(thresholdRange(kind), one));
      const rule = withThreshold(kind, rules[kind], threshold);
      const hysteresis = fromField(kind, pick(marginRange(kind, rule), other));
      for (const next of [rule, { ...rule, hysteresis }]) {
        const settings = {
          ...DEFAULT_ALERT_SETTINGS,
          ...withRule(DEFAULT_ALERT_SETTINGS, kind, null, next),
        };
        expect(settings.rules[kind]).toEqual(next);
        expect(alertSettingsSchema.safeParse(settings).success).toBe(true);
      }
      expect(fromField(kind, toField(kind, threshold))).toBeCloseTo(threshold, 9);
    }),
  );
});

test('says where an alert ends', () => {
  expect(endOf('lowBattery', rules.lowBattery)).toBe(25);
  expect(endOf('lowTire', rules.lowTire)).toBe(200);
  expect(endOf('stale', rules.stale)).toBe(48);
});

test('a margin that no longer fits becomes smaller', () => {
  const wide = { on: true, threshold: 0.5, hysteresis: 0.4 };
  expect(withThreshold('lowBattery', wide, 0.9).hysteresis).toBeCloseTo(0.1, 9);
  expect(withThreshold('stale', rules.stale, 12).hysteresis).toBe(12);
});

test('a group has its own rule until that is taken back', () => {
  const own = { on: false, threshold: 0.3, hysteresis: 0 };
  const changed = {
    ...DEFAULT_ALERT_SETTINGS,
    ...withRule(DEFAULT_ALERT_SETTINGS, 'lowBattery', 'Pool', own),
  };
  expect(ruleFor(changed, 'lowBattery', 'Pool')).toEqual(own);
  expect(ownRule(changed, 'lowFuel', 'Pool')).toBeNull();
  for (const kind of ALERT_KINDS) expect(ruleFor(changed, kind, 'North')).toEqual(rules[kind]);
  expect(withRule(changed, 'lowBattery', 'Pool', null)).toEqual({
    rules,
    groups: [],
  });
});
