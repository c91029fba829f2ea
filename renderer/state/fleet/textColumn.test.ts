import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTextColumn } from './textColumn.ts';

const collator = new Intl.Collator('en', { numeric: true });

test('ranks order texts as people do, however the texts came', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('Van 9', 'Van 10', 'Éa', 'Eb', 'ea'));
  fc.assert(
    fc.property(fc.array(fc.array(text)), (batches) => {
      const column = createTextColumn();
      let slot = 0;
      for (const batch of batches) {
        for (const one of batch) {
          column.set(slot, one);
          slot += 1;
        }
        column.ranks();
      }
      const ranks = column.ranks();
      const ranked = column.texts
        .map((one, code) => ({ one, rank: ranks[code] ?? 0 }))
        .slice(1)
        .sort((a, b) => a.rank - b.rank);
      expect(new Set(ranked.map(({ rank }) => rank)).size).toBe(ranked.length);
      for (const [at, { one }] of ranked.slice(1).entries()) {
        expect(collator.compare(ranked[at]?.one ?? '', one)).toBeLessThanOrEqual(0);
      }
    }),
  );
});

test('says whether a text changed, and counts the slots of each', () => {
  const column = createTextColumn();
  expect(column.set(0, 'Pool')).toBe(true);
  expect(column.set(0, 'Pool')).toBe(false);
  expect(column.set(100, 'Pool')).toBe(true);
  expect(column.set(1, '')).toBe(false);
  expect(column.set(0, null)).toBe(true);
  expect([column.at(0), column.at(100), column.at(7)]).toEqual([null, 'Pool', null]);
  expect(column.counts()[column.codeAt(100)]).toBe(1);
});
