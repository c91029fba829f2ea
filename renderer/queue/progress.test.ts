import { expect, test } from 'vitest';
import type { QueueState } from '../../contract/queue.ts';
import { firstHeldAt, heldCount, progressOf } from './progress.ts';
import { idleQueue } from './testing/queue.ts';

const nextAt = '2026-11-24T14:40:00.000Z';
const finishesAt = '2026-11-24T15:14:00.000Z';
const empty = idleQueue();
const waiting: QueueState = { ...empty, waiting: 68, done: 12, total: 80 };

test('nothing waits', () => {
  expect(progressOf(empty, 'offline')).toEqual({ kind: 'idle' });
});

test('reads that go on say how far they are', () => {
  const running = { ...waiting, running: 4, waiting: 64, finishesAt };
  expect(progressOf(running, 'online')).toEqual({
    kind: 'running',
    done: 12,
    total: 80,
    finishesAt,
  });
  expect(progressOf(waiting, 'online').kind).toBe('running');
});

test('what a person stopped is not called held up by anything else', () => {
  const paused = { ...waiting, paused: true, nextAt };
  expect(progressOf(paused, 'offline')).toEqual({ kind: 'paused', waiting: 68 });
});

test('a queue that is paused says so while it is empty: a refresh would not begin', () => {
  expect(progressOf({ ...empty, paused: true }, 'online')).toEqual({ kind: 'paused', waiting: 0 });
});

test('what is read while paused is still being read', () => {
  expect(progressOf({ ...waiting, running: 2, paused: true }, 'online').kind).toBe('running');
});

test('without a network it waits for that', () => {
  expect(progressOf({ ...waiting, nextAt }, 'offline')).toEqual({ kind: 'offline', waiting: 68 });
});

test('an empty bucket says when the next read starts', () => {
  expect(progressOf({ ...waiting, nextAt, finishesAt }, 'online')).toEqual({
    kind: 'waiting',
    done: 12,
    total: 80,
    nextAt,
    finishesAt,
  });
});

test('vehicles on hold say when the first of them may be asked', () => {
  const later = '2026-11-24T18:00:00.000Z';
  const held = [
    { cause: 'maker_limit', count: 60, nextAt: later },
    { cause: 'vehicle_limit', count: 8, nextAt },
  ] as const;
  expect(heldCount({ held })).toBe(68);
  expect(firstHeldAt({ held })).toBe(nextAt);
  expect(progressOf({ ...waiting, held, nextAt }, 'online')).toEqual({
    kind: 'held',
    waiting: 68,
    nextAt,
  });
  expect(progressOf({ ...waiting, waiting: 70, held, nextAt }, 'online').kind).toBe('waiting');
});
