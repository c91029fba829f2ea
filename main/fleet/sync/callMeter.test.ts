import { describe, expect, test, vi } from 'vitest';
import { DEFAULT_BUDGET } from '../../../contract/budget.ts';
import { SmartcarError } from '../../smartcar/errors.ts';
import type { CopyChange } from '../localCopy/localCopy.ts';
import { createCallMeter } from './callMeter.ts';

const CALL = {
  vehicleId: 'v1',
  endpoint: 'POST /vehicles/{id}/batch',
  items: ['/odometer', '/fuel'],
};
const ANSWER = {
  status: 200,
  code: null,
  requestId: 'r',
  sentAt: Date.parse('2026-05-01T10:00:00Z'),
  durationMs: 40,
  retryAfter: null,
};

function setUp(tokens: number) {
  const time = { uptime: 0 };
  const timers: { at: number; callback: () => void }[] = [];
  const saved: CopyChange[] = [];
  const onCall = vi.fn();
  const meter = createCallMeter({
    localCopy: {
      bucket: async () => ({ tokens, uptimeMs: 0 }),
      save: async (change) => void saved.push(change),
    },
    application: () => 'simulated',
    budget: () => DEFAULT_BUDGET,
    clock: {
      now: () => time.uptime,
      uptime: () => time.uptime,
      after(ms, callback) {
        timers.push({ at: time.uptime + ms, callback });
        return () => undefined;
      },
    },
    random: () => 0.5,
    onCall,
  });
  async function pass(ms: number) {
    time.uptime += ms;
    for (const timer of timers.splice(0)) {
      if (timer.at <= time.uptime) timer.callback();
      else timers.push(timer);
    }
  }
  return { meter, saved, pass, timers, onCall };
}

describe('a request', () => {
  test('is counted on the disk before it may leave', async () => {
    const { meter, saved } = setUp(3);
    await meter.admit(CALL);
    expect(saved).toEqual([
      { bucket: { application: 'simulated', row: { tokens: 2, uptimeMs: 0 } } },
    ]);
  });

  test('waits a little for its token, in turn', async () => {
    const { meter, pass, timers } = setUp(0.5);
    const order: number[] = [];
    const first = meter.admit(CALL).then(() => order.push(1));
    const second = meter.admit(CALL).catch((error: unknown) => error);
    await vi.waitFor(() => expect(timers).toHaveLength(1));
    await pass(15_000);
    await first;
    expect(order).toEqual([1]);
    // The next token comes half a minute later: longer than anybody is kept waiting.
    expect(await second).toMatchObject({ message: 'RATE_LIMIT:SMARTCAR_API' });
  });

  test('that would wait too long is refused with the time to come back', async () => {
    const { meter } = setUp(0);
    const error = await meter.admit(CALL).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SmartcarError);
    expect(error).toMatchObject({ type: 'RATE_LIMIT', code: 'SMARTCAR_API', retryAfter: 30 });
  });
});

describe('an answer', () => {
  test('is noted with what it counts of the vehicle’s quota', async () => {
    const { meter, onCall } = setUp(3);
    meter.record(CALL, ANSWER);
    meter.record(CALL, { ...ANSWER, status: 401 });
    expect(onCall.mock.calls.map(([call]) => [call.at, call.counted])).toEqual([
      ['2026-05-01T10:00:00.000Z', 2],
      ['2026-05-01T10:00:00.000Z', 0],
    ]);
  });

  test('that the application asked too often empties the bucket and spaces the next try', async () => {
    const { meter, pass } = setUp(100);
    await meter.load();
    const refused = { ...ANSWER, status: 429, code: 'RATE_LIMIT:SMARTCAR_API' };
    meter.record(CALL, refused);
    expect([meter.left(), meter.isThrottled()]).toEqual([0, true]);
    const first = meter.waitFor(1);
    // Those that were on their way at the same time say nothing new.
    meter.record(CALL, refused);
    expect(meter.waitFor(1)).toBe(first);
    await pass(first);
    expect(meter.isThrottled()).toBe(false);
    meter.record(CALL, refused);
    expect(meter.waitFor(1)).toBeGreaterThan(first);
    meter.record(CALL, { ...refused, retryAfter: 7_200 });
    expect(meter.waitFor(1)).toBe(7_200_000);
  });
});

describe('another application', () => {
  test('has its own bucket and its own limits, whichever is in use', async () => {
    const { meter, saved } = setUp(3);
    const other = meter.of('other');
    await meter.load();
    await other.admit(CALL);
    expect(saved.at(-1)?.bucket).toEqual({ application: 'other', row: { tokens: 2, uptimeMs: 0 } });
    expect(meter.left()).toBe(3);
    other.record(CALL, { ...ANSWER, status: 429, code: 'RATE_LIMIT:SMARTCAR_API' });
    expect([meter.left(), meter.isThrottled()]).toEqual([3, false]);
    await expect(other.admit(CALL)).rejects.toMatchObject({ type: 'RATE_LIMIT' });
    await meter.admit(CALL);
    expect(meter.left()).toBe(2);
  });
});
