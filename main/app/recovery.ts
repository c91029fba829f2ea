import type { LocalCopy } from '../fleet/localCopy/localCopy.ts';
import { tokensAccount } from '../keychain/storedTokens.ts';
import type { ConnectionRecord } from '../settings/schema.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * Settings and local copy can be damaged one without the other. Vehicles whose connection the
 * settings no longer know bring it back, and with it the memory that tokens should exist.
 */
export async function recoverConnections(
  settings: Pick<Settings, 'get' | 'set' | 'expectedEntries'>,
  localCopy: Pick<LocalCopy, 'connections'>,
): Promise<void> {
  const known = new Set(settings.get('connections').map(({ id }) => id));
  const lost = new Map<string, ConnectionRecord>();
  for (const trace of await localCopy.connections()) {
    if (!known.has(trace.id)) lost.set(trace.id, { ...trace, userId: null, externalId: null });
  }
  if (lost.size === 0) return;
  settings.set('connections', [...settings.get('connections'), ...lost.values()]);
  for (const id of lost.keys()) settings.expectedEntries.add(tokensAccount(id));
}
