import type { Mode } from '../../contract/application.ts';
import type { PermissionGrant, ToldVehicle, VehicleGrants } from '../../contract/connect.ts';
import type { RequestedPermission } from '../../contract/permissions.ts';
import type { TokenExchange, TokenPair } from '../exchange/tokenExchange.ts';
import type { CallbackExtras } from './callback.ts';

/** What Connect is opened with for the application in use. */
export interface ConnectTarget {
  /** Connect's origin, without a path. */
  readonly connectOrigin: string;
  readonly clientId: string;
  /** As registered with Smartcar, the default one first. */
  readonly redirectUris: readonly string[];
  readonly mode: Mode;
  readonly exchange: TokenExchange;
  /** Which application's connection this will be; see `applicationKey`. */
  readonly application: string;
}

/** What a successful attempt hands on with its tokens. */
export interface Grant {
  readonly tokens: TokenPair;
  readonly target: ConnectTarget;
  readonly extras: Pick<CallbackExtras, 'userId' | 'externalId'>;
  /** What was asked for; `null` where the dashboard decided. */
  readonly asked: readonly RequestedPermission[] | null;
  /** ISO 3166-1 alpha-2, where the attempt named one. */
  readonly country: string | null;
}

/** What became of the tokens of a successful attempt. */
export interface Adopted {
  readonly connectionId: string;
  readonly vehicleIds: readonly string[];
  readonly vehiclesRead: boolean;
  readonly keptInMemory: boolean;
  readonly grants: readonly VehicleGrants[];
}

/** What comes after Connect. None of it rejects for Smartcar's or the network's sake. */
export interface AfterConnect {
  /** Keeps the tokens, then takes in the vehicles; says when it turns from one to the other. */
  adopt(grant: Grant, onVehicles: () => void): Promise<Adopted>;
  /** The vehicles that tokens open, before anything is kept; `null` where they cannot be read. */
  inspect(grant: Grant): Promise<readonly ToldVehicle[] | null>;
  /** Ends the access of tokens that are not kept. */
  discard(grant: Grant): Promise<void>;
  /** The login of a vehicle was renewed: it can be read again. */
  reauthenticated(vehicleId: string): void;
}

/** Whether every permission that was asked for was given, as far as that is known. */
export function isWhole(grants: readonly { readonly permissions: readonly PermissionGrant[] }[]) {
  return grants.every(({ permissions }) => permissions.every(({ state }) => state === 'granted'));
}
