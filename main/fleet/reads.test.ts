import { expect, test, vi } from 'vitest';
import type { NewCall } from './callNotes.ts';
import { newVehicle } from './merge.ts';
import { createReads } from './reads.ts';

const CONNECTION = { id: 'c', application: 'simulated', createdAt: '2026-04-01T00:00:00.000Z' };

function callOf(change: Partial<NewCall>): NewCall {
  return {
    vehicleId: 'v',
    at: '2026-05-01T10:00:00.000Z',
    endpoint: 'POST /vehicles/{id}/batch',
    items: ['/odometer'],
    status: 200,
    code: null,
    requestId: null,
    durationMs: 100,
    counted: 1,
    ...change,
  };
}

/** A read whose answer never comes to its end. */
async function underWay() {
  const answered = vi.fn();
  const reads = createReads({
    platform: () => new Promise(() => undefined),
    authorization: () => ({ token: vi.fn(), renew: vi.fn() }),
    records: {
      get: async () => newVehicle('v', CONNECTION),
      update: vi.fn(),
      remove: vi.fn(),
      apart: vi.fn(),
    },
    notes: { note: vi.fn(), take: () => [], flush: async () => undefined },
    isInUse: () => true,
    now: () => 0,
    onRunning: vi.fn(),
    onReach: vi.fn(),
    onSaved: vi.fn(),
    unqueue: vi.fn(),
  });
  void reads.read('v', answered);
  await vi.waitFor(() => expect(reads.running()).toEqual(['v']));
  return { reads, answered };
}

test('values that are there let the next vehicle go, once, before they are kept', async () => {
  const { reads, answered } = await underWay();
  reads.heard(callOf({}));
  reads.heard(callOf({}));
  expect(answered).toHaveBeenCalledOnce();
});

test.each([
  ['a refusal', { status: 429, code: 'RATE_LIMIT:VEHICLE' }],
  ['no answer', { status: null }],
  ['permissions', { endpoint: 'GET /vehicles/{id}/permissions', items: [] }],
  ['another vehicle', { vehicleId: 'other' }],
])('%s does not', async (_, change) => {
  const { reads, answered } = await underWay();
  reads.heard(callOf(change));
  expect(answered).not.toHaveBeenCalled();
});
