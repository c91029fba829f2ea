import { expect, test } from 'vitest';
import { isModKey, type KeyPress, modKeyText } from './shortcuts.ts';

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

test('Shift is another key unless it is asked for', () => {
  const shifted = press({ key: 'R', ctrlKey: true, shiftKey: true });
  expect(isModKey(shifted, 'r', false, true)).toBe(true);
  expect(isModKey(press({ key: 'r', ctrlKey: true }), 'r', false, true)).toBe(false);
});

test('keys are written the way the system does', () => {
  expect(modKeyText('n', false)).toBe('Ctrl+N');
  expect(modKeyText('n', true)).toBe('⌘N');
  expect(modKeyText('r', false, true)).toBe('Ctrl+Shift+R');
  expect(modKeyText('r', true, true)).toBe('⇧⌘R');
});
