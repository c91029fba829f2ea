import { expect, test } from 'vitest';
import { ariaKey, type KeyPress, pressedKey } from './pressedKey.ts';

const press = (more: Partial<KeyPress>): KeyPress => ({
  key: 'n',
  code: 'KeyN',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

test('Mod is Ctrl, and Cmd on macOS', () => {
  expect(pressedKey(press({ ctrlKey: true }), false)).toBe('Mod+n');
  expect(pressedKey(press({ metaKey: true }), false)).toBeNull();
  expect(pressedKey(press({ metaKey: true }), true)).toBe('Mod+n');
  expect(pressedKey(press({ ctrlKey: true }), true)).toBeNull();
});

test('Shift counts for letters, and elsewhere is part of the character', () => {
  expect(pressedKey(press({ key: 'R', ctrlKey: true, shiftKey: true }), false)).toBe('Mod+Shift+r');
  const slash = { key: '/', code: 'Digit7', ctrlKey: true, shiftKey: true };
  expect(pressedKey(press(slash), false)).toBe('Mod+/');
});

test('what types is no key, but for the two that are', () => {
  expect(pressedKey(press({}), false)).toBeNull();
  expect(
    pressedKey(press({ key: 'Control', code: 'ControlLeft', ctrlKey: true }), false),
  ).toBeNull();
  expect(pressedKey(press({ ctrlKey: true, altKey: true }), false)).toBeNull();
  expect(pressedKey(press({ key: '/', code: 'Slash' }), false)).toBe('/');
  expect(pressedKey(press({ key: '?', code: 'Slash', shiftKey: true }), false)).toBe('?');
});

test('function keys need no modifier', () => {
  expect(pressedKey(press({ key: 'F2', code: 'F2' }), false)).toBe('F2');
  expect(pressedKey(press({ key: 'F2', code: 'F2', ctrlKey: true, shiftKey: true }), false)).toBe(
    'Mod+Shift+F2',
  );
});

test('other keyboards have the same keys', () => {
  expect(pressedKey(press({ key: 'т', ctrlKey: true }), false)).toBe('Mod+n');
  expect(pressedKey(press({ key: '&', code: 'Digit1', ctrlKey: true }), false)).toBe('Mod+1');
  expect(pressedKey(press({ key: 'ö', code: 'Semicolon', ctrlKey: true }), false)).toBe('Mod+ö');
});

test('screen readers are told the key as the system calls it', () => {
  expect(ariaKey('Mod+Shift+r', false)).toBe('Control+Shift+r');
  expect(ariaKey('Mod+n', true)).toBe('Meta+n');
});
