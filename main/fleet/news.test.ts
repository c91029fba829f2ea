import { expect, test } from 'vitest';
import { newVehicle } from './merge.ts';
import { createNewsDesk, type FleetNews } from './news.ts';

const CONNECTION = { id: 'c', application: 'simulated', createdAt: '2026-04-01T00:00:00.000Z' };
const vehicle = (id: string, year: number) => ({ ...newVehicle(id, CONNECTION), year });

test('thousands of changes are few messages, with the newest state of each vehicle', () => {
  const told: FleetNews[] = [];
  const timers: (() => void)[] = [];
  const desk = createNewsDesk({
    clock: {
      after(_ms, callback) {
        timers.push(callback);
        return () => undefined;
      },
    },
    refreshing: () => ['b'],
    reach: () => 'online',
    onNews: (news) => told.push(news),
  });
  for (let year = 1; year <= 2_000; year += 1) desk.note([vehicle('a', year)]);
  desk.note([vehicle('b', 1), vehicle('c', 1)]);
  desk.note([], ['b']);
  expect(timers).toHaveLength(1);
  expect(told).toEqual([]);
  timers[0]?.();
  expect(told.map(({ changed }) => changed.map(({ id, year }) => [id, year]))).toEqual([
    [
      ['a', 2_000],
      ['c', 1],
    ],
  ]);
  expect(told[0]).toMatchObject({ removed: ['b'], refreshing: ['b'], reach: 'online' });
  // What the main process keeps for itself does not travel.
  expect(told[0]?.changed[0]).not.toHaveProperty('reauthenticateUrl');
});
