import { expect, test } from 'vitest';
import { widespread } from './widespread.ts';

const nothing = { failed: 0, account: 0, car_state: 0 };

test('a fifth of the vehicles is not yet worth a message, one more is', () => {
  expect(widespread({ ...nothing, failed: 16 }, 80)).toEqual([]);
  expect(widespread({ ...nothing, failed: 17 }, 80)).toEqual([{ cause: 'failed', count: 17 }]);
});

test('each cause is counted for itself, the most common first', () => {
  const failing = { failed: 30, account: 15, car_state: 40 };
  expect(widespread(failing, 100).map(({ cause }) => cause)).toEqual(['car_state', 'failed']);
});

test('one vehicle is told by its row', () => {
  expect(widespread({ ...nothing, car_state: 1 }, 2)).toEqual([]);
  expect(widespread({ ...nothing, car_state: 2 }, 2)).toHaveLength(1);
});
