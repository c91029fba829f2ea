import type { QueueState } from '../../contract/queue.ts';
import { fleetHours } from '../../contract/refreshRules.ts';
import type { Status } from '../../contract/status.ts';
import { bannersFor, type FleetFacts } from '../frame/banners/bannersFor.ts';

/** Whether values are read, and if not, the one cause that explains it. */
export type ReadHealth =
  | { readonly kind: 'works' | 'only_asked' | 'no_vehicles' }
  | {
      readonly kind:
        | 'keychain'
        | 'no_secret'
        | 'sandbox'
        | 'paused'
        | 'offline'
        | 'plan'
        | 'owners';
    }
  | { readonly kind: 'no_calls'; readonly nextAt: string };

/** What to say of reads at `now` (milliseconds since the epoch). */
export function readHealth(
  status: Pick<Status, 'keychain' | 'notices' | 'budget'>,
  fleet: FleetFacts,
  queue: QueueState,
  now: number,
): ReadHealth {
  const banners = bannersFor(status, fleet, queue, null, now);
  const has = (kind: (typeof banners)[number]['kind']) => banners.some((one) => one.kind === kind);
  if (has('sandbox_failed')) return { kind: 'sandbox' };
  if (fleet.count === 0) return { kind: 'no_vehicles' };
  if (queue.paused) return { kind: 'paused' };
  if (has('no_secret')) return { kind: 'no_secret' };
  if (has('keychain_tokens')) return { kind: 'keychain' };
  if (fleet.access.reconnect === fleet.count) return { kind: 'owners' };
  if (has('offline')) return { kind: 'offline' };
  if (has('plan')) return { kind: 'plan' };
  for (const banner of banners) {
    if (banner.kind === 'no_calls') return { kind: 'no_calls', nextAt: banner.nextAt };
  }
  return { kind: fleetHours(status.budget) === null ? 'only_asked' : 'works' };
}
