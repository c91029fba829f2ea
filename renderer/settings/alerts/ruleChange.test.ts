import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import {
  ALERT_KINDS,
  alertSettingsSchema,
  DEFAULT_ALERT_SETTINGS,
  ruleFor,
} from '../../../contract/alerts.ts';
import { PRESSURE_UNITS, type Units } from '../../../contract/appearance.ts';
import { setUnits } from '../../format/units.ts';
import { numberTyped } from '../budgetChange.ts';
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
const inPressure = (pressure: Units['pressure']) =>
  setUnits({ distance: 'km', volume: 'l', pressure });
afterEach(() => inPressure('kPa'));
inPressure('kPa');
const MEASURED: readonly MeasuredKind[] = ['lowBattery', 'lowFuel', 'lowTire', 'stale'];

test.each(PRESSURE_UNITS)(
  'whatever a field takes can be saved, and stands there again, in %s',
  (unit) => {
    inPressure(unit);
    const kinds = fc.constantFrom(...MEASURED);
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(kinds, share, share, (kind, one, other) => {
        // Typed with the decimals that the field shows, from the least to the most that it takes.
        const pick = (range: ReturnType<typeof thresholdRange>, at: number) => {
          const { least, most, isWhole } = range;
          const text = (least + at * (most - least)).toFixed(isWhole ? 0 : unit === 'bar' ? 2 : 1);
          const typed = numberTyped(text, range);
          expect(typed).not.toBeNull();
          return typed ?? least;
        };
        const typed = pick(thresholdRange(kind), one);
        const threshold = fromField(kind, typed);
        expect(toField(kind, threshold)).toBe(typed);
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
      }),
    );
  },
);

test('says where an alert ends', () => {
  expect(endOf('lowBattery', rules.lowBattery)).toBe(25);
  expect(endOf('lowTire', rules.lowTire)).toBe(200);
  expect(endOf('stale', rules.stale)).toBe(48);
});

test.each([
  ['kPa', 190, 10, 200, { least: 100, most: 900, isWhole: true }],
  ['bar', 1.9, 0.1, 2, { least: 1, most: 9, isWhole: false }],
  ['psi', 27.6, 1.5, 29, { least: 14.6, most: 130.5, isWhole: false }],
] as const)('pressures are set in %s', (unit, threshold, margin, end, range) => {
  inPressure(unit);
  expect(toField('lowTire', rules.lowTire.threshold)).toBe(threshold);
  expect(toField('lowTire', rules.lowTire.hysteresis)).toBe(margin);
  expect(endOf('lowTire', rules.lowTire)).toBe(end);
  expect(thresholdRange('lowTire')).toEqual(range);
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
