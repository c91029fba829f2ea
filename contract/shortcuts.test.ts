import { expect, test } from 'vitest';
import {
  actionWith,
  DEFAULT_KEYS,
  FIXED_KEYS,
  keysWith,
  newShortcutsSchema,
  shortcutsSchema,
} from './shortcuts.ts';

test('no two actions have the same key', () => {
  const keys = [...Object.values(DEFAULT_KEYS), ...Object.values(FIXED_KEYS).flat()].filter(
    (key) => key !== null,
  );
  expect(new Set(keys).size).toBe(keys.length);
});

test('default keys are ones that a person could choose', () => {
  expect(shortcutsSchema.safeParse(DEFAULT_KEYS).success).toBe(true);
});

test('takes keys with Mod and function keys, and nothing that types', () => {
  for (const key of ['Mod+j', 'Mod+Shift+ö', 'Mod+8', 'Mod+;', 'F2', 'Shift+F12', 'Mod+Shift+F1']) {
    expect(shortcutsSchema.safeParse({ connect: key }).success, key).toBe(true);
  }
  for (const key of [
    'j',
    'Shift+j',
    'Mod+J',
    'Mod+Shift+1',
    'Alt+j',
    'Mod+Enter',
    'F13',
    'Mod+ ',
  ]) {
    expect(shortcutsSchema.safeParse({ connect: key }).success, key).toBe(false);
  }
});

test('a chosen key takes the place of the default, and none means none', () => {
  const keys = keysWith({ connect: 'Mod+j', export: null });
  expect(keys.connect).toBe('Mod+j');
  expect(keys.export).toBeNull();
  expect(keys.refresh).toBe('Mod+r');
});

test('a default key that was given to another action is that one’s alone', () => {
  const shortcuts = { connect: 'Mod+r' };
  expect(keysWith(shortcuts).refresh).toBeNull();
  expect(actionWith('Mod+r', shortcuts)).toBe('connect');
  expect(actionWith('Mod+5', shortcuts)).toBe('settings');
  expect(actionWith('Mod+j', shortcuts)).toBeNull();
});

test('refuses one key for two actions, and keys that stay', () => {
  expect(newShortcutsSchema.safeParse({ connect: 'Mod+j', export: 'Mod+j' }).success).toBe(false);
  expect(newShortcutsSchema.safeParse({ connect: 'Mod+5' }).success).toBe(false);
  expect(newShortcutsSchema.safeParse({ connect: null, export: null }).success).toBe(true);
});
