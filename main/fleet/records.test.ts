import { expect, test } from 'vitest';
import type { CopyChange } from './localCopy/localCopy.ts';
import { newVehicle } from './merge.ts';
import { createRecords } from './records.ts';
import type { VehicleRecord } from './vehicleRecord.ts';

const CONNECTION = { id: 'c', application: 'simulated', createdAt: '2026-04-01T00:00:00.000Z' };

/** A copy that takes its time, as one behind a thread does. */
function setUp(count: number) {
  const kept = new Map<string, VehicleRecord>();
  for (let index = 0; index < count; index += 1) {
    kept.set(`v${index}`, newVehicle(`v${index}`, CONNECTION));
  }
  const saves: CopyChange[] = [];
  const pause = () => new Promise((resolve) => setImmediate(resolve));
  const records = createRecords({
    async vehicles(ids) {
      await pause();
      return ids.flatMap((id) => kept.get(id) ?? []);
    },
    async save(change) {
      await pause();
      saves.push(change);
      for (const record of change.vehicles ?? []) kept.set(record.id, record);
      for (const id of change.removed ?? []) kept.delete(id);
    },
  });
  return { records, saves, kept };
}

const withYear = (record: VehicleRecord | null) =>
  record && { record: { ...record, year: (record.year ?? 2000) + 1 } };

test('two changes of one record never meet', async () => {
  const { records, kept } = setUp(1);
  await Promise.all(Array.from({ length: 20 }, () => records.update(['v0'], withYear)));
  expect(kept.get('v0')?.year).toBe(2020);
});

test('a change of many is written in pieces, each record once', async () => {
  const { records, saves } = setUp(1_200);
  const ids = Array.from({ length: 1_200 }, (_, index) => `v${index}`);
  const saved = await records.update([...ids, 'v0', 'unknown'], withYear);
  expect(saved).toHaveLength(1_200);
  expect(saves.map(({ vehicles }) => vehicles?.length)).toEqual([500, 500, 200]);
});

test('a removal comes after the changes under way, and later changes find nothing', async () => {
  const { records, kept } = setUp(1);
  const before = records.update(['v0'], withYear);
  const removal = records.remove(['v0']);
  const after = records.update(['v0'], withYear);
  expect(await before).toHaveLength(1);
  await removal;
  expect(await after).toEqual([]);
  expect(kept.size).toBe(0);
});

test('a change that fails does not hold up the next one', async () => {
  const { records } = setUp(1);
  const fails = records.update(['v0'], () => {
    throw new Error('no');
  });
  await expect(fails).rejects.toThrow('no');
  expect(await records.update(['v0'], withYear)).toHaveLength(1);
});

test('work apart comes after the changes under way, and later changes wait for it', async () => {
  const { records, kept } = setUp(2);
  const years: (number | null | undefined)[] = [];
  const before = records.update(['v0'], withYear);
  const apart = records.apart(async () => {
    years.push(kept.get('v0')?.year);
    await new Promise((resolve) => setImmediate(resolve));
    years.push(kept.get('v1')?.year);
  });
  const after = records.update(['v0', 'v1'], withYear);
  await Promise.all([before, apart, after]);
  expect(years).toEqual([2001, null]);
  expect(kept.get('v0')?.year).toBe(2002);
});
