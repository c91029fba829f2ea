import { expect, test } from 'vitest';
import { ACTION_IDS } from '../../contract/actions.ts';
import { keysOf } from '../actions/definitions.ts';
import en from '../locales/en.json';
import { MAP_KEYS } from '../map/mapKeys.ts';
import { DETAIL_KEYS } from '../vehicles/detail/detailTabs.ts';
import { GRID_KEYS } from '../vehicles/grid/gridKeys.ts';
import { gridMove } from '../vehicles/grid/gridMove.ts';
import { foundOnSheet, type KeyPlace, type KeyWords, keySheet } from './keySheet.ts';
import { keyText } from './keyText.ts';

const keysAt = (place: KeyPlace) =>
  keySheet({})
    .find((section) => section.place === place)
    ?.lines.flatMap(({ keys }) => keys) ?? [];

/** What stands in the catalogue under a key; nothing where there is no text. */
const wordsOf = (key: string) => {
  const found = key
    .split('.')
    .reduce<unknown>((tree, part) => (tree as Record<string, unknown> | undefined)?.[part], en);
  return typeof found === 'string' ? found : '';
};

test('every key that works everywhere is on the sheet, and each once', () => {
  const keys = ACTION_IDS.flatMap((id) => keysOf(id, {}));
  expect(keysAt('everywhere').toSorted()).toEqual(keys.toSorted());
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toEqual(expect.arrayContaining(['/', '?', 'Mod+/', 'Mod+k']));
});

test('a person’s own keys take the place of the others', () => {
  const [section] = foundOnSheet(keySheet({ connect: 'F2', export: null }), '', wordsOf, false);
  const keyOf = (words: KeyWords) => section?.lines.find((line) => line.words === words)?.keys;
  expect(keyOf('actions.name.connect')).toEqual(['F2']);
  expect(keyOf('actions.name.export')).toBeUndefined();
});

test('the keys of the table, the map and the details are those of their maps', () => {
  for (const part of ['vehicle', 'group', 'heading'] as const) {
    expect(keysAt(part).toSorted()).toEqual(Object.keys(GRID_KEYS[part]).toSorted());
  }
  expect(keysAt('detail')).toEqual(expect.arrayContaining(Object.keys(DETAIL_KEYS)));
  expect(keysAt('map').toSorted()).toEqual([...Object.keys(MAP_KEYS), 'Escape'].toSorted());
});

test('the moves on the sheet move', () => {
  const from = { row: 20, column: 5 };
  for (const key of keysAt('moves')) {
    const press = {
      key: key.replace('Mod+', ''),
      ctrlKey: key.startsWith('Mod+'),
      metaKey: false,
      altKey: false,
      shiftKey: false,
    };
    const to = gridMove(press, from, { rows: 100, columns: 10, page: 10 });
    expect(to, key).not.toBeNull();
    expect(to, key).not.toEqual(from);
  }
});

test('every line and place has words', () => {
  for (const { place, lines } of keySheet({})) {
    expect(wordsOf(`keys.place.${place}`), place).not.toBe('');
    for (const { words } of lines) expect(wordsOf(words), words).not.toBe('');
  }
});

test('finds by words, by place and by key', () => {
  const found = (query: string) =>
    foundOnSheet(keySheet({}), query, wordsOf, false).flatMap(({ lines }) =>
      lines.map(({ words }) => words),
    );
  expect(found('copy cell')).toEqual(['keys.command.copyCell']);
  expect(found('everywhere search')).toEqual(['actions.name.search']);
  expect(found('ctrl+shift+c')).toEqual(['keys.command.copyCell']);
  expect(found('nothing like it')).toEqual([]);
});

test('keys are written the way the system does', () => {
  expect(keyText('Mod+Shift+c', false, wordsOf)).toBe('Ctrl+Shift+C');
  expect(keyText('Mod+Shift+c', true, wordsOf)).toBe('⇧⌘C');
  expect(keyText('Shift+ ', false, wordsOf)).toBe('Shift+Space');
  expect(keyText('Alt+ArrowDown', true, wordsOf)).toBe('⌥↓');
  expect(keyText('+', false, wordsOf)).toBe('+');
});
