import { expect, test } from 'vitest';
import { keyAction } from './keys.ts';

const PLAIN = {
  type: 'keyDown' as const,
  isAutoRepeat: false,
  shift: false,
  control: false,
  alt: false,
  meta: false,
};

test.each([
  ['F5', {}, 'reload'],
  ['F6', {}, 'switch_pane'],
  ['r', { control: true }, 'reload'],
  ['R', { control: true }, 'reload'],
  ['w', { control: true }, 'close'],
  ['ArrowLeft', { alt: true }, 'back'],
])('%s', (key, modifiers, action) => {
  expect(keyAction({ ...PLAIN, ...modifiers, key }, false)).toBe(action);
});

test.each([
  ['r', { meta: true }, 'reload'],
  ['w', { meta: true }, 'close'],
  ['[', { meta: true }, 'back'],
])('%s on macOS', (key, modifiers, action) => {
  expect(keyAction({ ...PLAIN, ...modifiers, key }, true)).toBe(action);
});

test.each([
  ['Esc, which must not end a login', { key: 'Escape' }],
  ['a letter', { key: 'r' }],
  ['an arrow', { key: 'ArrowLeft' }],
  ['AltGr and a letter', { key: 'r', control: true, alt: true }],
  ['a key that is held down', { key: 'F5', isAutoRepeat: true }],
  ['a key that is let go', { key: 'F5', type: 'keyUp' as const }],
  ['Ctrl+Shift+R', { key: 'R', control: true, shift: true }],
])('%s is the page’s own', (_name, press) => {
  expect(keyAction({ ...PLAIN, ...press }, false)).toBeNull();
});

test('Alt and an arrow move through a word on macOS', () => {
  expect(keyAction({ ...PLAIN, key: 'ArrowLeft', alt: true }, true)).toBeNull();
});
