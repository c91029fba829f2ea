import type { AfterConnect } from '../connect/target.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import type { VehiclePlatform } from '../smartcar/platform.ts';
import { type AdoptionOptions, createAdoption } from './adoption.ts';
import { discard, inspect } from './inspection.ts';

export interface AfterConnectOptions extends AdoptionOptions {
  readonly fleet: AdoptionOptions['fleet'] & Pick<Fleet, 'reauthenticated'>;
  /** The platform of an application, by its key. Rejects where another one is in use by now. */
  readonly platform: (application: string) => Promise<VehiclePlatform>;
}

/** What follows a successful Connect, put together. */
export function createAfterConnect(options: AfterConnectOptions): AfterConnect {
  const { fleet, platform } = options;

  /** `null` where Smartcar cannot be asked for this application now. */
  async function platformOf(application: string): Promise<VehiclePlatform | null> {
    try {
      return await platform(application);
    } catch (error) {
      if (error instanceof SmartcarError) return null;
      throw error;
    }
  }

  return {
    adopt: createAdoption(options),

    async inspect({ tokens, target }) {
      const asked = await platformOf(target.application);
      return asked && inspect(asked, tokens);
    },

    async discard({ tokens, target }) {
      const asked = await platformOf(target.application);
      if (asked) await discard(asked, tokens);
    },

    reauthenticated: (vehicleId) => void fleet.reauthenticated(vehicleId),
  };
}
