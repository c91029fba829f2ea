import { expect, test } from 'vitest';
import type { CommandItem, CommandRun, CommandStep } from '../../contract/commands.ts';
import { redact } from '../app/redact.ts';
import type { NewActivity } from '../fleet/localCopy/localCopy.ts';
import { madeUpVehicle } from '../testing/fleet.ts';
import { createActivity } from './activity.ts';
import { commandHappening, connectHappenings, labelHappening } from './happenings.ts';
import { createRunNotes } from './runNotes.ts';

const AT = '2026-11-25T12:00:00.000Z';

function setUp(name: string | null = 'Van 1') {
  const vehicle = madeUpVehicle(0);
  const saved: NewActivity[] = [];
  const errors: unknown[] = [];
  let isFull = false;
  const fail = () => {
    isFull = true;
  };
  const activity = createActivity({
    localCopy: {
      save: async (change) => {
        if (isFull) throw new Error('closed');
        saved.push(...(change.activity ?? []));
      },
      vehicles: async (ids) =>
        ids.includes(vehicle.id) ? [{ ...vehicle, labels: { ...vehicle.labels, name } }] : [],
    },
    now: () => Date.parse(AT),
    userName: 'ada',
    redact,
    onChange: () => undefined,
    onError: (error) => errors.push(error),
  });
  return { activity, saved, errors, vehicle, fail };
}

test('who, what and which vehicle are noted', async () => {
  const { activity, saved, vehicle } = setUp();
  const vehicleIds = [vehicle.id];
  await activity.note({ kind: 'pause', event: 'pause.vehicles', byPerson: true, vehicleIds });
  expect(saved).toEqual([
    {
      ...{ at: AT, kind: 'pause', event: 'pause.vehicles', result: 'done', by: 'ada' },
      ...{ vehicleIds, vehicleName: 'Van 1', facts: {} },
    },
  ]);
});

test('a VIN that somebody took for a name is not noted', async () => {
  const { activity, saved, vehicle } = setUp('WBA12345678901234');
  const vehicleIds = [vehicle.id];
  await activity.note({ kind: 'label', event: 'label.changed', byPerson: true, vehicleIds });
  expect(JSON.stringify(saved)).not.toContain('WBA123');
});

test('what cannot be noted does not stop what happens', async () => {
  const { activity, errors, fail } = setUp();
  fail();
  await activity.note({ kind: 'settings', event: 'settings.budget', byPerson: true });
  expect(errors).toHaveLength(1);
});

test('changed labels are named without what was typed', () => {
  const change = { notes: 'Key under the mat', driver: null, addTags: ['vip'] };
  const { facts } = labelHappening(['car-1'], change);
  expect(facts).toEqual({ fields: 'notes,driver,tags' });
});

function run(...steps: readonly CommandStep[]): CommandRun {
  const none = { sentAt: null, acceptedAt: null, confirmedAt: null, problem: null };
  const items = steps.map((step, index): CommandItem => ({ vehicleId: `${index}`, step, ...none }));
  const head = { id: 'run', command: { kind: 'lock' }, by: 'ada', startedAt: AT } as const;
  return { ...head, items, isOver: false };
}

test('a run is told once nothing is to be sent, with what came of it', () => {
  expect(commandHappening(run('accepted', 'sent'))).toBeNull();
  expect(commandHappening(run('accepted', 'failed', 'skipped'))).toMatchObject({
    ...{ kind: 'command', event: 'command.lock', result: 'partly', vehicleIds: ['0', '1'] },
    facts: { accepted: 1, failed: 1, cancelled: 0 },
  });
  expect(commandHappening(run('failed'))?.result).toBe('failed');
  expect(commandHappening(run('confirmed', 'unconfirmed'))?.result).toBe('done');
});

test('a run is noted once, however often it changes', async () => {
  const { activity, saved } = setUp();
  const note = createRunNotes(activity);
  for (const step of ['waiting', 'sent', 'accepted', 'confirmed'] as const) note(run(step, step));
  await new Promise((resolve) => setImmediate(resolve));
  expect(saved).toHaveLength(1);
});

test('an attempt is told with its outcome, and what was granted', () => {
  const finished = {
    status: 'finished',
    code: 'A7F3',
    transport: 'custom_scheme',
    finishedAt: AT,
    purpose: { kind: 'reauthenticate', vehicleId: 'car-1' },
  } as const;
  expect(connectHappenings({ ...finished, outcome: { kind: 'closed' } })).toEqual([
    {
      ...{ kind: 'reconnect', event: 'connect.closed', result: 'failed', byPerson: true },
      ...{ vehicleIds: ['car-1'], facts: { attempt: 'A7F3', transport: 'custom_scheme' } },
    },
  ]);
});
