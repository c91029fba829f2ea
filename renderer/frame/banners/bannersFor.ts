import type { PlanRefusal } from '../../../contract/budget.ts';
import type { QueueState } from '../../../contract/queue.ts';
import type { Notice, Status } from '../../../contract/status.ts';
import type { Reach, Vehicle } from '../../../contract/vehicles.ts';
import { meterOf } from '../../queue/meter.ts';
import type { ShellProblem } from '../shell.ts';
import { type FailingCause, isWidespread, widespread } from './widespread.ts';

/** What the banners need to know of the fleet. */
export interface FleetFacts {
  readonly count: number;
  /** Some of the vehicles are not on the screen, because loading them failed. */
  readonly isIncomplete: boolean;
  readonly reach: Reach;
  /** When Motorpool last got values for any vehicle (ISO 8601). */
  readonly readAt: string | null;
  readonly access: Readonly<Record<Vehicle['access'], number>>;
  /** How many vehicles have a value that failed with this cause. */
  readonly failing: Readonly<Record<FailingCause, number>>;
}

/** One message above the screen, with what its words need. */
export type Banner =
  | { readonly kind: 'keychain_memory' | 'keychain_tokens' }
  | Notice
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'no_secret' }
  | { readonly kind: 'offline'; readonly until: string | null }
  | { readonly kind: 'plan'; readonly refusal: PlanRefusal; readonly resetsAt: string }
  | { readonly kind: 'no_calls'; readonly nextAt: string }
  | { readonly kind: 'reconnect'; readonly count: number }
  | {
      readonly kind: 'failing';
      readonly cause: FailingCause;
      readonly count: number;
      readonly total: number;
    }
  | { readonly kind: 'problem'; readonly problem: ShellProblem };

const MINUTE_MS = 60_000;

/** A shorter wait for the next call is the meter's to tell. */
const LONG_WAIT_MS = 10 * MINUTE_MS;

/** Where the plan stands in the way: as Smartcar said, or because all calls of the month are made. */
function planBanner({ budget }: QueueState, isExhausted: boolean): readonly Banner[] {
  const { plan, month } = budget;
  const { resetsAt } = month;
  if (plan) return [{ kind: 'plan', refusal: plan, resetsAt }];
  if (!isExhausted) return [];
  const refusal = {
    code: 'VEHICLE_REQUEST_LIMIT',
    since: budget.at,
    vehicles: month.usedUp,
  } as const;
  return [{ kind: 'plan', refusal, resetsAt }];
}

/** When the next call can be made, where vehicles wait for it and have to for long. */
function longWait({ budget, waiting, running, paused }: QueueState, now: number): string | null {
  const { nextAt } = budget;
  if (nextAt === null || waiting === 0 || running > 0 || paused) return null;
  return Date.parse(nextAt) - now > LONG_WAIT_MS ? nextAt : null;
}

/** What keeps reads from being made: the cause that explains the others is told alone. */
function readingBanners(fleet: FleetFacts, queue: QueueState, now: number): readonly Banner[] {
  if (!queue.hasSecret) return [{ kind: 'no_secret' }];
  if (fleet.reach === 'offline') return [{ kind: 'offline', until: fleet.readAt }];
  const isExhausted = meterOf(queue.budget, fleet.count, now).kind === 'exhausted';
  const plan = planBanner(queue, isExhausted);
  const nextAt = isExhausted ? null : longWait(queue, now);
  return nextAt === null ? plan : [...plan, { kind: 'no_calls', nextAt }];
}

/**
 * What has to be said right now, the gravest first. Only notices and the last problem can be put
 * away; the rest stays true until its cause is gone.
 */
export function bannersFor(
  { keychain, notices }: Pick<Status, 'keychain' | 'notices'>,
  fleet: FleetFacts,
  queue: QueueState,
  problem: ShellProblem | null,
  now: number,
): readonly Banner[] {
  const banners: Banner[] = [];
  if (keychain.state === 'unavailable') {
    if (keychain.holdsSecretsInMemory) banners.push({ kind: 'keychain_memory' });
    if (fleet.access.tokens_unavailable > 0) banners.push({ kind: 'keychain_tokens' });
  }
  if (fleet.isIncomplete) banners.push({ kind: 'incomplete' });
  banners.push(...notices, ...readingBanners(fleet, queue, now));
  const { reconnect } = fleet.access;
  // Fewer are told by the number above the table.
  if (isWidespread(reconnect, fleet.count)) banners.push({ kind: 'reconnect', count: reconnect });
  for (const { cause, count } of widespread(fleet.failing, fleet.count)) {
    banners.push({ kind: 'failing', cause, count, total: fleet.count });
  }
  if (problem) banners.push({ kind: 'problem', problem });
  return banners;
}
