import { expect, test } from 'vitest';
import type { Application } from '../../contract/application.ts';
import { type ImportChoice, LABELS_STAY } from '../../contract/data.ts';
import { SIMULATED_PROFILE } from '../../contract/profiles.ts';
import type { FileTask } from '../fleet/localCopy/files/tasks.ts';
import { SIMULATED } from '../settings/profileSchema.ts';
import { DEFAULT_SETTINGS, type SettingsData } from '../settings/schema.ts';
import { settingsInMemory } from '../testing/settings.ts';
import { createData } from './data.ts';
import { applyShared, readShared, sharedSettings } from './sharedSettings.ts';
import { startAnew } from './startAnew.ts';

const CHOICE: ImportChoice = {
  labels: LABELS_STAY,
  settings: true,
  past: true,
  otherVehicles: true,
  lists: true,
};

const CONNECTION = { id: 'c', application: 'simulated', createdAt: '2026-04-01T00:00:00.000Z' };

/** The simulated cars are in use. */
const settingsWith = (change: Partial<SettingsData> = {}) =>
  settingsInMemory({ profile: SIMULATED_PROFILE, ...change });

/** A thread that has found this in a file. */
function setUp(found: unknown) {
  const settings = settingsWith();
  const tasks: FileTask[] = [];
  const told: string[] = [];
  const imported = {
    before: [['v', { name: 'Old' }]],
    added: 1,
    history: 5,
    connections: [CONNECTION],
  };
  const answers: Record<string, unknown> = {
    check: {
      ok: true,
      value: { madeAt: '', rows: {}, knownVehicles: 0, conflicts: {}, settings: found },
    },
    import: { ok: true, value: imported },
  };
  const data = createData({
    localCopy: {
      run: async (task) => {
        tasks.push(task);
        return (answers[task.kind] ?? { ok: true, value: null }) as never;
      },
      stopTask: async () => undefined,
    },
    settings,
    fleet: {
      async apart(work) {
        told.push('apart');
        return work();
      },
    },
    activity: { note: async () => undefined },
    askWhereTo: async () => null,
    askWhich: async () => '/folder/file.ndjson',
    onLists: () => told.push('lists'),
    onSettings: () => told.push('settings'),
  });
  return { data, settings, tasks, told };
}

test('a file is taken in apart, its connections become known, and all but values goes back', async () => {
  const file = { ...sharedSettings(settingsWith()), transport: 'https' };
  const { data, settings, tasks, told } = setUp(file);
  expect(await data.importAll(CHOICE)).toMatchObject({ failure: 'not_readable' });
  const plan = await data.checkImport();
  expect(plan).toMatchObject({
    ok: true,
    value: { fileName: 'file.ndjson', settingsDiffer: true },
  });
  expect(await data.importAll(CHOICE)).toMatchObject({ value: { labelled: 1, added: 1 } });
  expect(settings.get('transport')).toBe('https');
  expect(settings.get('connections')).toMatchObject([CONNECTION]);
  expect(settings.get('expectedSecrets')).toEqual([]);
  expect(told).toEqual(['apart', 'lists', 'settings']);
  // The file was taken in; a second press does nothing.
  expect(await data.importAll(CHOICE)).toMatchObject({ ok: false });

  await data.undoImport();
  expect(settings.get('transport')).toBe('custom_scheme');
  expect(tasks.at(-1)).toMatchObject({ kind: 'relabel', labels: [['v', { name: 'Old' }]] });
});

test('what an import changed goes back to the profile it was changed for, not to the one in use', async () => {
  const application: Application = {
    kind: 'own',
    clientId: 'north',
    mode: 'simulated',
    redirectUris: ['motorpool://back'],
    exchange: { kind: 'local' },
  };
  const other = { ...SIMULATED, id: 'other', application, transport: 'system_browser' } as const;
  const file = { ...sharedSettings(settingsWith()), transport: 'https' };
  const { data, settings } = setUp(file);
  settings.set('profiles', [...settings.get('profiles'), other]);
  const before = settings.get('profiles');
  await data.checkImport();
  await data.importAll(CHOICE);
  expect(settings.get('transport')).toBe('https');
  settings.set('profile', 'other');
  settings.set('keep', { ...settings.get('keep'), calls: 30 });
  await data.undoImport();
  expect(settings.get('profiles')).toEqual(before);
  // What belongs to no profile goes back as well.
  expect(settings.get('keep').calls).toBe(90);
});

