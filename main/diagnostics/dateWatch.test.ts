import { expect, test } from 'vitest';
import { createDateWatch } from './dateWatch.ts';

const NOW = Date.parse('2026-11-25T12:00:00.500Z');

function watchFor(date: string | null) {
  const headers = new Headers(date === null ? {} : { date });
  return createDateWatch({
    fetch: async () => new Response('{}', { headers }),
    now: () => NOW,
    isSmartcar: ({ hostname }) => hostname === 'api.smartcar.com',
  });
}

test.each([
  ['Wed, 25 Nov 2026 12:00:00 GMT', 0],
  ['Wed, 25 Nov 2026 11:55:00 GMT', 300_000],
  ['Wed, 25 Nov 2026 12:03:00 GMT', -180_000],
  ['nonsense', null],
  [null, null],
])('an answer of %s', async (date, offset) => {
  const watch = watchFor(date);
  await watch.fetch('https://api.smartcar.com/v2.0/vehicles');
  expect(watch.offsetMs()).toBe(offset);
  expect(watch.answeredAt()).toBe(NOW);
});

test('others tell nothing', async () => {
  const watch = watchFor('Wed, 25 Nov 2026 11:00:00 GMT');
  await watch.fetch('https://backend.example/token');
  expect([watch.offsetMs(), watch.answeredAt()]).toEqual([null, null]);
});
