import { beforeAll, expect, test } from 'vitest';
import type { AlertKind } from '../../contract/alerts.ts';
import { manualClock } from '../testing/manualClock.ts';
import { speak } from '../words/words.ts';
import { createAnnouncer, type Notice } from './announcer.ts';
import type { Told } from './notificationTexts.ts';

const UNITS = { distance: 'km', volume: 'l', pressure: 'bar' } as const;
beforeAll(() => speak({ language: 'en', units: UNITS }));

const NOON = new Date(2026, 10, 25, 12).getTime();
const HOUR = 3_600_000;

const alert = (index: number, kind: AlertKind = 'lowBattery'): Told => ({
  vehicleId: `car ${index}`,
  kind,
  tire: null,
  value: 0.18,
});
const cars = (count: number, kind?: AlertKind) =>
  Array.from({ length: count }, (_, index) => alert(index, kind));

function desk({ start = NOON, notify = true, focused = false } = {}) {
  const clock = manualClock(start);
  const shown: Notice[] = [];
  const settled: Told[] = [];
  const over = new Set<string>();
  const state = { notify, focused };
  const quiet = { on: true, from: '22:00', until: '06:00', days: [0, 1, 2, 3, 4, 5, 6] };
  const announcer = createAnnouncer({
    clock,
    settings: () => ({ notify: state.notify, quiet }),
    isFocused: () => state.focused,
    lasts: ({ vehicleId }) => !over.has(vehicleId),
    names: async (ids) => new Map(ids.map((id) => [id, id.replace('car', 'Car')])),
    show: (notice) => shown.push(notice),
    onSettled: (alerts) => settled.push(...alerts),
  });
  const passes = async (ms: number) => {
    clock.advance(ms);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { announcer, shown, settled, over, state, passes };
}

test('a thousand cars that change at once make one notification', async () => {
  const { announcer, shown, settled, passes } = desk();
  for (const one of cars(1000)) announcer.note([one]);
  await passes(2_999);
  expect(shown).toEqual([]);
  await passes(1);
  expect(shown).toMatchObject([
    { title: '1,000 vehicles low on charge', body: 'Car 0, Car 1, Car 2 and 997 more' },
  ]);
  expect(shown[0]?.vehicleIds).toHaveLength(1000);
  expect(settled).toHaveLength(1000);
  await passes(HOUR);
  expect(shown).toHaveLength(1);
});

test('each rule has its own, and one car is named with its value', async () => {
  const { announcer, shown, passes } = desk();
  announcer.note([alert(7), ...cars(2, 'accessEnded')]);
  await passes(3_000);
  expect(shown.map(({ title, body }) => [title, body])).toEqual([
    ['2 vehicles have lost their connection', 'Car 0, Car 1'],
    ['Low on charge: Car 7', '18% left.'],
  ]);
});

test('several tyres of one car are one notification', async () => {
  const { announcer, shown, passes } = desk();
  const tire = { ...alert(1, 'lowTire'), value: 171.4 };
  announcer.note([
    { ...tire, tire: 'frontLeft' },
    { ...tire, tire: 'backRight' },
  ]);
  await passes(3_000);
  expect(shown).toMatchObject([
    {
      title: 'Low tyre pressure: Car 1',
      body: 'Front left: 1.7\u00a0bar. Rear right: 1.7\u00a0bar.',
    },
  ]);
});

test.each([
  ['nobody has switched them on', { notify: false }],
  ['the window is in front', { focused: true }],
])('nothing is shown while %s, then or later', async (_why, options) => {
  const { announcer, shown, settled, state, passes } = desk(options);
  announcer.note(cars(3));
  await passes(3_000);
  state.notify = true;
  state.focused = false;
  await passes(HOUR);
  expect(shown).toEqual([]);
  expect(settled).toHaveLength(3);
});

test('what comes in quiet hours is told at their end, together, without what is over', async () => {
  const { announcer, shown, settled, over, passes } = desk({ start: NOON + 11 * HOUR });
  announcer.note(cars(5));
  await passes(HOUR);
  announcer.note(cars(2, 'accessEnded'));
  await passes(5 * HOUR);
  expect([shown, settled]).toEqual([[], []]);
  over.add('car 4');
  await passes(HOUR);
  expect(shown).toMatchObject([
    {
      title: 'During quiet hours: alerts for 4 vehicles',
      body: 'Connection lost: 2\nLow on charge: 4',
    },
  ]);
  expect(settled).toHaveLength(7);
});

test('after sleep through the end of quiet hours, looking again is enough', async () => {
  const { announcer, shown, passes } = desk({ start: NOON + 11 * HOUR });
  announcer.note(cars(1));
  await passes(3_000);
  announcer.look();
  await passes(3_000);
  expect(shown).toEqual([]);
  await passes(7 * HOUR);
  expect(shown).toHaveLength(1);
});

test('nothing is shown where all is over by then', async () => {
  const { announcer, shown, over, passes } = desk();
  announcer.note(cars(1));
  over.add('car 0');
  await passes(3_000);
  expect(shown).toEqual([]);
});
