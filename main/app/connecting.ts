import type { ConnectPurpose } from '../../contract/connect.ts';
import type { ConnectOptions } from '../../contract/connectOptions.ts';
import type { ConnectStartFailure } from '../../contract/responses.ts';
import type { Result } from '../../contract/result.ts';
import type { Transport } from '../../contract/transport.ts';
import type { Connector } from '../connect/connector.ts';
import { reconnectOptions } from '../connect/reconnectOptions.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { applicationKey, rememberedOptions } from '../settings/schema.ts';
import type { Settings } from '../settings/settings.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import type { ApplicationAccess } from './applicationAccess.ts';

export interface ConnectingOptions {
  readonly settings: Pick<Settings, 'get' | 'set'>;
  readonly fleet: Pick<Fleet, 'records'>;
  readonly connector: Pick<Connector, 'start'>;
  /** What it takes to talk to Smartcar now, brought up to date. Rejects with `SmartcarError`. */
  readonly access: () => Promise<ApplicationAccess>;
  /** The remembered options have changed. */
  readonly announce: () => void;
}

/** Starts attempts for the application in use. */
export interface Connecting {
  start(options: ConnectOptions, transport?: Transport): Promise<Result<null, ConnectStartFailure>>;
  /** Renews the login of a vehicle, or connects it anew where that does not help. */
  reconnect(
    vehicleId: string,
    transport?: Transport,
  ): Promise<Result<null, ConnectStartFailure | 'unknown_vehicle'>>;
}

export function createConnecting(options: ConnectingOptions): Connecting {
  const { settings, fleet, connector, access, announce } = options;

  async function run(
    purposeFor: (access: ApplicationAccess) => ConnectPurpose,
    transport: Transport,
    resolutionUrl: string | null = null,
  ): Promise<Result<null, ConnectStartFailure>> {
    if (!settings.get('application')) return { ok: false, failure: 'no_application' };
    let ready: ApplicationAccess;
    try {
      ready = await access();
    } catch (error) {
      if (!(error instanceof SmartcarError)) throw error;
      return { ok: false, failure: 'sandbox_failed' };
    }
    // Asked for once more: it may have changed while the sandbox started.
    const application = settings.get('application');
    if (!application) return { ok: false, failure: 'no_application' };
    const { origins, clientId, redirectUris, mode, exchange } = ready;
    const target = {
      connectOrigin: origins.connect,
      clientId,
      redirectUris,
      mode,
      exchange,
      application: applicationKey(application),
    };
    const started = connector.start(target, purposeFor(ready), transport, resolutionUrl);
    if (started.ok || started.failure === 'already_running') return started as Result<null, never>;
    return { ok: false, failure: 'options_invalid' };
  }

  return {
    async start(chosen, transport = settings.get('transport')) {
      const started = await run(() => ({ kind: 'connect', options: chosen }), transport);
      if (started.ok) {
        settings.set('connectOptions', rememberedOptions(chosen));
        announce();
      }
      return started;
    },

    async reconnect(vehicleId, transport = settings.get('transport')) {
      const [vehicle] = await fleet.records([vehicleId]);
      if (!vehicle) return { ok: false, failure: 'unknown_vehicle' };
      if (vehicle.accessEnded?.reason === 'login') {
        const purpose = { kind: 'reauthenticate', vehicleId } as const;
        return run(() => purpose, transport, vehicle.reauthenticateUrl);
      }
      const connection = settings.get('connections').find(({ id }) => id === vehicle.connectionId);
      const last = settings.get('connectOptions');
      return run(
        ({ mode }) => ({
          kind: 'connect',
          options: reconnectOptions(vehicle, connection?.externalId ?? null, last, mode),
        }),
        transport,
      );
    },
  };
}
