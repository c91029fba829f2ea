import { expect, test, vi } from 'vitest';
import { type Budget, DEFAULT_BUDGET } from '../../../contract/budget.ts';
import type { QueueRow, VehicleFacts } from '../localCopy/localCopy.ts';
import type { BudgetMeter } from './callMeter.ts';
import { createScheduler } from './createScheduler.ts';
import type { ReadVerdict } from './scheduler.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-05-01T10:00:00Z');

function facts(id: string, change: Partial<VehicleFacts> = {}): VehicleFacts {
  return {
    id,
    connectionId: 'c',
    make: 'TESLA',
    group: null,
    refreshedAt: Date.parse('2026-05-01T09:00:00.000Z'),
    access: 'ok',
    paused: false,
    hold: null,
    calls: { month: '2026-05', count: 0 },
    cost: 5,
    ...change,
  };
}

/** A queue on time that passes only when told to; a read answers when the test says how. */
async function setUp(known: readonly VehicleFacts[], change: Partial<Budget> = {}, tokens = 100) {
  const time = { now: START };
  const bucket = { tokens };
  let timers: { at: number; callback: () => void }[] = [];
  const saved = new Map<string, QueueRow>();
  const timerMs: number[] = [];
  const reading: { id: string; answer: (verdict: ReadVerdict) => Promise<void> }[] = [];
  const budget = { current: { ...DEFAULT_BUDGET, refreshEveryHours: null, ...change } };
  const meter: BudgetMeter = {
    load: async () => undefined,
    admit: async () => undefined,
    record: () => undefined,
    left: () => bucket.tokens,
    waitFor: (count) => Math.max(0, count - bucket.tokens) * 30_000,
    isThrottled: () => false,
  };
  const scheduler = createScheduler({
    localCopy: {
      queue: async () => [...saved.values()],
      pausedQueue: async () => ({ paused: false, groups: [] }),
      async save({ queued = [], unqueued = [] }) {
        for (const row of queued) saved.set(row.vehicleId, row);
        for (const id of unqueued) saved.delete(id);
      },
    },
    meter,
    clock: {
      now: () => time.now,
      uptime: () => time.now - START,
      after(ms, callback) {
        const timer = { at: time.now + ms, callback };
        timers.push(timer);
        timerMs.push(ms);
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
    },
    random: () => 0.5,
    budget: () => budget.current,
    concurrency: 2,
    read: (id) =>
      new Promise((resolve) => {
        reading.push({
          id,
          async answer(verdict) {
            bucket.tokens -= 1;
            if (verdict.kind === 'done') saved.delete(id);
            resolve(verdict);
            await vi.waitFor(() =>
              expect(scheduler.list(500).find((entry) => entry.vehicleId === id)?.running).not.toBe(
                true,
              ),
            );
          },
        });
      }),
    onChange: vi.fn(),
  });
  scheduler.replace(known);
  await scheduler.start();
  async function pass(ms: number) {
    time.now += ms;
    for (const timer of timers.splice(0)) {
      if (timer.at <= time.now) timer.callback();
      else timers.push(timer);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  const running = () => reading.map(({ id }) => id);
  return { scheduler, reading, running, pass, saved, bucket, budget, time, timerMs };
}

const DONE = { kind: 'done' } as const;
const HELD = { cause: 'car_state', until: START + HOUR } as const;

test('people come first, in the order of asking, then the stalest', async () => {
  const { scheduler, reading, running } = await setUp([
    facts('fresh'),
    facts('stale', { refreshedAt: Date.parse('2026-04-01T00:00:00.000Z') }),
    facts('older', { refreshedAt: Date.parse('2026-04-02T00:00:00.000Z') }),
    facts('wanted'),
  ]);
  await scheduler.request(['fresh', 'older', 'stale'], 'schedule');
  await scheduler.request(['wanted'], 'person');
  expect(running().slice(0, 2)).toHaveLength(2);
  await reading[0]?.answer(DONE);
  await reading[1]?.answer(DONE);
  expect(running().slice(2)).toEqual(['wanted', expect.any(String)]);
});

test('what nobody asked for leaves the reserve to people', async () => {
  const { scheduler, running } = await setUp([facts('a'), facts('b')], { reserve: 0.5 }, 60);
  await scheduler.request(['a'], 'schedule');
  expect(running()).toEqual([]);
  expect(scheduler.state()).toMatchObject({ waiting: 1, running: 0 });
  await scheduler.request(['b'], 'person');
  expect(running()).toEqual(['b']);
});

test('the reserve is waited for until there is more, not looked at all the time', async () => {
  const { scheduler, timerMs } = await setUp([facts('a')], { reserve: 0.5 }, 60);
  timerMs.length = 0;
  await scheduler.request(['a'], 'schedule');
  const TELLING_MS = 150;
  expect(timerMs.filter((ms) => ms !== TELLING_MS)).toEqual([30_000]);
  expect(scheduler.state().nextAt).toBe('2026-05-01T10:00:30.000Z');
});

test('a first read makes two requests, and no other may take the second', async () => {
  const { scheduler, reading, running } = await setUp(
    [facts('new', { refreshedAt: null }), facts('newer', { refreshedAt: null })],
    {},
    3,
  );
  await scheduler.request(['new', 'newer'], 'person');
  expect(running()).toEqual(['new']);
  await reading[0]?.answer(DONE);
  expect(running()).toEqual(['new', 'newer']);
});

test('times that were set while the clock was far ahead hold nothing back', async () => {
  const nextYear = START + 365 * 24 * HOUR;
  const { running } = await setUp(
    [
      facts('held', { refreshedAt: null, hold: { cause: 'car_state', until: nextYear } }),
      facts('read', { refreshedAt: nextYear }),
      facts('fresh'),
    ],
    { refreshEveryHours: 12 },
  );
  expect(running()).toEqual(['held', 'read']);
});

test('a car maker that throttles is left alone with all its cars, the others go on', async () => {
  const { scheduler, reading, running, time } = await setUp([
    facts('gm1', { make: 'GMC' }),
    facts('gm2', { make: 'GMC' }),
    facts('bmw', { make: 'BMW' }),
  ]);
  await scheduler.request(['gm1'], 'person');
  const until = time.now + HOUR;
  await reading[0]?.answer({ kind: 'hold', cause: 'maker_limit', until, code: 'RATE_LIMIT' });
  await scheduler.request(['gm2', 'bmw'], 'person');
  expect(running()).toEqual(['gm1', 'bmw']);
  expect(scheduler.state().held).toEqual([
    { cause: 'maker_limit', count: 2, nextAt: new Date(until).toISOString() },
  ]);
});

test('a vehicle whose calls of the month are used up waits for the next month', async () => {
  const { scheduler, running } = await setUp(
    [facts('a', { calls: { month: '2026-05', count: 496 } })],
    { callsPerVehiclePerMonth: 500 },
  );
  expect(await scheduler.request(['a'], 'person')).toEqual({ queued: 1, held: 1, left: 0 });
  expect(running()).toEqual([]);
  expect(scheduler.state()).toMatchObject({
    held: [{ cause: 'month', count: 1, nextAt: '2026-06-01T00:00:00.000Z' }],
    budget: { month: { usedUp: 1, resetsAt: '2026-06-01T00:00:00.000Z' } },
  });
});

test('a fault is tried again, spaced out, and given up after some tries', async () => {
  const { scheduler, reading, running, pass, saved } = await setUp([facts('a')]);
  await scheduler.request(['a'], 'person');
  for (let tries = 1; tries < 5; tries += 1) {
    await reading.at(-1)?.answer({ kind: 'fault' });
    expect(running()).toHaveLength(tries);
    expect(saved.get('a')?.attempts).toBe(tries);
    await pass(HOUR);
    expect(running()).toHaveLength(tries + 1);
  }
  await reading.at(-1)?.answer({ kind: 'fault' });
  expect(saved.size).toBe(0);
  expect(scheduler.state().waiting).toBe(0);
});

test('without a network one read finds out for all, and a person’s wish tries at once', async () => {
  const { scheduler, reading, running, pass } = await setUp(['a', 'b', 'c'].map((id) => facts(id)));
  await scheduler.request(['a', 'b', 'c'], 'person');
  for (const { answer } of reading.slice()) await answer({ kind: 'offline' });
  expect(running()).toHaveLength(2);
  await pass(HOUR);
  expect(running()).toHaveLength(3);
  await reading[2]?.answer({ kind: 'offline' });
  await scheduler.request(['a'], 'person');
  expect(running()).toHaveLength(4);
  await reading[3]?.answer(DONE);
  expect(scheduler.state().running).toBe(2);
});

test('a pause stops what has not begun, a cancel forgets it, and nothing else is lost', async () => {
  const { scheduler, reading, running, saved } = await setUp(
    ['a', 'b', 'c'].map((id) => facts(id)),
  );
  await scheduler.pause(true);
  await scheduler.request(['a', 'b', 'c'], 'person');
  expect(running()).toEqual([]);
  await scheduler.cancel(['c']);
  expect([...saved.keys()]).toEqual(['a', 'b']);
  await scheduler.pause(false);
  expect(running()).toEqual(['a', 'b']);
  await reading[0]?.answer(DONE);
  expect(scheduler.state()).toMatchObject({ running: 1, waiting: 0 });
});

test('stale vehicles come by themselves, but not those that cannot be read', async () => {
  const { running, pass } = await setUp(
    [
      facts('stale', { refreshedAt: Date.parse('2026-04-30T10:00:00.000Z') }),
      facts('fresh'),
      facts('ended', { refreshedAt: null, access: 'reconnect' }),
      facts('paused', { refreshedAt: null, paused: true }),
    ],
    { refreshEveryHours: 12 },
  );
  expect(running()).toEqual(['stale']);
  await pass(11 * HOUR);
  expect(running()).toEqual(['stale', 'fresh']);
});

test('a queue outlives the app', async () => {
  const first = await setUp([facts('a'), facts('b')]);
  await first.scheduler.pause(true);
  await first.scheduler.request(['a', 'b'], 'person');
  first.scheduler.close();
  expect([...first.saved.values()].map(({ vehicleId, askedBy }) => [vehicleId, askedBy])).toEqual([
    ['a', 'person'],
    ['b', 'person'],
  ]);
});

const NIGHT = { from: '22:00', until: '06:00' };
const nightly = (group: string) => ({ group, rule: { kind: 'night', hours: NIGHT } }) as const;
const at = (day: number, hour: number, minute = 0) =>
  new Date(2026, 4, day, hour, minute).getTime();

test('a group that is off is never read by itself, and at once when a person asks', async () => {
  const { scheduler, running } = await setUp(
    [facts('off', { group: 'North', refreshedAt: null }), facts('on', { refreshedAt: null })],
    { refreshEveryHours: 12, groupRules: [{ group: 'North', rule: { kind: 'off' } }] },
  );
  expect(running()).toEqual(['on']);
  await scheduler.request(['off'], 'person');
  expect(running()).toEqual(['on', 'off']);
});

test('a group of the night is read once each night, and by day only when a person asks', async () => {
  const { scheduler, reading, running, pass, time } = await setUp(
    [facts('a', { group: 'North', refreshedAt: at(1, 3) })],
    { refreshEveryHours: 1, groupRules: [nightly('North')] },
  );
  await pass(at(1, 21, 59) - time.now);
  expect(running()).toEqual([]);
  await pass(2 * 60_000);
  expect(running()).toEqual(['a']);
  await reading[0]?.answer(DONE);
  scheduler.learn([facts('a', { group: 'North', refreshedAt: time.now })]);
  await pass(at(2, 5) - time.now);
  await pass(at(2, 12) - time.now);
  expect(running()).toEqual(['a']);
  await scheduler.request(['a'], 'person');
  expect(running()).toEqual(['a', 'a']);
  await reading[1]?.answer(DONE);
  await pass(at(2, 22, 1) - time.now);
  expect(running()).toEqual(['a', 'a', 'a']);
});

test('what the night was too short for waits for the next one, and says so', async () => {
  const { scheduler, reading, running, pass, time } = await setUp(
    ['a', 'b', 'c'].map((id) => facts(id, { group: 'North', refreshedAt: at(1, 3) })),
    { groupRules: [nightly('North')] },
  );
  await pass(at(1, 22, 1) - time.now);
  expect(running()).toEqual(['a', 'b']);
  time.now = at(2, 6);
  await reading[0]?.answer(DONE);
  await reading[1]?.answer(DONE);
  expect(running()).toEqual(['a', 'b']);
  const until = new Date(at(2, 22)).toISOString();
  expect(scheduler.state()).toMatchObject({
    held: [{ cause: 'night', count: 1, nextAt: until }],
    nextAt: until,
  });
  expect(scheduler.list(9)).toMatchObject([{ vehicleId: 'c', cause: 'night', notBefore: until }]);
  await pass(at(2, 22) - time.now);
  expect(running()).toContain('c');
});

test('the part of the month’s calls that is kept for people is theirs alone', async () => {
  const { scheduler, running } = await setUp(
    [facts('a', { refreshedAt: null, calls: { month: '2026-05', count: 396 } })],
    { refreshEveryHours: 12, callsPerVehiclePerMonth: 500, monthReserve: 0.2 },
  );
  expect(running()).toEqual([]);
  expect(scheduler.state()).toMatchObject({
    held: [{ cause: 'reserve', count: 1, nextAt: '2026-06-01T00:00:00.000Z' }],
    budget: { month: { usedUp: 0 } },
  });
  await scheduler.request(['a'], 'person');
  expect(running()).toEqual(['a']);
});

test('a rule that is switched off takes back what it asked for, and nothing of a person', async () => {
  const rules = { refreshEveryHours: 12, reserve: 0.5 };
  const { scheduler, saved, budget } = await setUp(
    [facts('ruled', { refreshedAt: null }), facts('wanted', { hold: HELD })],
    rules,
    10,
  );
  await scheduler.request(['wanted'], 'person');
  expect([...saved.keys()]).toEqual(['ruled', 'wanted']);
  budget.current = { ...budget.current, refreshEveryHours: null };
  scheduler.rebudget();
  await vi.waitFor(() => expect([...saved.keys()]).toEqual(['wanted']));
});
