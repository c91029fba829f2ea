import { expect, test } from 'vitest';
import { createAlertBook } from './alertBook.ts';
import type { KeptAlert } from './judge.ts';

const alert = (part: Partial<KeptAlert>): KeptAlert => ({
  kind: 'lowTire',
  tire: null,
  since: '2026-11-25T12:00:00Z',
  value: 170,
  seen: false,
  told: true,
  ...part,
});

test('counts each vehicle once by kind, and knows which are news', () => {
  const book = createAlertBook();
  expect(book.attention()).toEqual([]);
  const restore = (id: string, ...active: KeptAlert[]) => book.restore(id, { watched: 0, active });
  restore('a', alert({ tire: 'frontLeft' }), alert({ tire: 'backLeft', seen: true }));
  restore('b', alert({ tire: 'frontLeft', seen: true }), alert({ kind: 'accessEnded' }));
  restore('c');
  expect(book.attention()).toEqual([
    { kind: 'accessEnded', vehicleIds: ['b'], unseenIds: ['b'] },
    { kind: 'lowTire', vehicleIds: ['a', 'b'], unseenIds: ['a'] },
  ]);
  book.remove('b');
  expect(book.attention().map(({ kind }) => kind)).toEqual(['lowTire']);
});
