import { expect, test } from 'vitest';
import { DEFAULT_KEYS } from '../../../contract/shortcuts.ts';
import { refusalOf } from './refusal.ts';

test('a free key can be taken, and one’s own again', () => {
  expect(refusalOf('Mod+j', 'connect', {})).toBeNull();
  expect(refusalOf('Mod+n', 'connect', {})).toBeNull();
  expect(refusalOf('F2', 'alerts', {})).toBeNull();
});

test('what types, what the system has and what others have is refused', () => {
  expect(refusalOf(null, 'connect', {})).toEqual({ why: 'needsMod' });
  expect(refusalOf('/', 'connect', {})).toEqual({ why: 'needsMod' });
  expect(refusalOf('Mod+c', 'connect', {})).toEqual({ why: 'reserved', key: 'Mod+c' });
  expect(refusalOf('Mod+r', 'connect', {})).toEqual({ why: 'taken', key: 'Mod+r', by: 'refresh' });
  expect(refusalOf('Mod+r', 'connect', { refresh: null })).toBeNull();
});

test('no default key is one of the system’s', () => {
  for (const key of Object.values(DEFAULT_KEYS)) {
    if (key !== null) expect(refusalOf(key, 'connect', {})?.why, key).not.toBe('reserved');
  }
});
