import type { ToldVehicle } from '../../contract/connect.ts';
import { TokenError } from '../exchange/tokenError.ts';
import type { TokenPair } from '../exchange/tokenExchange.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import type { Authorization, VehiclePlatform } from '../smartcar/platform.ts';

/** One car was asked for; an owner who gave more than a handful did something else. */
const MOST_VEHICLES = 5;

/** Tokens that are not kept: there is no refreshing them. */
function unkept({ accessToken }: TokenPair): Authorization {
  return {
    token: async () => accessToken,
    renew: () => Promise.reject(new TokenError('reconnect')),
  };
}

function isExpected(error: unknown): boolean {
  return error instanceof SmartcarError || error instanceof TokenError;
}

/** The vehicles that tokens open, before anything is kept. `null` where they cannot be listed. */
export async function inspect(
  platform: VehiclePlatform,
  tokens: TokenPair,
): Promise<readonly ToldVehicle[] | null> {
  const authorization = unkept(tokens);
  const told: ToldVehicle[] = [];
  try {
    const ids = await platform.listVehicles(authorization);
    for (const id of ids.slice(0, MOST_VEHICLES)) {
      const request = { kinds: [], attributes: true, vin: true };
      const { identity } = await platform.read(authorization, id, request);
      const { vin = null, make = null, model = null, year = null } = identity;
      told.push({ vin, make, model, year: year === null ? null : String(year) });
    }
    return told;
  } catch (error) {
    if (isExpected(error)) return told.length > 0 ? told : null;
    throw error;
  }
}

/** Ends the access of tokens that nobody wants to keep, as far as Smartcar can be reached. */
export async function discard(platform: VehiclePlatform, tokens: TokenPair): Promise<void> {
  const authorization = unkept(tokens);
  try {
    for (const id of await platform.listVehicles(authorization)) {
      await platform.disconnect(authorization, id);
    }
  } catch (error) {
    if (!isExpected(error)) throw error;
  }
}
