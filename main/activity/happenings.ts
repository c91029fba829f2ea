import type { ActivityResult } from '../../contract/activity.ts';
import type { Budget } from '../../contract/budget.ts';
import type { CommandRun } from '../../contract/commands.ts';
import type { ConnectState } from '../../contract/connect.ts';
import type { LabelChange } from '../../contract/vehicles.ts';
import type { Happening } from './activity.ts';

type Finished = Extract<ConnectState, { readonly status: 'finished' }>;

/** What the end of an attempt is in the activity: how it came out, and what was granted. */
export function connectHappenings({ outcome, code, purpose, transport }: Finished): Happening[] {
  const kind = purpose.kind === 'connect' ? 'connect' : 'reconnect';
  const base = { byPerson: true, facts: { attempt: code, transport } } as const;
  const event = `connect.${outcome.kind}`;
  if (outcome.kind === 'reauthenticated') {
    return [{ ...base, kind, event, vehicleIds: [outcome.vehicleId] }];
  }
  if (outcome.kind !== 'connected' && outcome.kind !== 'partial_grant') {
    const vehicleIds = purpose.kind === 'reauthenticate' ? [purpose.vehicleId] : [];
    return [{ ...base, kind, event, result: 'failed', vehicleIds }];
  }
  const { vehicleIds, grants } = outcome;
  const states = grants.flatMap(({ permissions }) => permissions.map(({ state }) => state));
  const granted = states.filter((state) => state === 'granted').length;
  const result: ActivityResult = outcome.kind === 'connected' ? 'done' : 'partly';
  const connected: Happening = { ...base, kind, event, result, vehicleIds };
  if (states.length === 0) return [connected];
  const facts = { granted, asked: states.length };
  return [
    connected,
    { kind: 'grant', event: 'grant.given', result, byPerson: false, vehicleIds, facts },
  ];
}

/** A run of commands once nothing is to be sent any more; `null` before. */
export function commandHappening(run: CommandRun): Happening | null {
  const sent = run.items.filter(({ step }) => step !== 'skipped');
  if (sent.some(({ step }) => step === 'waiting' || step === 'sent')) return null;
  const count = (...steps: readonly string[]) =>
    sent.filter(({ step }) => steps.includes(step)).length;
  const accepted = count('accepted', 'confirmed', 'unconfirmed');
  const failed = count('failed');
  const cancelled = count('cancelled');
  const { kind } = run.command;
  const limit =
    run.command.kind === 'set_charge_limit'
      ? { limit: `${Math.round(run.command.limit * 100)} %` }
      : {};
  return {
    kind: kind === 'disconnect' ? 'disconnect' : 'command',
    event: `command.${kind}`,
    result: failed + cancelled === 0 ? 'done' : accepted > 0 ? 'partly' : 'failed',
    byPerson: true,
    vehicleIds: sent.map(({ vehicleId }) => vehicleId),
    facts: { accepted, failed, cancelled, ...limit },
  };
}

/** Which labels a person changed, without what was typed. */
export function labelHappening(vehicleIds: readonly string[], change: LabelChange): Happening {
  const { addTags = [], removeTags = [], ...fields } = change;
  const changed = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : name,
  );
  const tags = addTags.length + removeTags.length > 0 ? ['tags'] : [];
  return {
    kind: 'label',
    event: 'label.changed',
    byPerson: true,
    vehicleIds,
    facts: { fields: [...changed, ...tags].join(',') },
  };
}

/** A budget in numbers; what is not limited is left out. */
export function budgetFacts(budget: Budget): Readonly<Record<string, number>> {
  const { capacity, refillPerMinute, callsPerVehiclePerMonth, refreshEveryHours } = budget;
  return {
    capacity,
    refillPerMinute,
    ...(callsPerVehiclePerMonth !== null && { callsPerVehiclePerMonth }),
    ...(refreshEveryHours !== null && { refreshEveryHours }),
  };
}
