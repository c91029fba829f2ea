import { expect, test } from 'vitest';
import type { CommandItem, CommandStep } from '../../contract/commands.ts';
import { inReadingOrder, isSending, progressOf } from './progressOf.ts';

function item(step: CommandStep, vehicleId: string = step): CommandItem {
  return {
    vehicleId,
    step,
    sentAt: null,
    acceptedAt: null,
    confirmedAt: null,
    problem: null,
  };
}

const STEPS = [
  'waiting',
  'sent',
  'accepted',
  'confirmed',
  'unconfirmed',
  'failed',
  'cancelled',
  'skipped',
] as const;

test('what a car has confirmed was accepted too', () => {
  expect(progressOf({ items: STEPS.map((step) => item(step)) })).toEqual({
    total: 8,
    waiting: 1,
    sent: 1,
    accepted: 3,
    confirmed: 1,
    unconfirmed: 1,
    failed: 1,
    retryable: 1,
    left: 2,
  });
});

test('what a car cannot do is not offered to be tried again', () => {
  const problem = (reason: 'car_cannot' | 'failed') =>
    ({ reason, code: null, requestId: null, retryAt: null }) as const;
  const items = [
    { ...item('failed', 'a'), problem: problem('car_cannot') },
    { ...item('failed', 'b'), problem: problem('failed') },
  ];
  expect(progressOf({ items })).toMatchObject({ failed: 2, retryable: 1 });
});

test('a run that only waits for its cars to confirm sends nothing any more', () => {
  expect(isSending(progressOf({ items: [item('accepted'), item('failed')] }))).toBe(false);
  expect(isSending(progressOf({ items: [item('accepted'), item('waiting')] }))).toBe(true);
});

test('failures come first once nothing moves any more', () => {
  const items = [item('confirmed'), item('failed', 'b'), item('failed', 'a')];
  const order = (sending: boolean) =>
    inReadingOrder({ items }, sending).map(({ vehicleId }) => vehicleId);
  expect(order(false)).toEqual(['b', 'a', 'confirmed']);
  expect(order(true)).toEqual(['confirmed', 'b', 'a']);
});
