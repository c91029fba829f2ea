import { describe, expect, test } from 'vitest';
import { READING_KINDS, type Reading, type Readings } from '../../contract/readings.ts';
import { energyKinds } from './energy.ts';
import { lastHeard, lastRead, newestMoment } from './newest.ts';
import { reasonOf } from './reason.ts';
import { lockState, spelledOut } from './security.ts';

const never: Reading = { last: null, problem: null };
const problem = (reason: 'car_cannot' | 'not_granted' | 'failed') => ({
  last: null,
  problem: { reason, code: null, requestId: null, retryAt: null, at: '2026-11-24T12:00:00Z' },
});
const battery = {
  last: {
    value: { fraction: 0.5, rangeKm: null },
    measuredAt: '2026-11-24T10:00:00Z',
    fetchedAt: '2026-11-24T11:00:00Z',
  },
  problem: null,
};
const fuel = {
  last: {
    value: { fraction: 0.5, rangeKm: null, amountLitres: null },
    measuredAt: null,
    fetchedAt: '2026-11-24T11:30:00Z',
  },
  problem: null,
};
const none = Object.fromEntries(READING_KINDS.map((kind) => [kind, never])) as unknown as Readings;
const readings = (some: Partial<Readings>): Readings => ({ ...none, ...some });

describe('the energy column shows', () => {
  test.each<[string, Partial<Readings>, readonly string[]]>([
    ['what has a value', { battery, fuel: problem('car_cannot') }, ['battery']],
    ['fuel where only fuel has one', { fuel }, ['fuel']],
    ['both of a plug-in hybrid', { battery, fuel }, ['battery', 'fuel']],
    ['why fuel is missing in a car without battery', { battery: problem('car_cannot') }, ['fuel']],
    [
      'what was not granted before what the car cannot',
      { battery: problem('not_granted'), fuel: problem('car_cannot') },
      ['battery'],
    ],
    ['why fuel failed where nobody asked the battery', { fuel: problem('failed') }, ['fuel']],
    ['one reason where nothing was ever read', {}, ['battery']],
  ])('%s', (_what, some, kinds) => {
    expect(energyKinds(readings(some))).toEqual(kinds);
  });
});

test('the newest value may be one that only the fetch vouches for', () => {
  const both = { readings: readings({ battery, fuel }) };
  expect(newestMoment(both)).toEqual({ iso: '2026-11-24T11:30:00Z', byCar: false });
  expect(lastHeard(both)).toBe('2026-11-24T10:00:00Z');
  expect(newestMoment({ readings: none })).toBeNull();
  expect(lastHeard({ readings: readings({ fuel }) })).toBeNull();
});

test('the last read is the latest of all vehicles, if any', () => {
  const at = (refreshedAt: string | null) => ({ refreshedAt });
  expect(lastRead([at('2026-11-24T10:00:00Z'), at(null), at('2026-11-24T11:00:00Z')])).toBe(
    '2026-11-24T11:00:00Z',
  );
  expect(lastRead([at(null)])).toBeNull();
  expect(lastRead([])).toBeNull();
});

test('a reading has a reason unless its last try went well', () => {
  expect(reasonOf(never)).toBe('never');
  expect(reasonOf(battery)).toBeNull();
  expect(reasonOf({ ...battery, problem: problem('failed').problem })).toBe('failed');
});

test('locks that are not reported are neither locked nor open', () => {
  expect(lockState({ isLocked: null })).toBe('lockUnknown');
  expect(lockState({ isLocked: false })).toBe('unlocked');
  expect(lockState({ isLocked: true })).toBe('locked');
});

test('an unknown place is spelled out', () => {
  expect(spelledOut('middleLeft')).toBe('middle left');
});
