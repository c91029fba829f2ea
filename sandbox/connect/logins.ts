import { ERRORS, errorName } from '../api/error-table.ts';
import { seededRandom, seededUuid } from '../core/random.ts';
import type { Mode, VehicleSource } from '../core/state.ts';
import { makeVehicle, sourceOfVin } from '../fleet/vehicle.ts';

const SUCCESS_VIN = '0SCAUDI037A5ADB1C';
const INCOMPATIBLE_VIN = '0SCAUDI012FE3B132';
const SUBSCRIPTION_VIN = '0SCAUDI0155C49A95';

/** Ordinals above the fleet's own, so that test logins never share a vehicle with it. */
const MANY_FROM = 500_000;
const FAILING_FROM = 700_000;

/** What a login at a car maker leads to. */
export type LoginResult =
  | { kind: 'vehicles'; userId: string; sources: VehicleSource[]; apiError: string | null }
  | { kind: 'no-vehicles' }
  | { kind: 'incompatible'; source: VehicleSource }
  | { kind: 'no-subscription' }
  | { kind: 'wrong-mode' }
  | { kind: 'invalid' };

export type LoginInput = {
  seed: number;
  /** Fleet vehicles per brand. */
  shares: ReadonlyMap<string, number>;
  email: string;
  password: string;
  make: string;
  mode: Mode;
  /** The only VIN the application wants. */
  vin: string | undefined;
};

const atLevel = (make: string, vin: string): VehicleSource => ({
  kind: 'vin',
  make,
  vin,
  level: 'compatible',
});

function fleetPart({ seed, shares, email, make }: LoginInput): VehicleSource[] {
  const share = shares.get(make) ?? 0;
  const prng = seededRandom(seed, 'account', make, email.toLowerCase());
  const count = Math.min(share, prng.int(2, 4));
  const first = prng.int(0, Math.max(0, share - 1));
  return Array.from({ length: count }, (_, index) => ({
    kind: 'fleet',
    make,
    ordinal: (first + index) % share,
  }));
}

/** The account behind one of the documented test logins; undefined for an ordinary e-mail. */
function testAccount(
  input: LoginInput,
): LoginResult | { sources: VehicleSource[]; apiError: string | null } | undefined {
  const { email, make } = input;
  const [local = '', domain = ''] = email.split('@');
  if (/^smartcar@successful-request\.com$/i.test(email)) {
    return { sources: [atLevel('AUDI', SUCCESS_VIN)], apiError: null };
  }
  if (/^smartcar@vehicle-incompatible\.com$/i.test(email)) {
    return { kind: 'incompatible', source: atLevel('AUDI', INCOMPATIBLE_VIN) };
  }
  if (/^smartcar@invalid-subscription\.com$/i.test(email)) {
    return input.vin === undefined || input.vin === SUBSCRIPTION_VIN
      ? { kind: 'no-subscription' }
      : { kind: 'invalid' };
  }
  const level = /^(compatible|phev|incompatible|fuel|bev)\.smartcar\.com$/i.exec(domain)?.[1];
  if (level && /^[a-z0-9]{17}$/i.test(local)) {
    const vin = local.toUpperCase();
    const known = level.toLowerCase() as Extract<VehicleSource, { kind: 'vin' }>['level'];
    const source: VehicleSource = { kind: 'vin', make, vin, level: known };
    return known === 'incompatible'
      ? { kind: 'incompatible', source }
      : { sources: [source], apiError: null };
  }
  if (domain.toLowerCase() !== 'smartcar.com') return undefined;
  const many = /^(\d{1,3})-vehicles$/i.exec(local)?.[1];
  if (many !== undefined) {
    const sources = Array.from({ length: Number(many) }, (_, index): VehicleSource => {
      return { kind: 'fleet', make, ordinal: MANY_FROM + index };
    });
    return sources.length === 0 ? { kind: 'no-vehicles' } : { sources, apiError: null };
  }
  const [type = '', code] = local.toUpperCase().split('.');
  const name = errorName(type, code === undefined || code === 'NULL' ? null : code);
  if (!ERRORS.has(name)) return undefined;
  const sources = [0, 1].map((index): VehicleSource => {
    return { kind: 'fleet', make, ordinal: FAILING_FROM + index };
  });
  return { sources, apiError: name };
}

function onlyVin(input: LoginInput, sources: VehicleSource[], isTest: boolean): VehicleSource[] {
  const { seed, vin, make } = input;
  if (vin === undefined) return sources;
  if (isTest) return sources.filter((source) => makeVehicle(seed, source).vin === vin);
  return [sourceOfVin(seed, vin) ?? atLevel(make, vin)];
}

/** The user id behind an e-mail at a brand. */
export function userIdOf(seed: number, make: string, email: string): string {
  return seededUuid(seed, 'user', make, email.toLowerCase());
}

/**
 * Logs in at a simulated car maker. Any well-formed e-mail and any password work; the special ones
 * are those of Smartcar's "Test your integration" page, and belong to simulated mode. The same
 * e-mail, brand and seed always give the same user and vehicles.
 */
export function logIn(input: LoginInput): LoginResult {
  const { seed, email, password, make, mode } = input;
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254 || password === '') {
    return { kind: 'invalid' };
  }
  const test = testAccount(input);
  if (test && mode === 'live') return { kind: 'wrong-mode' };
  if (test && 'kind' in test) return test;
  const account = test ?? { sources: fleetPart(input), apiError: null };
  const sources = onlyVin(input, account.sources, test !== undefined);
  if (sources.length === 0) return { kind: 'no-vehicles' };
  const userId = userIdOf(seed, make, email);
  return { kind: 'vehicles', userId, sources, apiError: account.apiError };
}
