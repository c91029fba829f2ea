import { expect, test } from 'vitest';
import { isModKey } from '../frame/shortcuts.ts';
import en from '../locales/en.json';
import { DETAIL_KEYS } from '../vehicles/detail/detailTabs.ts';
import { GRID_KEYS } from '../vehicles/grid/gridKeys.ts';
import { gridMove } from '../vehicles/grid/gridMove.ts';
import { foundOnSheet, KEY_SHEET, type KeyPlace } from './keySheet.ts';
import { keyText } from './keyText.ts';

const keysAt = (place: KeyPlace) =>
  KEY_SHEET.find((section) => section.place === place)?.lines.flatMap(({ keys }) => keys) ?? [];

/** What stands in the catalogue under a key; nothing where there is no text. */
const wordsOf = (key: string) => {
  const found = key
    .split('.')
    .reduce<unknown>((tree, part) => (tree as Record<string, unknown> | undefined)?.[part], en);
  return typeof found === 'string' ? found : '';
};

const sources = Object.values(
  import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).join('\n');

test('every key that works everywhere is on the sheet', () => {
  const calls = [...sources.matchAll(/useModKey\('(.)'(.*?)\);\n/gs)];
  expect(calls.length).toBeGreaterThan(4);
  const handled = calls.map(([, letter, rest]) =>
    rest?.endsWith(', true') ? `Mod+Shift+${letter}` : `Mod+${letter}`,
  );
  expect(keysAt('everywhere')).toEqual(expect.arrayContaining(handled));
  expect(keysAt('everywhere')).toEqual(expect.arrayContaining(['/', '?', 'Mod+/']));
});

test('a key on the sheet that is pressed with Mod is one that is handled', () => {
  for (const key of keysAt('everywhere').filter((one) => one.startsWith('Mod+'))) {
    const letter = key.at(-1) ?? '';
    const press = {
      key: letter,
      ctrlKey: true,
      metaKey: false,
      altKey: false,
      shiftKey: key.includes('Shift'),
      repeat: false,
    };
    expect(isModKey(press, letter, false, press.shiftKey)).toBe(true);
    const handled = letter === '/' ? `isModKey(event, '/'` : `useModKey('${letter}'`;
    expect(sources.includes(handled), key).toBe(true);
  }
});

test('the keys of the table and the details are those of their maps', () => {
  for (const part of ['vehicle', 'group', 'heading'] as const) {
    expect(keysAt(part).toSorted()).toEqual(Object.keys(GRID_KEYS[part]).toSorted());
  }
  expect(keysAt('detail')).toEqual(expect.arrayContaining(Object.keys(DETAIL_KEYS)));
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
  for (const { place, lines } of KEY_SHEET) {
    expect(wordsOf(`keys.place.${place}`), place).not.toBe('');
    for (const { words } of lines) expect(wordsOf(words), words).not.toBe('');
  }
});

test('finds by words, by place and by key', () => {
  const found = (query: string) =>
    foundOnSheet(query, wordsOf, false).flatMap(({ lines }) => lines.map(({ words }) => words));
  expect(found('copy cell')).toEqual(['keys.command.copyCell']);
  expect(found('everywhere search')).toEqual(['keys.everywhere.search']);
  expect(found('ctrl+shift+c')).toEqual(['keys.command.copyCell']);
  expect(found('nothing like it')).toEqual([]);
});

test('keys are written the way the system does', () => {
  expect(keyText('Mod+Shift+c', false)).toBe('Ctrl+Shift+C');
  expect(keyText('Mod+Shift+c', true)).toBe('⇧⌘C');
  expect(keyText('Shift+ ', false)).toBe('Shift+Space');
  expect(keyText('Alt+ArrowDown', true)).toBe('⌥↓');
});
