import type { Adopted } from '../connect/connector.ts';
import { type AccessTokens, TokenError } from '../exchange/accessTokens.ts';
import type { TokenPair } from '../exchange/tokenExchange.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { tokensAccount } from '../keychain/storedTokens.ts';
import type { ConnectionRecord } from '../settings/schema.ts';
import type { Settings } from '../settings/settings.ts';
import { SmartcarError } from '../smartcar/errors.ts';

export interface AdoptionOptions {
  readonly settings: Pick<Settings, 'get' | 'set'>;
  readonly tokens: Pick<AccessTokens, 'adopt'>;
  readonly fleet: Pick<Fleet, 'adopt' | 'refresh'>;
  readonly now: () => number;
  readonly newId: () => string;
}

/**
 * Makes a connection of a fresh token pair. Tokens are kept first, so that whatever fails later, the
 * owner's consent is not lost; vehicles that cannot be listed now are listed at the next refresh.
 */
export function createAdoption(options: AdoptionOptions) {
  const { settings, tokens, fleet, now, newId } = options;

  return async (pair: TokenPair, application: string, onVehicles: () => void): Promise<Adopted> => {
    const connection: ConnectionRecord = {
      id: newId(),
      application,
      createdAt: new Date(now()).toISOString(),
    };
    const keptIn = await tokens.adopt(connection.id, pair);
    settings.set('connections', [...settings.get('connections'), connection]);

    onVehicles();
    const base = { connectionId: connection.id, keptInMemory: keptIn === 'memory' };
    try {
      const vehicleIds = await fleet.adopt(connection);
      void fleet.refresh(vehicleIds);
      return { ...base, vehicleIds, vehiclesRead: true };
    } catch (error) {
      if (!(error instanceof SmartcarError || error instanceof TokenError)) throw error;
      return { ...base, vehicleIds: [], vehiclesRead: false };
    }
  };
}

/**
 * Settings and local copy can be damaged one without the other. Vehicles whose connection the
 * settings no longer know bring it back, and with it the memory that tokens should exist.
 */
export function recoverConnections(
  settings: Pick<Settings, 'get' | 'set' | 'expectedEntries'>,
  fleet: Pick<Fleet, 'records'>,
): void {
  const known = new Set(settings.get('connections').map(({ id }) => id));
  const lost = new Map<string, ConnectionRecord>();
  for (const { connectionId, application, connectedAt } of fleet.records()) {
    if (known.has(connectionId)) continue;
    lost.set(connectionId, { id: connectionId, application, createdAt: connectedAt });
  }
  if (lost.size === 0) return;
  settings.set('connections', [...settings.get('connections'), ...lost.values()]);
  for (const id of lost.keys()) settings.expectedEntries.add(tokensAccount(id));
}
