import { expect, test, vi } from 'vitest';
import type { Application } from '../../contract/application.ts';
import { DEFAULT_BUDGET } from '../../contract/budget.ts';
import type { CopyChange, VehicleFacts } from '../fleet/localCopy/localCopy.ts';
import { SIMULATED } from '../settings/profileSchema.ts';
import type { SettingsData } from '../settings/schema.ts';
import { settingsInMemory } from '../testing/settings.ts';
import { createProfiles } from './profiles.ts';

const NORTH_ID = '7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42';
const SOUTH_ID = '0a1b2c3d-4e5f-4a7e-9b1d-5d0f7e6a1c43';
const BACKEND = { kind: 'backend', address: 'https://motorpool.example', presets: [] } as const;

function own(clientId: string, change: Partial<Extract<Application, { kind: 'own' }>> = {}) {
  return {
    kind: 'own',
    clientId,
    redirectUris: ['https://fleet.example/done'],
    mode: 'live',
    exchange: { kind: 'local' },
    ...change,
  } as const satisfies Application;
}

const connection = (id: string, application: string) => ({
  ...{ id, application },
  createdAt: '2026-01-01T00:00:00.000Z',
  userId: null,
  externalId: null,
});

const NORTH = { ...SIMULATED, id: 'north', colour: 'blue' as const, application: own(NORTH_ID) };
const SOUTH = { ...SIMULATED, id: 'south', colour: 'teal' as const, application: own(SOUTH_ID) };

/** Two applications with a car each; the first is in use. */
function setUp(given: Partial<SettingsData> = {}) {
  const settings = settingsInMemory({
    profiles: [NORTH, SOUTH, SIMULATED],
    profile: 'north',
    connections: [connection('n', NORTH_ID), connection('s', SOUTH_ID)],
    expectedSecrets: [`client-secret:${NORTH_ID}`, `client-secret:${SOUTH_ID}`],
    ...given,
  });
  const removed: string[] = [];
  const saved: CopyChange[] = [];
  const happened: string[] = [];
  const state = { isBusy: false };
  const profiles = createProfiles({
    settings,
    vault: {
      remove: async (account) => {
        removed.push(account);
        settings.expectedEntries.delete(account);
      },
    },
    localCopy: {
      facts: async (ids) => ids.map((id) => ({ id: `car of ${id}` }) as VehicleFacts),
      unlabelled: async (application) => [`listed of ${application}`],
      save: async (change) => void saved.push(change),
    },
    forgetTokens: async (id) => void removed.push(`connection:${id}`),
    newId: () => 'new',
    isBusy: () => state.isBusy,
    end: () => void happened.push('end'),
    show: async () => void happened.push('show'),
    announce: vi.fn(),
    note: (event, byPerson) => void happened.push(`${event} ${byPerson}`),
  });
  return { profiles, settings, removed, saved, happened, state };
}

const ids = ({ settings }: Pick<ReturnType<typeof setUp>, 'settings'>) =>
  settings.get('profiles').map(({ id }) => id);

test('a switch ends what goes on, shows the other vehicles and loses nothing', async () => {
  const { profiles, settings, removed, happened } = setUp();
  expect(await profiles.use('south')).toEqual({ ok: true, value: null });
  expect(settings.get('application')).toEqual(SOUTH.application);
  expect(happened).toEqual(['end', 'application.own true', 'show']);
  expect([removed, settings.get('connections').length]).toEqual([[], 2]);
  await profiles.use('south');
  expect(happened).toHaveLength(3);
});

test('nothing is switched while commands are on their way', async () => {
  const { profiles, settings, state } = setUp();
  state.isBusy = true;
  expect(await profiles.use('south')).toEqual({ ok: false, failure: 'busy' });
  expect(await profiles.remove('north')).toEqual({ ok: false, failure: 'busy' });
  expect(settings.get('profile')).toBe('north');
});

test('an application that is new gets a profile and a free colour, and is in use', async () => {
  const all = setUp();
  await all.profiles.keep(own(NORTH_ID.replaceAll('7', '8')), null);
  expect(ids(all)).toEqual(['north', 'south', 'simulated', 'new']);
  const made = all.profiles.list().at(-1);
  expect([all.settings.get('profile'), made?.colour]).toEqual(['new', 'violet']);
});

test('the same application entered once more is that profile, not a second one', async () => {
  const all = setUp();
  const redirectUris = ['http://localhost:53682/callback'];
  await all.profiles.keep(own(SOUTH_ID.toUpperCase(), { redirectUris }), null);
  expect(ids(all)).toEqual(['north', 'south', 'simulated']);
  expect(all.settings.get('profile')).toBe('south');
  expect(all.settings.get('application')).toMatchObject({ redirectUris });
});

