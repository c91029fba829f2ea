import { describe, expect, test } from 'vitest';
import type { BudgetState } from '../../../contract/budget.ts';
import type { Command } from '../../../contract/commands.ts';
import type { Readings } from '../../../contract/readings.ts';
import type { Hold } from '../../../contract/vehicles.ts';
import { commandable } from '../../testing/commands.ts';
import type { VehicleRecord } from '../vehicleRecord.ts';
import { type DryRunInput, dryRun } from './dryRun.ts';

const NOW = Date.parse('2026-05-12T08:00:00.000Z');
const LATER = '2026-05-12T09:00:00.000Z';
const NEXT_MONTH = '2026-06-01T00:00:00.000Z';
const AT = '2026-05-12T07:00:00.000Z';
const LOCK: Command = { kind: 'lock' };
const LIMIT: Command = { kind: 'set_charge_limit', limit: 0.8 };

function budget(limitPerVehicle: number | null = null): BudgetState {
  return {
    at: AT,
    capacity: 120,
    refillPerMinute: 2,
    calls: 7,
    nextAt: null,
    fullAt: null,
    throttled: false,
    month: { limitPerVehicle, calls: 0, usedUp: 0, resetsAt: NEXT_MONTH },
    plan: null,
  };
}

function planned(
  command: Command,
  records: readonly VehicleRecord[],
  change: Partial<DryRunInput> = {},
) {
  return dryRun({
    command,
    vehicleIds: records.map(({ id }) => id),
    records,
    budget: budget(),
    reach: 'online',
    now: NOW,
    learned: () => null,
    ...change,
  });
}

function itemFor(
  command: Command,
  change: Partial<VehicleRecord>,
  input: Partial<DryRunInput> = {},
) {
  return planned(command, [commandable('v', change)], input).items[0];
}

/** A vehicle's readings with these last values. */
function withValues(values: {
  security?: Partial<Readings['security']['last'] & object>['value'];
  charge?: Partial<Readings['charge']['last'] & object>['value'];
}): Pick<VehicleRecord, 'readings'> {
  const { readings } = commandable('v');
  const { security, charge } = values;
  const times = { measuredAt: AT, fetchedAt: AT };
  return {
    readings: {
      ...readings,
      ...(security && { security: { last: { value: security, ...times }, problem: null } }),
      ...(charge && { charge: { last: { value: charge, ...times }, problem: null } }),
    },
  };
}

const hold = (cause: Hold['cause'], until = LATER) => ({ hold: { cause, until } });

