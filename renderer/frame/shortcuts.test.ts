import { expect, test } from 'vitest';
import { isModKey, type KeyPress } from './shortcuts.ts';

const press = (more: Partial<KeyPress>): KeyPress => ({
  key: 'n',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  repeat: false,
  ...more,
});

test('Mod is Ctrl, and Cmd on macOS', () => {
  expect(isModKey(press({ ctrlKey: true }), 'n', false)).toBe(true);
  expect(isModKey(press({ metaKey: true }), 'n', false)).toBe(false);
  expect(isModKey(press({ metaKey: true }), 'n', true)).toBe(true);
  expect(isModKey(press({ ctrlKey: true }), 'n', true)).toBe(false);
});

test('another key, another modifier or a key held down is not it', () => {
  expect(isModKey(press({}), 'n', false)).toBe(false);
  expect(isModKey(press({ ctrlKey: true, key: 'r' }), 'n', false)).toBe(false);
  expect(isModKey(press({ ctrlKey: true, shiftKey: true }), 'n', false)).toBe(false);
  expect(isModKey(press({ ctrlKey: true, repeat: true }), 'n', false)).toBe(false);
});
