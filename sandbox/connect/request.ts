import { DEFAULT_SCOPE, PERMISSIONS } from '../api/permissions.ts';
import type { Application } from '../context.ts';
import type { Mode } from '../core/state.ts';
import { brandOfVin, findBrand } from '../fleet/brands.ts';
import { COUNTRIES } from '../fleet/countries.ts';
import { isVinShaped } from '../fleet/vin.ts';

export type ScopeEntry = { permission: string; required: boolean };

/** Where a Connect run ends and what it carries there. */
export type ReturnAddress = {
  redirectUri: string;
  /** False when the dashboard's default is used. */
  redirectUriSent: boolean;
  state: string | undefined;
};

/** A checked authorize request ("Connect URL" in Smartcar's docs). */
export type ConnectRequest = ReturnAddress & {
  responseType: 'code' | 'none' | 'vehicle_id';
  scope: readonly ScopeEntry[];
  mode: Mode;
  forcePrompt: boolean;
  /** Brand code when the picker is skipped. */
  make: string | undefined;
  singleSelect: boolean;
  vin: string | undefined;
  country: string | undefined;
  /** Undefined: keep what is stored; null: clear it. */
  externalId: string | null | undefined;
  /** The JavaScript SDK's opener, which is told instead of a redirect URI. */
  appOrigin: string | undefined;
  /** The vehicle of a re-authentication. */
  vehicleId: string | undefined;
};

/**
 * - `refused`: an error page without any redirect, because the address cannot be trusted.
 * - `misconfigured`: an error page; leaving it redirects with `configuration_error`.
 */
export type ParsedRequest =
  | { kind: 'valid'; request: ConnectRequest }
  | { kind: 'refused'; title: string; text: string }
  | { kind: 'misconfigured'; address: ReturnAddress; message: string };

class Misconfigured extends Error {}

type Value = (name: string) => string | undefined;

function choice<T extends string>(
  value: Value,
  name: string,
  allowed: readonly T[],
  fallback?: T,
): T {
  const text = value(name) ?? fallback;
  const found = allowed.find((one) => one === text);
  if (found === undefined) throw new Misconfigured(`Invalid or missing parameter: ${name}`);
  return found;
}

function readScope(text: string | undefined): ScopeEntry[] {
  if (text === undefined) {
    return DEFAULT_SCOPE.map((permission) => ({ permission, required: false }));
  }
  const entries = new Map<string, ScopeEntry>();
  for (const word of text.split(' ').filter(Boolean)) {
    const required = word.startsWith('required:');
    const permission = required ? word.slice('required:'.length) : word;
    if (!PERMISSIONS.has(permission)) throw new Misconfigured(`Unknown permission: ${word}`);
    entries.set(permission, {
      permission,
      required: required || entries.get(permission)?.required === true,
    });
  }
  if (entries.size === 0) throw new Misconfigured('Invalid or missing parameter: scope');
  return [...entries.values()];
}

function readCountry(text: string | undefined): string | undefined {
  const pairs = (text ?? '').split(' ').filter(Boolean);
  if (pairs.some((pair) => !/^[a-z_]+:\S+$/i.test(pair))) {
    throw new Misconfigured('Invalid or missing parameter: flags');
  }
  const country = pairs.find((pair) => pair.startsWith('country:'))?.slice('country:'.length);
  if (country !== undefined && !COUNTRIES.has(country)) {
    throw new Misconfigured(`Unknown country: ${country}`);
  }
  return country;
}

function readVin(value: Value, singleSelect: boolean, mode: Mode): string | undefined {
  const vin = value('single_select_vin')?.toUpperCase();
  if (vin === undefined) return undefined;
  if (!singleSelect) throw new Misconfigured('single_select_vin needs single_select=true');
  if (!isVinShaped(vin)) throw new Misconfigured('Invalid VIN');
  if (mode === 'live' && vin.startsWith('0SC')) {
    throw new Misconfigured('A simulated VIN cannot be used in live mode');
  }
  return vin;
}

function readExternalId(value: Value): string | null | undefined {
  const id = value('external_id');
  return id === 'null' ? null : id;
}

const MODES: readonly Mode[] = ['live', 'test', 'simulated'];

function readAuthorize(value: Value, address: ReturnAddress): ConnectRequest {
  const responseType = choice(value, 'response_type', ['code', 'none']);
  const mode = choice(value, 'mode', MODES, 'live');
  const singleSelect = choice(value, 'single_select', ['true', 'false'], 'false') === 'true';
  const vin = readVin(value, singleSelect, mode);
  const named = value('make');
  const brand = vin === undefined ? findBrand(named ?? '') : brandOfVin(vin);
  return {
    ...address,
    responseType,
    scope: readScope(value('scope')),
    mode,
    forcePrompt: choice(value, 'approval_prompt', ['auto', 'force'], 'auto') === 'force',
    make: brand?.code,
    singleSelect,
    vin,
    country: readCountry(value('flags')),
    externalId: readExternalId(value),
    appOrigin: value('app_origin'),
    vehicleId: undefined,
  };
}

function readReauthenticate(value: Value, address: ReturnAddress): ConnectRequest {
  const responseType = choice(value, 'response_type', ['vehicle_id', 'none']);
  const vehicleId = value('vehicle_id');
  if (vehicleId === undefined) throw new Misconfigured('Invalid or missing parameter: vehicle_id');
  if (responseType === 'vehicle_id' && !address.redirectUriSent) {
    throw new Misconfigured('Invalid or missing parameter: redirect_uri');
  }
  return {
    ...address,
    responseType,
    scope: [],
    mode: 'simulated',
    forcePrompt: false,
    make: undefined,
    singleSelect: true,
    vin: undefined,
    country: undefined,
    externalId: readExternalId(value),
    appOrigin: undefined,
    vehicleId,
  };
}

/**
 * Checks the query of `/oauth/authorize` or `/oauth/reauthenticate`. Client id and redirect URI
 * come first: while they are in doubt nothing is redirected (RFC 6749 section 4.1.2.1).
 */
export function parseRequest(
  application: Application,
  query: URLSearchParams,
  kind: 'authorize' | 'reauthenticate',
): ParsedRequest {
  const value: Value = (name) => query.get(name) || undefined;
  const repeated = [...query.keys()].find((name) => query.getAll(name).length > 1);
  if (repeated !== undefined) {
    const text = `The parameter ${repeated} is repeated.`;
    return { kind: 'refused', title: '400: Invalid request', text };
  }
  const ids = [value('client_id'), value('application_id')].filter((id) => id !== undefined);
  if (ids.length === 0 || ids.some((id) => id !== application.clientId)) {
    const text = 'No application is registered under this client_id.';
    return { kind: 'refused', title: '400: Invalid client_id', text };
  }
  const sent = value('redirect_uri');
  if (sent !== undefined && !application.redirectUris.includes(sent)) {
    const text = 'The redirect URI is not registered for this application.';
    return { kind: 'refused', title: '400: Unauthorized redirect_uri', text };
  }
  const address: ReturnAddress = {
    redirectUri: sent ?? application.redirectUris[0] ?? '',
    redirectUriSent: sent !== undefined,
    state: value('state'),
  };
  try {
    const read = kind === 'authorize' ? readAuthorize : readReauthenticate;
    return { kind: 'valid', request: read(value, address) };
  } catch (error) {
    if (!(error instanceof Misconfigured)) throw error;
    return { kind: 'misconfigured', address, message: error.message };
  }
}
