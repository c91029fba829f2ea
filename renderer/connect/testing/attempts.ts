import type { Application } from '../../../contract/application.ts';
import type { ConnectOutcome, ConnectPurpose, VehicleGrants } from '../../../contract/connect.ts';
import { type ConnectOptions, DEFAULT_CONNECT_OPTIONS } from '../../../contract/connectOptions.ts';
import type { Transport } from '../../../contract/transport.ts';
import type { Finished } from '../startAgain.ts';

/** Options that ask for one required and two optional permissions. */
export const OPTIONS: ConnectOptions = {
  ...DEFAULT_CONNECT_OPTIONS,
  permissions: [
    { permission: 'read_vehicle_info', required: true },
    { permission: 'read_fuel', required: false },
    { permission: 'read_location', required: false },
  ],
};

export const CONNECT = { kind: 'connect', options: OPTIONS } as const satisfies ConnectPurpose;
export const RENEWAL = {
  kind: 'reauthenticate',
  vehicleId: 'v1',
} as const satisfies ConnectPurpose;

/** An own application with a redirect URI of each kind. */
export function ownApplication(
  change: Partial<Extract<Application, { kind: 'own' }>> = {},
): Application {
  return {
    kind: 'own',
    clientId: '7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42',
    redirectUris: [
      'sc7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42://connect',
      'https://fleet.example/done',
      'http://localhost:53682/callback',
    ],
    mode: 'live',
    exchange: { kind: 'local' },
    ...change,
  };
}

export const BACKEND: Application = ownApplication({
  exchange: { kind: 'backend', address: 'https://motorpool.fleet.example', presets: [] },
});

/** What a success carries beside its kind. */
export function brought(grants: readonly VehicleGrants[] = []) {
  return {
    connectionId: 'c1',
    vehicleIds: ['v1'],
    vehiclesRead: true,
    keptInMemory: false,
    grants,
    virtualKeyUrl: null,
    vinCheck: null,
  };
}

/** A finished attempt. */
export function finished(
  outcome: ConnectOutcome,
  purpose: ConnectPurpose = CONNECT,
  transport: Transport = 'custom_scheme',
): Finished {
  return {
    status: 'finished',
    code: 'K7QX',
    finishedAt: '2026-11-24T12:00:00.000Z',
    outcome,
    purpose,
    transport,
  };
}
