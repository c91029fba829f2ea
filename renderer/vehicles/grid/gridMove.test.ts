import { expect, test } from 'vitest';
import { gridMove, HEADING_ROW } from './gridMove.ts';

const size = { rows: 100, columns: 8, page: 20 };
const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const mod = { ctrlKey: true };

test.each([
  ['ArrowDown', {}, 5, 3, 6, 3],
  ['ArrowUp', {}, 5, 3, 4, 3],
  ['ArrowUp', {}, 0, 3, HEADING_ROW, 3],
  ['ArrowUp', {}, HEADING_ROW, 3, HEADING_ROW, 3],
  ['ArrowDown', {}, 99, 3, 99, 3],
  ['ArrowRight', {}, 5, 7, 5, 7],
  ['ArrowLeft', {}, 5, 3, 5, 2],
  ['PageDown', {}, 5, 3, 25, 3],
  ['PageDown', {}, 95, 3, 99, 3],
  ['PageUp', {}, 5, 3, 0, 3],
  ['Home', {}, 5, 3, 5, 0],
  ['End', {}, 5, 3, 5, 7],
  ['Home', mod, 5, 3, 0, 0],
  ['End', mod, 5, 3, 99, 7],
  ['Home', { metaKey: true }, 5, 3, 0, 0],
])('%s %o from %d, %d goes to %d, %d', (key, more, row, column, toRow, toColumn) => {
  expect(gridMove(press(key, more), { row, column }, size)).toEqual({
    row: toRow,
    column: toColumn,
  });
});

test('other keys are left alone', () => {
  const from = { row: 5, column: 3 };
  expect(gridMove(press('Enter'), from, size)).toBeNull();
  expect(gridMove(press('toString'), from, size)).toBeNull();
  expect(gridMove(press('ArrowDown', { altKey: true }), from, size)).toBeNull();
  expect(gridMove(press('ArrowDown', mod), from, size)).toBeNull();
});

test('an empty table has its headings only', () => {
  const empty = { ...size, rows: 0 };
  for (const key of ['ArrowDown', 'PageDown', 'PageUp']) {
    expect(gridMove(press(key), { row: HEADING_ROW, column: 1 }, empty)?.row).toBe(HEADING_ROW);
  }
  expect(gridMove(press('End', mod), { row: HEADING_ROW, column: 1 }, empty)?.row).toBe(
    HEADING_ROW,
  );
});
