import { onTestFinished } from 'vitest';
import type { SandboxOptions } from '../options.ts';
import { createSandbox, type Sandbox } from '../server.ts';
import { type Browser, createBrowser, type Fields, type Page } from './browser.ts';

/** A Tuesday night in Europe and evening in America: cars are parked, some charge. */
export const NIGHT = Date.parse('2026-05-12T02:30:00.000Z');

/** Starts a sandbox with a standing clock and closes it after the test. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await createSandbox({ now: () => NIGHT, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** The authorize URL with these parameters; undefined takes a default away. */
export function authorizeUrl(
  sandbox: Sandbox,
  parameters: Record<string, string | undefined> = {},
): string {
  const all = {
    response_type: 'code',
    client_id: sandbox.clientId,
    scope: 'read_vehicle_info read_vin read_odometer',
    state: 'the state',
    mode: 'simulated',
    ...parameters,
  };
  const query = Object.entries(all)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${sandbox.origins.connect}/oauth/authorize?${query.join('&')}`;
}

export type Walk = {
  browser?: Browser;
  make?: string;
  email?: string;
  /** Typed on the grant page. */
  choice?: Fields;
};

/** Goes through Connect up to the page that follows the login. */
export async function walkToLogin(url: string, walk: Walk = {}): Promise<[Browser, Page]> {
  const browser = walk.browser ?? createBrowser();
  let page = await browser.press(await browser.open(url), 'continue-button');
  if (page.url.endsWith('/brands')) page = await browser.press(page, walk.make ?? 'TESLA');
  const username = walk.email ?? 'driver@example.com';
  return [browser, await browser.press(page, 'sign-in-button', { username, password: 'pw' })];
}

/** Goes through Connect to its redirect. */
export async function walkThrough(url: string, walk: Walk = {}): Promise<URL> {
  const [browser, afterLogin] = await walkToLogin(url, walk);
  const last =
    afterLogin.leftTo === undefined
      ? await browser.press(afterLogin, 'approval-button', walk.choice ?? {})
      : afterLogin;
  if (last.leftTo === undefined) throw new Error(`still at ${last.url} (${last.status})`);
  return new URL(last.leftTo);
}

export type TokenAnswer = { status: number; headers: Headers; body: Record<string, unknown> };

/** Posts a form to the token endpoint. */
export async function requestToken(
  sandbox: Sandbox,
  form: Record<string, string>,
  credentials = `${sandbox.clientId}:${sandbox.clientSecret}`,
): Promise<TokenAnswer> {
  const response = await fetch(`${sandbox.origins.auth}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
    body: new URLSearchParams(form),
  });
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body };
}

export type Connected = { accessToken: string; refreshToken: string; redirect: URL; code: string };

/** Connects and exchanges the code. */
export async function connectCars(
  sandbox: Sandbox,
  parameters: Record<string, string | undefined> = {},
  walk: Walk = {},
): Promise<Connected> {
  const redirect = await walkThrough(authorizeUrl(sandbox, parameters), walk);
  const code = redirect.searchParams.get('code') ?? '';
  const { status, body } = await requestToken(sandbox, { grant_type: 'authorization_code', code });
  if (status !== 200) throw new Error(`token endpoint answered ${status}`);
  return {
    accessToken: String(body.access_token),
    refreshToken: String(body.refresh_token),
    redirect,
    code,
  };
}

export type ApiAnswer = { status: number; headers: Headers; body: Record<string, unknown> };

export type Api = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<ApiAnswer>;

/** Calls `/v2.0` with an authorization header: a bearer token, or the whole header. */
export function apiOf(sandbox: Sandbox, authorization: string): Api {
  const header = authorization.includes(' ') ? authorization : `Bearer ${authorization}`;
  return async (method, path, body, headers = {}) => {
    const init: RequestInit = {
      method,
      headers: { authorization: header, 'content-type': 'application/json', ...headers },
    };
    if (body !== undefined) init.body = JSON.stringify(body);
    const response = await fetch(`${sandbox.origins.api}/v2.0${path}`, init);
    const json = (await response.json()) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, body: json };
  };
}

/** Calls the admin route. */
export async function admin(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const init: RequestInit = { method };
  if (body !== undefined) init.body = JSON.stringify(body);
  const response = await fetch(`${sandbox.admin}${path}`, init);
  return (await response.json()) as Record<string, unknown>;
}

/** Moves the sandbox's clock forward. */
export const advance = (sandbox: Sandbox, seconds: number) =>
  admin(sandbox, 'POST', '/clock/advance', { ms: seconds * 1_000 });

/** Ids of the vehicles that a token opens. */
export async function vehicleIds(sandbox: Sandbox, accessToken: string): Promise<string[]> {
  const { body } = await apiOf(sandbox, accessToken)('GET', '/vehicles?limit=50');
  return body.vehicles as string[];
}

/** VIN of {@link connectCapable}'s car; it stands plugged in at {@link NIGHT}. */
export const CAPABLE_VIN = '0SCVOLKSWAGEN0042';

/** Connects one plug-in hybrid that can do everything, with all permissions of the v2.0 endpoints. */
export async function connectCapable(
  sandbox: Sandbox,
): Promise<{ id: string; api: Api } & Connected> {
  const scope =
    'read_vehicle_info read_vin read_odometer read_fuel read_battery read_charge control_charge read_location read_engine_oil read_tires read_security control_security read_diagnostics read_service_history control_navigation';
  const walk = { make: 'VOLKSWAGEN', email: `${CAPABLE_VIN}@compatible.smartcar.com` };
  const connected = await connectCars(sandbox, { scope }, walk);
  const [id = ''] = await vehicleIds(sandbox, connected.accessToken);
  return { ...connected, id, api: apiOf(sandbox, connected.accessToken) };
}
