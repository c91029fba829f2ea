import { expect, test, vi } from 'vitest';
import { createSelection } from './selection.ts';

test('picks, adds, drops and clears', () => {
  const selection = createSelection();
  selection.toggle('a');
  selection.add(['b', 'c']);
  selection.toggle('a');
  expect([...selection.ids()]).toEqual(['b', 'c']);
  selection.set(['d']);
  expect([...selection.ids()]).toEqual(['d']);
  selection.clear();
  expect(selection.ids().size).toBe(0);
});

test('those that are gone are dropped', () => {
  const selection = createSelection();
  selection.set(['a', 'b']);
  selection.keepOnly(new Set(['b', 'c']));
  expect([...selection.ids()]).toEqual(['b']);
});

test('tells of changes only', () => {
  const selection = createSelection();
  const listener = vi.fn();
  const end = selection.subscribe(listener);
  selection.clear();
  selection.keepOnly(new Set());
  expect(listener).not.toHaveBeenCalled();
  selection.set(['a']);
  selection.keepOnly(new Set(['a']));
  expect(listener).toHaveBeenCalledOnce();
  end();
  selection.clear();
  expect(listener).toHaveBeenCalledOnce();
});
