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
  expect(book.list().found).toEqual({
    accessEnded: ['b'],
    lowBattery: [],
    lowFuel: [],
    lowTire: ['a', 'b'],
    stale: [],
  });
  book.remove('b');
  expect(book.attention().map(({ kind }) => kind)).toEqual(['lowTire']);
});

test('of more alerts than are listed all vehicles are told', () => {
  const book = createAlertBook();
  const ids = Array.from({ length: 700 }, (_, index) => `car ${index}`);
  for (const id of ids) book.restore(id, { watched: 0, active: [alert({ kind: 'stale' })] });
  const { alerts, total, found } = book.list();
  expect([alerts.length, total]).toEqual([500, 700]);
  expect(found.stale).toEqual(ids);
});
