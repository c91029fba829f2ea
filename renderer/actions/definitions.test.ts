import { expect, test } from 'vitest';
import { ACTION_IDS, FREE_ACTIONS } from '../../contract/actions.ts';
import { ACTIONS, keysOf, whyNot } from './definitions.ts';

test('no key does two things', () => {
  const keys = ACTION_IDS.flatMap((id) => keysOf(id, {}));
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.length).toBeGreaterThan(12);
});

test('a person’s key comes before the ones that stay', () => {
  expect(keysOf('search', { search: 'F3' })).toEqual(['F3', '/']);
  expect(keysOf('search', { search: null })).toEqual(['/']);
});

test('the application menu knows which work without an application', () => {
  const free = ACTION_IDS.filter((id) => ACTIONS[id].needs === 'nothing');
  expect(new Set(free)).toEqual(FREE_ACTIONS);
});

test('says what is missing', () => {
  const facts = { hasApplication: true, isSetup: false, vehicles: 3, searchesSettings: false };
  expect(whyNot('refresh', facts)).toBeNull();
  expect(whyNot('refresh', { ...facts, vehicles: 0 })).toBe('empty');
  expect(whyNot('connect', { ...facts, isSetup: true })).toBe('leaveSetup');
  expect(whyNot('settings', { ...facts, isSetup: true })).toBeNull();
  expect(whyNot('settings', { ...facts, hasApplication: false })).toBe('setup');
  expect(whyNot('keys', { ...facts, hasApplication: false, isSetup: true })).toBeNull();
  // In the settings there is something to search even without a vehicle.
  expect(whyNot('search', { ...facts, vehicles: 0 })).toBe('empty');
  expect(whyNot('search', { ...facts, vehicles: 0, searchesSettings: true })).toBeNull();
});
