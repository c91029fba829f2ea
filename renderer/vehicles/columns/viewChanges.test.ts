import { describe, expect, test } from 'vitest';
import { DEFAULT_VIEW, type TableView } from '../../../contract/tableView.ts';
import { inShownOrder, movedBy, movedTo, pinned, shown, sortedBy, widened } from './viewChanges.ts';

const view: TableView = {
  ...DEFAULT_VIEW,
  columns: ['status', 'name', 'plate', 'driver', 'odometer'],
  pinned: ['status', 'name'],
  sort: [{ column: 'name', descending: false }],
};

describe('sorting', () => {
  test('a new column sorts alone, upwards', () => {
    expect(sortedBy(view, 'plate', false)).toEqual({
      sort: [{ column: 'plate', descending: false }],
    });
  });

  test('the same column turns round, then ends', () => {
    const down = { sort: [{ column: 'name', descending: true }] } as const;
    expect(sortedBy(view, 'name', false)).toEqual(down);
    expect(sortedBy({ ...view, sort: [...down.sort] }, 'name', false)).toEqual({ sort: [] });
  });

  test('an added column comes last and keeps its place when it turns round', () => {
    const two = sortedBy(view, 'plate', true).sort ?? [];
    expect(two.map(({ column }) => column)).toEqual(['name', 'plate']);
    const turned = sortedBy({ ...view, sort: two }, 'name', true).sort;
    expect(turned).toEqual([
      { column: 'name', descending: true },
      { column: 'plate', descending: false },
    ]);
    expect(sortedBy({ ...view, sort: turned ?? [] }, 'name', true).sort).toEqual([
      { column: 'plate', descending: false },
    ]);
  });

  test('one of several that is chosen alone starts anew', () => {
    const two = [
      { column: 'name', descending: true },
      { column: 'plate', descending: false },
    ] as const;
    expect(sortedBy({ ...view, sort: [...two] }, 'name', false)).toEqual({
      sort: [{ column: 'name', descending: false }],
    });
  });
});

describe('moving', () => {
  test('a column takes the place of another, whichever way it comes', () => {
    expect(movedTo(view, 'odometer', 'plate').columns).toEqual([
      'status',
      'name',
      'odometer',
      'plate',
      'driver',
    ]);
    expect(movedTo(view, 'plate', 'odometer').columns?.slice(2)).toEqual([
      'driver',
      'odometer',
      'plate',
    ]);
  });

  test('a column that is put among those that stay, stays', () => {
    expect(movedTo(view, 'plate', 'name')).toMatchObject({ pinned: ['status', 'plate', 'name'] });
    expect(movedTo(view, 'name', 'driver')).toMatchObject({ pinned: ['status'] });
  });

  test('keys do not cross the border between the two', () => {
    expect(movedBy(view, 'plate', -1)).toEqual({});
    expect(movedBy(view, 'name', 1)).toEqual({});
    expect(movedBy(view, 'odometer', 1)).toEqual({});
    expect(movedBy(view, 'plate', 1).columns?.slice(2, 4)).toEqual(['driver', 'plate']);
  });
});

test('those that stay come first on the screen', () => {
  expect(inShownOrder({ ...view, pinned: ['driver'] })[0]).toBe('driver');
});

test('the last column cannot be hidden', () => {
  const one: TableView = { ...view, columns: ['name'] };
  expect(shown(one, 'name', false)).toEqual({});
  expect(shown(one, 'plate', true)).toEqual({ columns: ['name', 'plate'] });
});

test('no more columns stay than the contract allows', () => {
  const five: TableView['columns'] = ['status', 'name', 'plate', 'driver', 'group'];
  const full: TableView = { ...view, columns: [...five, 'odometer'], pinned: five };
  expect(pinned(full, 'odometer', true).pinned).toHaveLength(5);
  expect(movedTo(full, 'odometer', 'name')).toEqual({});
});

test('a width stays within what is sensible', () => {
  expect(widened(view, 'name', 3, 96).widths).toEqual({ name: 96 });
  expect(widened(view, 'name', 5000).widths).toEqual({ name: 1200 });
});
