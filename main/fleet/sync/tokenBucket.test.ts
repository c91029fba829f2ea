import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTokenBucket } from './tokenBucket.ts';

const RATE = { capacity: 120, refillPerMinute: 2 };

function bucketAt(saved: Parameters<typeof createTokenBucket>[0]['saved'], start = 0) {
  const time = { uptime: start };
  const bucket = createTokenBucket({ saved, uptime: () => time.uptime, rate: () => RATE });
  return { time, bucket };
}

test('is full at first, gives one request a token, and fills by the minute up to its capacity', () => {
  const { time, bucket } = bucketAt(null);
  for (let taken = 0; taken < 120; taken += 1) bucket.take();
  expect(bucket.tokens()).toBe(0);
  expect(() => bucket.take()).toThrow('empty');
  expect(bucket.waitFor(1)).toBe(30_000);
  time.uptime = 30_000;
  expect(bucket.tokens()).toBe(1);
  time.uptime = 1e9;
  expect(bucket.tokens()).toBe(120);
  expect(bucket.waitFor(500)).toBe(0);
});

test('goes on after a restart of the app with what has passed since', () => {
  expect(bucketAt({ tokens: 0, uptimeMs: 60_000 }, 120_000).bucket.tokens()).toBe(2);
});

test('after a restart of the computer counts only the time that has surely passed', () => {
  expect(bucketAt({ tokens: 0, uptimeMs: 9e8 }, 60_000).bucket.tokens()).toBe(2);
});

test('never gives more in any span than it held at first and gained since', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 600_000 }), { maxLength: 200 }), (steps) => {
      const { time, bucket } = bucketAt(null);
      let taken = 0;
      for (const step of steps) {
        time.uptime += step;
        while (bucket.tokens() >= 1) {
          bucket.take();
          taken += 1;
        }
      }
      expect(taken).toBeLessThanOrEqual(120 + (time.uptime / 60_000) * 2);
    }),
  );
});
