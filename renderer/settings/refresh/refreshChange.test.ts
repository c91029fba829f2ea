import { expect, test } from 'vitest';
import { DEFAULT_BUDGET } from '../../../contract/budget.ts';
import { DEFAULT_NIGHT, fleetRule, type RefreshRule } from '../../../contract/refreshRules.ts';
import {
  choiceOf,
  hoursOf,
  refreshPart,
  ruleFrom,
  withFleetRule,
  withGroupRule,
} from './refreshChange.ts';

const PART = refreshPart(DEFAULT_BUDGET);
const NIGHTLY: RefreshRule = { kind: 'night', hours: { from: '21:00', until: '05:00' } };

test.each<RefreshRule | null>([null, { kind: 'off' }, { kind: 'every', hours: 0.25 }, NIGHTLY])(
  'a rule is the one that its choice stands for: %j',
  (rule) => {
    expect(ruleFrom(choiceOf(rule), hoursOf(rule))).toEqual(rule);
  },
);

test('a night begins with the usual hours', () => {
  expect(ruleFrom('night', null)).toEqual({ kind: 'night', hours: DEFAULT_NIGHT });
});

test('the fleet goes by what was chosen last', () => {
  const nightly = { ...PART, ...withFleetRule(NIGHTLY) };
  expect(fleetRule(nightly)).toEqual(NIGHTLY);
  const often = { ...nightly, ...withFleetRule({ kind: 'every', hours: 2 }) };
  expect(fleetRule(often)).toEqual({ kind: 'every', hours: 2 });
  expect(fleetRule({ ...often, ...withFleetRule({ kind: 'off' }) })).toEqual({ kind: 'off' });
});

test('a group gets a rule, another one, and none', () => {
  const first = { ...PART, ...withGroupRule(PART, 'North', { kind: 'off' }) };
  const both = { ...first, ...withGroupRule(first, 'South', NIGHTLY) };
  const changed = { ...both, ...withGroupRule(both, 'North', NIGHTLY) };
  expect(changed.groupRules).toEqual([
    { group: 'North', rule: NIGHTLY },
    { group: 'South', rule: NIGHTLY },
  ]);
  expect(withGroupRule(changed, 'North', null).groupRules).toHaveLength(1);
});
