import { TokenError } from '../exchange/tokenError.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import type { Authorization, VehiclePlatform } from '../smartcar/platform.ts';
import type { VehicleRecord } from './vehicleRecord.ts';

/** What a freshly connected vehicle has to tell before its values are read. */
export interface Learned {
  readonly permissions: readonly string[];
  readonly vin: string | null;
}

/**
 * Asks what was granted for a vehicle and, where not everything `asked` for was, its VIN, by which the
 * reason can be found out. `null` where Smartcar does not say.
 */
export async function learn(
  platform: VehiclePlatform,
  authorization: Authorization,
  vehicle: VehicleRecord,
  asked: readonly string[],
): Promise<Learned | null> {
  try {
    const permissions = await platform.permissions(authorization, vehicle.id);
    const isWhole = asked.every((name) => permissions.includes(name));
    if (isWhole || vehicle.vin !== null || !permissions.includes('read_vin')) {
      return { permissions, vin: vehicle.vin };
    }
    const request = { kinds: [], attributes: false, vin: true };
    const { identity } = await platform.read(authorization, vehicle.id, request);
    return { permissions, vin: identity.vin ?? null };
  } catch (error) {
    if (error instanceof SmartcarError || error instanceof TokenError) return null;
    throw error;
  }
}
