import type { AfterConnect } from '../connect/target.ts';
import type { AccessTokens } from '../exchange/accessTokens.ts';
import { TokenError } from '../exchange/tokenError.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { ConnectionRecord } from '../settings/schema.ts';
import type { Settings } from '../settings/settings.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import { grantsOf } from './grants.ts';

export interface AdoptionOptions {
  readonly settings: Pick<Settings, 'get' | 'set'>;
  readonly tokens: Pick<AccessTokens, 'adopt'>;
  readonly fleet: Pick<Fleet, 'adopt' | 'learn' | 'refresh'>;
  readonly now: () => number;
  readonly newId: () => string;
}

/**
 * Makes a connection of a fresh token pair. Tokens are kept first, so that whatever fails later, the
 * owner's consent is not lost; vehicles that cannot be listed now are listed at the next refresh.
 */
export function createAdoption(options: AdoptionOptions): AfterConnect['adopt'] {
  const { settings, tokens, fleet, now, newId } = options;

  return async (grant, onVehicles) => {
    const { target, extras, asked, country } = grant;
    const connection: ConnectionRecord = {
      id: newId(),
      application: target.application,
      createdAt: new Date(now()).toISOString(),
      userId: extras.userId,
      externalId: extras.externalId,
    };
    const keptIn = await tokens.adopt(connection.id, grant.tokens);
    settings.set('connections', [...settings.get('connections'), connection]);

    onVehicles();
    const base = { connectionId: connection.id, keptInMemory: keptIn === 'memory' };
    try {
      const names = (asked ?? []).map(({ permission }) => permission);
      const vehicleIds = await fleet.adopt(connection, asked && names);
      const learned = await fleet.learn(vehicleIds, names);
      const grants = await grantsOf(asked ?? [], learned, target.exchange, country);
      void fleet.refresh(vehicleIds);
      return { ...base, vehicleIds, vehiclesRead: true, grants };
    } catch (error) {
      if (!(error instanceof SmartcarError || error instanceof TokenError)) throw error;
      return { ...base, vehicleIds: [], vehiclesRead: false, grants: [] };
    }
  };
}
