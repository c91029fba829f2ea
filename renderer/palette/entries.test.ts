import IconCar from '@tabler/icons-react/dist/esm/icons/IconCar.mjs';
import { expect, test } from 'vitest';
import { foundEntries, grouped, movedActive, type PaletteEntry, withRecent } from './entries.ts';
import { createRecent } from './recent.ts';

const entry = (id: string, label: string, more: Partial<PaletteEntry> = {}): PaletteEntry => ({
  id,
  label,
  group: 'actions',
  icon: IconCar,
  detail: null,
  keys: [],
  whyNot: null,
  run: () => undefined,
  ...more,
});

const ENTRIES = [
  entry('map', 'Map', { keys: ['Ctrl+2'] }),
  entry('theme', 'Dark theme'),
  entry('car', 'Übergabe', { group: 'vehicles', detail: 'MP 1 Jo' }),
  entry('read', 'Read all', { whyNot: 'First connect a vehicle' }),
];

const idsFor = (query: string) => foundEntries(ENTRIES, query).map(({ id }) => id);

test('finds by whole or part words, by details and by keys, without accents', () => {
  expect(idsFor('theme dark')).toEqual(['theme']);
  expect(idsFor('ubergabe')).toEqual(['car']);
  expect(idsFor('mp jo')).toEqual(['car']);
  expect(idsFor('ctrl+2')).toEqual(['map']);
  expect(idsFor('warp')).toEqual([]);
});

test('what begins with the words comes first', () => {
  const entries = [entry('a', 'Compact rows'), entry('b', 'Activity'), entry('c', 'Pact')];
  expect(foundEntries(entries, 'act').map(({ id }) => id)).toEqual(['b', 'a', 'c']);
});

test('what cannot be done now is found all the same', () => {
  expect(idsFor('read')).toEqual(['read']);
});

test('what was used last stands first and once', () => {
  const recent = createRecent();
  for (const id of ['map', 'gone', 'theme', 'map']) recent.remember(id);
  const entries = withRecent(ENTRIES, recent.ids());
  expect(entries.map(({ id }) => id)).toEqual(['map', 'theme', 'car', 'read']);
  expect(grouped(entries).map(([group]) => group)).toEqual(['recent', 'vehicles', 'actions']);
});

test('only the last few are remembered', () => {
  const recent = createRecent();
  for (const id of '123456') recent.remember(id);
  expect(recent.ids()).toEqual(['6', '5', '4', '3', '2']);
});

test('the arrow keys go round', () => {
  expect(movedActive(0, -1, 4)).toBe(3);
  expect(movedActive(3, 1, 4)).toBe(0);
  expect(movedActive(0, 1, 0)).toBe(0);
});