test('settings that are not as they should be make the file a damaged one', async () => {
  const { data } = setUp({ ...sharedSettings(settingsWith()), transport: 'by_pigeon' });
  expect(await data.checkImport()).toEqual({ ok: false, failure: 'damaged' });
});

test('nothing that opens a car or tells of this computer goes into a file', () => {
  const shared = new Set(Object.keys(sharedSettings(settingsWith())));
  const names = Object.keys({ ...DEFAULT_SETTINGS, ...SIMULATED });
  expect(new Set(names.filter((name) => !shared.has(name)))).toEqual(
    new Set([
      ...['profiles', 'profile', 'id', 'name', 'colour', 'application'],
      ...[
        'connections',
        'expectedSecrets',
        'leftOverSecrets',
        'lock',
        'privacy',
        'window',
        'desktop',
      ],
      // It may hold a key for tiles, or the path of a file.
      'map',
    ]),
  );
});

test('what goes into a file comes out of it on another computer', () => {
  const permissions = ['read_odometer'] as const;
  const preset = { id: 'p', name: 'Mileage', permissions: [...permissions], required: [] };
  const from = settingsWith({ presets: [preset], shortcuts: { export: 'Mod+j' } });
  from.set('firstPreset', 'p');
  const read = readShared(JSON.parse(JSON.stringify(sharedSettings(from))));
  if (!read) throw new Error('not read');
  const to = settingsWith();
  applyShared(to, read, to.get('profile'));
  expect(sharedSettings(to)).toEqual(sharedSettings(from));
  expect([to.get('presets'), to.get('firstPreset')]).toEqual([[preset], 'p']);
  expect(to.get('shortcuts')).toEqual({ export: 'Mod+j' });
});

test('starting anew removes sign-ins first, then everything but the looks, the lock last', async () => {
  const settings = settingsWith({
    connections: [{ ...CONNECTION, userId: null, externalId: null }],
    expectedSecrets: ['connection:c', 'lock-passphrase'],
    appearance: { ...DEFAULT_SETTINGS.appearance, language: 'de' },
    lock: { locked: true, wrongTries: 4, lastTryAt: 1 },
  });
  const steps: string[] = [];
  const worked = await startAnew({
    settings,
    vault: { remove: async (account) => void steps.push(account) },
    localCopy: {
      run: async (task) => {
        steps.push(task.kind);
        return { ok: true, value: null } as never;
      },
    },
    removeSetAside: () => void steps.push('set aside'),
    onForgotten: async () => void steps.push('told'),
  });
  expect(worked).toBe(true);
  expect(steps).toEqual(['connection:c', 'clear', 'lock-passphrase', 'set aside', 'told']);
  expect(settings.get('application')).toBeNull();
  expect(settings.get('connections')).toEqual([]);
  expect(settings.get('lock').locked).toBe(false);
  expect(settings.get('appearance').language).toBe('de');
});

test('where the disk keeps the vehicles, they stay behind the lock', async () => {
  const settings = settingsWith({
    expectedSecrets: ['connection:c', 'lock-passphrase'],
    lock: { locked: true, wrongTries: 0, lastTryAt: null },
  });
  const removed: string[] = [];
  const worked = await startAnew({
    settings,
    vault: { remove: async (account) => void removed.push(account) },
    localCopy: { run: async () => ({ ok: false, failure: 'not_written' }) as never },
    removeSetAside: () => undefined,
    onForgotten: async () => undefined,
  });
  expect(worked).toBe(false);
  expect(removed).toEqual(['connection:c']);
  expect(settings.get('lock').locked).toBe(true);
});
