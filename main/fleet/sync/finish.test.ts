import { expect, test, vi } from 'vitest';
import { DEFAULT_BUDGET } from '../../../contract/budget.ts';
import { createSimulatedClock } from '../../testing/simulatedClock.ts';
import type { VehicleFacts } from '../localCopy/localCopy.ts';
import { createCallMeter } from './callMeter.ts';
import { createScheduler } from './createScheduler.ts';

const START = Date.parse('2026-05-01T10:00:00Z');
const VEHICLES = 200;
const CALL = { vehicleId: 'v', endpoint: '', items: [] };

function facts(index: number): VehicleFacts {
  return {
    id: `v${index}`,
    connectionId: 'c',
    make: 'TESLA',
    group: null,
    refreshedAt: Date.parse('2026-05-01T09:00:00.000Z'),
    access: 'ok',
    paused: false,
    hold: null,
    calls: { month: '2026-05', count: 0 },
    cost: 5,
  };
}

interface Run {
  readonly name: string;
  readonly capacity: number;
  readonly refillPerMinute: number;
  readonly latencyMs: number;
}

/** Reads 200 vehicles in simulated time; answers all estimates with the time they were made at. */
async function run({ capacity, refillPerMinute, latencyMs }: Run) {
  const clock = createSimulatedClock(START);
  const budget = () => ({ ...DEFAULT_BUDGET, capacity, refillPerMinute, refreshEveryHours: null });
  const localCopy = {
    bucket: async () => null,
    queue: async () => [],
    pausedQueue: async () => ({ paused: false, groups: [] }),
    save: async () => undefined,
  };
  const common = { localCopy, clock, budget, random: () => 0.5 };
  const meter = createCallMeter({ ...common, application: () => 'a', onCall: vi.fn() });
  const sent: number[] = [];
  let reads = 0;
  const scheduler = createScheduler({
    ...common,
    meter,
    concurrency: 4,
    async read() {
      await meter.admit(CALL);
      sent.push(clock.uptime());
      reads += 1;
      // Cars do not all need the same time.
      const took = latencyMs * (0.5 + (reads % 11) / 10);
      await new Promise<void>((resolve) => clock.after(took, resolve));
      return { kind: 'done' };
    },
    onChange: vi.fn(),
  });
  const all = Array.from({ length: VEHICLES }, (_, index) => facts(index));
  scheduler.replace(all);
  await scheduler.start();
  await scheduler.request(
    all.map(({ id }) => id),
    'person',
  );
  const estimates: { at: number; finishesAt: number }[] = [];
  for (;;) {
    const { done, finishesAt, running, waiting } = scheduler.state();
    if (running + waiting === 0) break;
    if (finishesAt !== null && done >= 10) {
      estimates.push({ at: clock.now(), finishesAt: Date.parse(finishesAt) });
    }
    if (!(await clock.step())) break;
  }
  scheduler.close();
  return { estimates, sent, end: clock.now() };
}

const RUNS: readonly Run[] = [
  { name: 'bound by the budget', capacity: 120, refillPerMinute: 2, latencyMs: 3_000 },
  { name: 'bound by slow cars', capacity: 1_000, refillPerMinute: 600, latencyMs: 20_000 },
  { name: 'bound by both', capacity: 60, refillPerMinute: 30, latencyMs: 8_000 },
];

test.each(RUNS)('the finish of a run $name is known within 20 %', async (given) => {
  const { estimates, end } = await run(given);
  expect(estimates.length).toBeGreaterThan(100);
  for (const { at, finishesAt } of estimates) {
    const whole = end - START;
    expect(Math.abs(finishesAt - end), `estimate after ${at - START} ms`).toBeLessThanOrEqual(
      whole * 0.2,
    );
  }
});

test.each(RUNS)('a run $name never exceeds the bucket', async (given) => {
  const { sent } = await run(given);
  expect(sent).toHaveLength(VEHICLES);
  // Smartcar's own bucket, kept beside it.
  let tokens = given.capacity;
  let at = 0;
  for (const time of sent) {
    tokens = Math.min(given.capacity, tokens + ((time - at) / 60_000) * given.refillPerMinute);
    at = time;
    tokens -= 1;
    expect(tokens).toBeGreaterThanOrEqual(-1e-6);
  }
});
