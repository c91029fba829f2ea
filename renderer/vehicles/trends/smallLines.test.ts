import { expect, test } from 'vitest';
import type { SmallLines } from '../../../contract/trends.ts';
import { createSmallLines } from './smallLines.ts';

const NOW = Date.parse('2026-11-25T12:00:00.000Z');

function setUp() {
  const asked: (readonly string[])[] = [];
  let due: (() => void) | null = null;
  const store = createSmallLines({
    now: () => NOW,
    after(_ms, call) {
      due = call;
      return () => {
        due = null;
      };
    },
    ask: async (ids) => {
      asked.push(ids);
      return ids.map(
        (vehicleId): SmallLines => ({
          vehicleId,
          lines: { odometer: [[NOW, asked.length]], battery: [], fuel: [] },
        }),
      );
    },
  });
  /** Lets the table stand still. */
  async function rest(): Promise<void> {
    const call = due;
    due = null;
    call?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { store, asked, rest, isWaiting: () => due !== null };
}

test('rows in view are asked for together, once the table stands still', async () => {
  const { store, asked, rest } = setUp();
  store.want('a', '1');
  store.want('b', '1');
  expect(asked).toEqual([]);
  let told = 0;
  store.subscribe(() => {
    told += 1;
  });
  await rest();
  expect(asked).toEqual([['a', 'b']]);
  expect(told).toBe(1);
  expect(store.path('a', 'odometer')).toMatch(/^M/);
  expect(store.path('a', 'fuel')).toBe('');
  expect(store.path('c', 'odometer')).toBeNull();
});

test('rows that flew by are not asked for, and those that come back are known', async () => {
  const { store, asked, rest, isWaiting } = setUp();
  store.want('a', '1')();
  const end = store.want('b', '1');
  await rest();
  expect(asked).toEqual([['b']]);
  end();
  store.want('b', '1');
  expect(isWaiting()).toBe(false);
});

test('a vehicle that was read anew is asked for again, and shows its line until then', async () => {
  const { store, asked, rest } = setUp();
  const end = store.want('a', '1');
  await rest();
  store.want('a', '2');
  end();
  expect(store.path('a', 'odometer')).not.toBeNull();
  await rest();
  expect(asked).toEqual([['a'], ['a']]);
});

test('more rows than fit into one question take several', async () => {
  const { store, asked, rest } = setUp();
  for (let row = 0; row < 150; row += 1) store.want(`car ${row}`, '1');
  await rest();
  await rest();
  expect(asked.map(({ length }) => length)).toEqual([100, 50]);
});
