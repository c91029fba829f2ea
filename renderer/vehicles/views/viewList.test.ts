import { expect, test } from 'vitest';
import { DEFAULT_TABLE_SETTINGS, DEFAULT_VIEW } from '../../../contract/tableView.ts';
import {
  isChanged,
  withActive,
  withAdded,
  withName,
  withNew,
  without,
  withSaved,
} from './viewList.ts';

const lowView = { ...DEFAULT_VIEW, query: 'soc<20' };
const typed = { ...DEFAULT_TABLE_SETTINGS, current: lowView };
const saved = withNew(typed, 'low', 'Low charge');

test('what differs from the view it began as is changed', () => {
  expect(isChanged(DEFAULT_TABLE_SETTINGS)).toBe(false);
  expect(isChanged(typed)).toBe(true);
  expect(isChanged(saved)).toBe(false);
});

test('the order in which widths were drawn is no change', () => {
  const widths = (first: 'name' | 'plate', second: 'name' | 'plate') => ({
    ...DEFAULT_VIEW,
    widths: { [first]: 100, [second]: 100 },
  });
  const one = withNew({ ...typed, current: widths('name', 'plate') }, 'w', 'Wide');
  expect(isChanged({ ...one, current: widths('plate', 'name') })).toBe(false);
});

test('a view is chosen as it was saved, and the whole table as at first', () => {
  const other = withActive(saved, null);
  expect(other.current).toEqual(DEFAULT_VIEW);
  expect(withActive(other, 'low').current).toEqual(lowView);
});

test('a changed view is saved in place, renamed, and taken out without moving the table', () => {
  const grouped = { ...saved, current: { ...lowView, groupBy: 'group' as const } };
  expect(withSaved(grouped).views[0]?.view.groupBy).toBe('group');
  expect(withName(saved, 'low', 'Empty').views[0]?.name).toBe('Empty');
  expect(without(grouped, 'low')).toMatchObject({
    views: [],
    activeViewId: null,
    current: { groupBy: 'group' },
  });
});

test('views from a file get free names and ids of their own', () => {
  let next = 0;
  const newId = () => `new-${next++}`;
  const { views } = withAdded(saved, saved.views, newId);
  expect(views.map(({ id, name }) => [id, name])).toEqual([
    ['low', 'Low charge'],
    ['new-0', 'Low charge 2'],
  ]);
});

test('there are never more views than the contract allows', () => {
  let settings = saved;
  for (let count = 0; count < 60; count += 1) settings = withNew(settings, `v${count}`, 'View');
  expect(settings.views).toHaveLength(50);
  expect(withAdded(settings, saved.views, () => 'more').views).toHaveLength(50);
});
