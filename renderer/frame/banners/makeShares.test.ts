import { expect, test } from 'vitest';
import { makeShares } from './makeShares.ts';

const times = (make: string | null, count: number) => Array<string | null>(count).fill(make);

test('the most common makes are named, the rest is counted', () => {
  const makes = [
    ...times('TESLA', 4),
    ...times('FORD', 37),
    ...times('BMW', 2),
    ...times('AUDI', 2),
    ...times(null, 1),
  ];
  expect(makeShares(makes)).toEqual({
    named: [
      { make: 'FORD', count: 37 },
      { make: 'TESLA', count: 4 },
      { make: 'AUDI', count: 2 },
    ],
    others: 3,
  });
});

test('vehicles of no known make are others', () => {
  expect(makeShares(times(null, 2))).toEqual({ named: [], others: 2 });
  expect(makeShares([])).toEqual({ named: [], others: 0 });
});
