import { expect, test } from 'vitest';
import {
  ALL,
  FILE_SETTINGS,
  fileCopies,
  filled,
  labelled,
  labelsIn,
} from '../../../testing/fileCopies.ts';
import { MADE_UP_CONNECTION } from '../../../testing/fleet.ts';

const { copy, exported } = fileCopies();

test('labels: empty ones are filled, and those that differ go as was chosen', async () => {
  const from = copy();
  from.keeper.save({
    vehicles: [
      labelled(0, { name: 'Theirs', driver: 'Ann', tags: ['a', 'b'] }),
      labelled(1, { name: 'Same' }),
    ],
  });
  const file = await exported(from, 'file');
  const mine = copy();
  const vehicles = [
    labelled(0, { name: 'Mine', plate: 'M 1', tags: ['b', 'a'] }),
    labelled(1, { name: 'Same' }),
  ];
  mine.keeper.save({ vehicles });
  const [first = '', second = ''] = vehicles.map(({ id }) => id);

  const checked = await mine.run({ kind: 'check', path: file });
  expect(checked).toMatchObject({
    ok: true,
    value: {
      knownVehicles: 2,
      settings: FILE_SETTINGS,
      conflicts: {
        name: { count: 1, first: [{ vehicleId: first, mine: 'Mine', theirs: 'Theirs' }] },
        driver: { count: 0 },
        tags: { count: 0 },
      },
    },
  });
  const kept = await mine.run({ kind: 'import', path: file, choice: ALL });
  expect(labelsIn(mine.keeper).get(first)).toMatchObject({
    name: 'Mine',
    plate: 'M 1',
    driver: 'Ann',
  });
  expect(kept.ok && kept.value.before.map(([id]) => id)).toEqual([first]);

  const labels = { ...ALL.labels, name: 'theirs' } as const;
  const taken = await mine.run({ kind: 'import', path: file, choice: { ...ALL, labels } });
  expect(labelsIn(mine.keeper).get(first)?.name).toBe('Theirs');
  expect(labelsIn(mine.keeper).get(second)?.name).toBe('Same');
  if (!taken.ok) throw new Error('Not taken in');
  await mine.run({ kind: 'relabel', labels: taken.value.before });
  expect(labelsIn(mine.keeper).get(first)?.name).toBe('Mine');
});

test('vehicles that are not here are left out unless they are wanted', async () => {
  const from = copy();
  from.keeper.save(filled(3));
  const file = await exported(from, 'file');
  const to = copy();
  const without = { ...ALL, otherVehicles: false };
  expect(await to.run({ kind: 'import', path: file, choice: without })).toMatchObject({
    value: { added: 0, connections: [] },
  });
  expect(labelsIn(to.keeper).size).toBe(0);
  expect(await to.run({ kind: 'import', path: file, choice: ALL })).toMatchObject({
    value: { added: 3, connections: [{ id: MADE_UP_CONNECTION.id }] },
  });
});
