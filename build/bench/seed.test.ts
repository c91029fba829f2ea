import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLocalCopy } from '../../main/fleet/localCopy/openLocalCopy.ts';
import { settingsSchema } from '../../main/settings/schema.ts';
import { seedFleet } from './seed.ts';

test('the app finds the vehicles and a connection that opens them', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'motorpool-seed-'));
  onTestFinished(() => rm(userData, { recursive: true, force: true }));
  await seedFleet(userData, 2_100, {
    vehicle: (vehicle, index) => ({
      ...vehicle,
      labels: { ...vehicle.labels, group: index === 2_099 ? 'Last' : 'Others' },
    }),
  });

  const text = await readFile(join(userData, 'settings.json'), 'utf8');
  const { connections, profiles } = settingsSchema.parse(JSON.parse(text));
  expect(profiles.map(({ budget }) => budget.refreshEveryHours)).toEqual([null]);
  const localCopy = openLocalCopy({
    folder: userData,
    worker: new URL('../../main/fleet/localCopy/thread.ts', import.meta.url),
    now: Date.now,
  });
  const facts = await localCopy.facts(connections.map(({ id }) => id));
  await localCopy.close();
  expect(facts).toHaveLength(2_100);
  expect(facts.filter(({ group }) => group === 'Last')).toHaveLength(1);
});