describe('who cannot, and why', () => {
  test.each<[string, Command, Partial<VehicleRecord>, string | null, string | null]>([
    ['all is well', LOCK, {}, null, null],
    ['permission missing', LOCK, { permissions: ['control_charge'] }, 'not_granted', null],
    ['permission missing', LIMIT, { permissions: ['control_security'] }, 'not_granted', null],
    ['permissions unknown', LOCK, { permissions: null }, null, null],
    ['access ended', LOCK, { access: 'reconnect' }, 'reconnect', null],
    ['keychain locked', LOCK, { access: 'tokens_unavailable' }, 'tokens_unavailable', null],
    ['told to wait', LOCK, hold('vehicle_limit'), 'hold', LATER],
    ['told to wait', LIMIT, hold('maker_limit'), 'hold', LATER],
    ['the wait is over', LOCK, hold('vehicle_limit', AT), null, null],
    ['month used up by Smartcar’s count', LOCK, hold('month', NEXT_MONTH), 'plan', NEXT_MONTH],
    ['reads are spaced out', LOCK, hold('fault'), null, null],
    ['asleep when last read', LOCK, hold('car_state'), null, null],
    ['paused by a person', LOCK, { paused: true }, null, null],
    ['access ended', { kind: 'disconnect' }, { access: 'reconnect' }, null, null],
    ['told to wait', { kind: 'disconnect' }, hold('vehicle_limit'), null, null],
    ['nothing granted', { kind: 'disconnect' }, { permissions: [] }, null, null],
  ])('%s: %o', (_name, command, change, obstacle, until) => {
    expect(itemFor(command, change)).toMatchObject({ obstacle, until });
  });

  test('a car without a battery to charge', () => {
    const { readings } = commandable('v');
    const problem = {
      reason: 'car_cannot',
      code: 'COMPATIBILITY:VEHICLE_NOT_CAPABLE',
      requestId: null,
      retryAt: null,
      at: AT,
    } as const;
    const change = { readings: { ...readings, charge: { last: null, problem } } };
    expect(itemFor({ kind: 'start_charging' }, change)?.obstacle).toBe('car_cannot');
    expect(itemFor(LIMIT, change)?.obstacle).toBe('car_cannot');
    expect(itemFor(LOCK, change)?.obstacle).toBeNull();
  });

  test('a month that the plan counts', () => {
    const used = { calls: { month: '2026-05', count: 500 } };
    const input = { budget: budget(500) };
    expect(itemFor(LOCK, used, input)).toMatchObject({ obstacle: 'plan', until: NEXT_MONTH });
    expect(itemFor(LOCK, used)?.obstacle).toBeNull();
    const before = { calls: { month: '2026-04', count: 500 } };
    expect(itemFor(LOCK, before, input)?.obstacle).toBeNull();
  });

  test('what earlier commands have shown, and vehicles that are gone', () => {
    const learned = () => ({ obstacle: 'busy', until: null }) as const;
    expect(itemFor(LOCK, {}, { learned })?.obstacle).toBe('busy');
    const { items } = planned(LOCK, [], { vehicleIds: ['gone', 'gone'] });
    expect(items).toEqual([
      { vehicleId: 'gone', obstacle: 'unknown_vehicle', until: null, remark: null },
    ]);
  });
});

describe('what the last values say', () => {
  const door = [{ part: 'door', position: 'frontLeft' }] as const;
  const flap = [{ part: 'chargingPort', position: 'chargingPort' }] as const;
  const locked = withValues({ security: { isLocked: true, open: [] } });
  const unlocked = withValues({ security: { isLocked: false, open: [] } });
  const open = withValues({ security: { isLocked: false, open: door } });
  const plugged = withValues({ security: { isLocked: false, open: flap } });
  const charging = withValues({ charge: { state: 'CHARGING', isPluggedIn: true } });
  const full = withValues({ charge: { state: 'FULLY_CHARGED', isPluggedIn: true } });
  const unplugged = withValues({ charge: { state: 'NOT_CHARGING', isPluggedIn: false } });

  test.each<[Command['kind'], Partial<VehicleRecord>, string | null]>([
    ['lock', {}, null],
    ['lock', locked, 'already_so'],
    ['lock', unlocked, null],
    ['lock', open, 'something_open'],
    ['lock', plugged, null],
    ['lock', { permissions: null }, 'permissions_unknown'],
    ['unlock', locked, null],
    ['unlock', unlocked, 'already_so'],
    ['unlock', open, 'already_so'],
    ['start_charging', charging, 'already_so'],
    ['start_charging', full, null],
    ['start_charging', unplugged, 'not_plugged_in'],
    ['stop_charging', charging, null],
    ['stop_charging', full, 'already_so'],
    ['stop_charging', unplugged, 'already_so'],
    ['disconnect', { permissions: null }, null],
  ])('%s, case %#: %o', (kind, change, remark) => {
    const command = kind === 'set_charge_limit' ? LIMIT : { kind };
    expect(itemFor(command, change)?.remark).toBe(remark);
  });
});

test('calls are one to send and one to see it, where a value can show it', () => {
  const records = [
    commandable('shows'),
    commandable('hides', { permissions: ['control_security', 'control_charge'] }),
    commandable('cannot', { permissions: [] }),
  ];
  expect(planned(LOCK, records)).toMatchObject({ callsNeeded: 3, callsLeft: 7, offline: false });
  expect(planned(LIMIT, records).callsNeeded).toBe(2);
  expect(planned({ kind: 'disconnect' }, records).callsNeeded).toBe(3);
  expect(planned(LOCK, records, { reach: 'offline' }).offline).toBe(true);
  expect(planned(LOCK, records, { reach: 'unknown' }).offline).toBe(false);
});