test('another client ID is another application; one that was mistyped is replaced', async () => {
  const all = setUp();
  const other = own(NORTH_ID.replaceAll('7', '8'));
  await all.profiles.keep(other, 'north');
  expect(ids(all)).toEqual(['north', 'south', 'simulated', 'new']);
  expect(all.saved).toEqual([]);

  const typo = setUp({ connections: [] });
  await typo.profiles.keep(other, 'north');
  expect(ids(typo)).toEqual(['north', 'south', 'simulated']);
  expect(typo.settings.get('application')).toEqual(other);
  expect(typo.removed).toEqual([`client-secret:${NORTH_ID}`]);
  const movedTo = NORTH_ID.replaceAll('7', '8');
  expect(typo.saved).toEqual([{ imports: [{ application: NORTH_ID, movedTo }] }]);
});

test('two profiles of one application share what Smartcar counts for it', async () => {
  const budget = { ...DEFAULT_BUDGET, capacity: 7 };
  const { profiles, settings } = setUp({ profiles: [{ ...NORTH, budget }, SIMULATED] });
  await profiles.keep(own(NORTH_ID, { mode: 'simulated' }), null);
  expect(settings.get('budget').capacity).toBe(7);
  settings.set('budget', { ...budget, capacity: 9 });
  expect(settings.get('profiles').map((one) => one.budget.capacity)).toEqual([9, 120, 9]);
});

test('a profile takes vehicles, sign-ins and secret of this computer with it', async () => {
  const { profiles, settings, removed, saved } = setUp();
  expect(await profiles.loss('north')).toEqual({
    ...{ connections: 1, vehicles: 1, listed: 1, secret: true },
    sharedWith: null,
  });
  await profiles.remove('north');
  const imports = [{ application: NORTH_ID, dropped: 'all' }];
  expect(saved).toEqual([{ removed: ['car of n'], imports }]);
  expect(removed).toEqual(['connection:n', `client-secret:${NORTH_ID}`]);
  expect(settings.get('connections').map(({ id }) => id)).toEqual(['s']);
  expect(settings.get('profiles')).toEqual([SOUTH, SIMULATED]);
  expect(settings.get('profile')).toBe('simulated');
});

test('what another profile of the same application needs stays', async () => {
  const twin = { ...NORTH, id: 'twin', application: own(NORTH_ID, { mode: 'simulated' }) };
  const { profiles, settings, removed, saved } = setUp({ profiles: [NORTH, twin, SIMULATED] });
  expect(await profiles.loss('twin')).toEqual({
    ...{ connections: 0, vehicles: 0, listed: 0, secret: false },
    sharedWith: 'north',
  });
  await profiles.remove('twin');
  expect([saved, removed, settings.get('connections').length]).toEqual([[], [], 2]);
});

test('the simulated cars cannot be removed', async () => {
  const { profiles } = setUp();
  expect(await profiles.remove('simulated')).toMatchObject({ ok: false });
});

test('a profile without its secret says so, whichever way it gets tokens', async () => {
  const backend = { ...SOUTH, application: own(SOUTH_ID, { exchange: BACKEND }) };
  const { profiles, settings } = setUp({
    profiles: [NORTH, backend, SIMULATED],
    expectedSecrets: ['staff-token:https://motorpool.example'],
  });
  expect(profiles.list().map(({ hasSecret }) => hasSecret)).toEqual([false, true, true]);
  expect(profiles.hasSecret()).toBe(false);
  // Sign-ins that cannot be renewed are not tried; those of profiles not in use are.
  expect(profiles.connections()).toEqual([['s'], []]);
  settings.expectedEntries.add(`client-secret:${NORTH_ID}`);
  expect(profiles.hasSecret()).toBe(true);
  expect(profiles.connections()).toEqual([['n'], ['s'], []]);
});

test('a profile is renamed and gets another colour, or its own name back', () => {
  const { profiles } = setUp();
  profiles.change({ id: 'north', name: 'North', colour: 'pink' });
  expect(profiles.list()[0]).toMatchObject({ name: 'North', colour: 'pink' });
  profiles.change({ id: 'north', name: null });
  expect(profiles.list()[0]).toMatchObject({ name: null, colour: 'pink' });
});

test('what a backend changes keeps the profile; a person did nothing', () => {
  const { profiles, settings, happened } = setUp();
  profiles.update(own(NORTH_ID, { mode: 'test' }));
  expect(settings.get('application')).toMatchObject({ mode: 'test' });
  expect(happened).toEqual(['end', 'application.own false', 'show']);
});
