import type { Vehicle } from '../../../contract/vehicles.ts';

/** The one thing that helps this vehicle most. */
export type BestAction = 'reconnect' | 'keychain' | 'resume' | 'refresh';

/** What stands in the way comes first: reading again would only fail for the same reason. */
export function bestAction({ access, paused }: Pick<Vehicle, 'access' | 'paused'>): BestAction {
  if (access === 'reconnect') return 'reconnect';
  if (access === 'tokens_unavailable') return 'keychain';
  return paused ? 'resume' : 'refresh';
}
