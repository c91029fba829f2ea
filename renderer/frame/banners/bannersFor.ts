import type { Status } from '../../../contract/api.ts';
import type { Notice } from '../../../contract/status.ts';
import { lastRead } from '../../readings/newest.ts';
import type { FleetSnapshot } from '../../state/applyFleetChange.ts';
import type { ShellProblem } from '../shell.ts';

/** One message above the screen, with what its words need. */
export type Banner =
  | { readonly kind: 'keychain_memory' }
  | { readonly kind: 'keychain_tokens' }
  | Notice
  | { readonly kind: 'offline'; readonly until: string | null }
  | { readonly kind: 'problem'; readonly problem: ShellProblem };

/**
 * What has to be said right now, the gravest first. Only notices and the last problem can be put
 * away; the rest stays true until its cause is gone.
 */
export function bannersFor(
  { keychain, notices }: Pick<Status, 'keychain' | 'notices'>,
  { vehicles, reach }: FleetSnapshot,
  problem: ShellProblem | null,
): readonly Banner[] {
  const banners: Banner[] = [];
  if (keychain.state === 'unavailable') {
    if (keychain.holdsSecretsInMemory) banners.push({ kind: 'keychain_memory' });
    if (vehicles.some(({ access }) => access === 'tokens_unavailable')) {
      banners.push({ kind: 'keychain_tokens' });
    }
  }
  banners.push(...notices);
  if (reach === 'offline') banners.push({ kind: 'offline', until: lastRead(vehicles) });
  if (problem) banners.push({ kind: 'problem', problem });
  return banners;
}
