import { expect, test } from 'vitest';
import { type GridPart, gridCommand } from './gridKeys.ts';

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const ctrl = { ctrlKey: true };
const shift = { shiftKey: true };

test.each<[string, object, GridPart, string | null]>([
  ['Enter', {}, 'vehicle', 'open'],
  ['Enter', {}, 'heading', 'sort'],
  ['Enter', shift, 'heading', 'addSort'],
  ['Enter', {}, 'group', 'toggleGroup'],
  [' ', {}, 'vehicle', 'toggle'],
  ['ArrowDown', shift, 'vehicle', 'extendDown'],
  ['ArrowDown', {}, 'vehicle', null],
  ['ArrowRight', {}, 'group', 'expand'],
  ['ArrowRight', shift, 'heading', 'wider'],
  ['ArrowRight', ctrl, 'heading', 'moveOn'],
  ['A', ctrl, 'vehicle', 'selectAll'],
  ['P', {}, 'vehicle', 'preview'],
  ['p', {}, 'heading', null],
  ['R', {}, 'vehicle', 'refresh'],
  ['r', ctrl, 'vehicle', null],
  ['c', ctrl, 'vehicle', 'copyRows'],
  ['C', { ...ctrl, ...shift }, 'vehicle', 'copyCell'],
  ['F10', shift, 'vehicle', 'menu'],
  ['ContextMenu', {}, 'heading', 'menu'],
  ['ContextMenu', {}, 'group', null],
  ['g', {}, 'group', null],
  ['g', {}, 'heading', 'groupBy'],
  ['toString', {}, 'vehicle', null],
])('%j with %o on a %s: %s', (key, more, part, command) => {
  expect(gridCommand(press(key, more), part, false)).toBe(command);
});

test('on macOS it is the command key', () => {
  expect(gridCommand(press('a', { metaKey: true }), 'vehicle', true)).toBe('selectAll');
  expect(gridCommand(press('a', ctrl), 'vehicle', true)).toBeNull();
  expect(gridCommand(press('a', { metaKey: true }), 'vehicle', false)).toBeNull();
});
