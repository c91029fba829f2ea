import { parseArgs } from 'node:util';
import { FaultInput } from './admin/faults.ts';
import { clientIdOf, redirectUriProblem } from './application.ts';
import { COUNTRIES } from './fleet/countries.ts';
import { DEFAULTS, isLoopback, type SandboxOptions } from './options.ts';

export const HELP = `A local stand-in for Smartcar: Connect, token endpoint and API v2.0 over HTTP.

Usage: sandbox [options]

  --port N              TCP port; 0 takes a free one (default ${DEFAULTS.port})
  --host HOST           loopback address to listen on (default ${DEFAULTS.host})
  --vehicles N          size of the fleet (default ${DEFAULTS.vehicles})
  --seed N              decides about fleet and credentials (default ${DEFAULTS.seed})
  --state FILE          keep tokens (hashed) and vehicles over a restart
  --redirect-uri URI    registered redirect URI; may be repeated, the first is the default; replaces
                        the list of the ready line
  --country CC          country that Connect starts with (default ${DEFAULTS.country})
  --latency MS          extra time of each token and API answer (default ${DEFAULTS.latencyMs})
  --code-life S         life of an authorization code (default ${DEFAULTS.codeLife})
  --token-life S        life of an access token (default ${DEFAULTS.tokenLife})
  --refresh-life S      life of a refresh token (default ${DEFAULTS.refreshLife})
  --refresh-grace S     how long a used refresh token still works (default ${DEFAULTS.refreshGrace})
  --rate-limit N/M      application limit: bucket of N requests, M more per minute; 120/2 is
                        Smartcar's (default: no limit)
  --vehicle-limit N/S   N requests per vehicle in S seconds (default: no limit)
  --monthly-limit N     requests per vehicle and month (default: no limit)
  --vehicle-quota N     connected vehicles that the plan allows (default: no limit)
  --fault JSON          switch on a fault; may be repeated
  --help                show this

When ready it prints one line of JSON: origins, credentials and the admin URL.
`;

/** An option that cannot be used; its message is for the user. */
export class UsageError extends Error {}

function whole(name: string, text: string, min: number, max: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) {
    throw new UsageError(`--${name} must be a whole number from ${min} to ${max}, not "${text}"`);
  }
  return value;
}

function pair(name: string, text: string): [number, number] {
  const [first = '', second = '', ...rest] = text.split('/');
  if (rest.length > 0 || second === '') {
    throw new UsageError(`--${name} must be two whole numbers like 120/2, not "${text}"`);
  }
  return [whole(name, first, 1, 1_000_000), whole(name, second, 1, 1_000_000)];
}

function redirectUri(text: string, clientId: string): string {
  const problem = redirectUriProblem(text, clientId);
  if (problem) throw new UsageError(`--redirect-uri ${text} ${problem}`);
  return text;
}

function fault(text: string): FaultInput {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UsageError(`--fault must be JSON, not "${text}"`);
  }
  const result = FaultInput.safeParse(json);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new UsageError(`--fault: ${issue?.path.join('.') || 'fault'}: ${issue?.message ?? ''}`);
}

const text = { type: 'string' } as const;
const OPTIONS = {
  port: text,
  host: text,
  vehicles: text,
  seed: text,
  state: text,
  country: text,
  latency: text,
  'code-life': text,
  'token-life': text,
  'refresh-life': text,
  'refresh-grace': text,
  'rate-limit': text,
  'vehicle-limit': text,
  'monthly-limit': text,
  'vehicle-quota': text,
  'redirect-uri': { type: 'string', multiple: true },
  fault: { type: 'string', multiple: true },
  help: { type: 'boolean' },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

const MOST_SECONDS = 10 * 365 * 86_400;

/** Reads the command line; `help` when only help is wanted. Throws {@link UsageError}. */
export function readCommandLine(args: readonly string[]): SandboxOptions | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  const options: SandboxOptions = {};
  const number = (
    name: keyof typeof values,
    min: number,
    max: number,
    set: (n: number) => void,
  ) => {
    const value = values[name];
    if (typeof value === 'string') set(whole(name, value, min, max));
  };
  number('port', 0, 65_535, (n) => (options.port = n));
  number('vehicles', 0, 100_000, (n) => (options.vehicles = n));
  number('seed', 0, Number.MAX_SAFE_INTEGER, (n) => (options.seed = n));
  number('latency', 0, 600_000, (n) => (options.latencyMs = n));
  number('code-life', 1, MOST_SECONDS, (n) => (options.codeLife = n));
  number('token-life', 1, MOST_SECONDS, (n) => (options.tokenLife = n));
  number('refresh-life', 1, MOST_SECONDS, (n) => (options.refreshLife = n));
  number('refresh-grace', 0, MOST_SECONDS, (n) => (options.refreshGrace = n));
  number('monthly-limit', 0, 1_000_000, (n) => (options.monthlyLimit = n));
  number('vehicle-quota', 0, 100_000, (n) => (options.vehicleQuota = n));
  if (values.host !== undefined) {
    if (!isLoopback(values.host)) {
      throw new UsageError(`--host must be a loopback address, not "${values.host}"`);
    }
    options.host = values.host;
  }
  if (values.country !== undefined) {
    if (!COUNTRIES.has(values.country)) {
      throw new UsageError(`--country must be a known country code, not "${values.country}"`);
    }
    options.country = values.country;
  }
  if (values.state !== undefined) {
    if (values.state === '') throw new UsageError('--state needs the name of a file');
    options.state = values.state;
  }
  if (values['rate-limit'] !== undefined) {
    const [capacity, perMinute] = pair('rate-limit', values['rate-limit']);
    options.rateLimit = { capacity, perMinute };
  }
  if (values['vehicle-limit'] !== undefined) {
    const [requests, seconds] = pair('vehicle-limit', values['vehicle-limit']);
    options.vehicleLimit = { requests, seconds };
  }
  if (values['redirect-uri'] !== undefined) {
    const clientId = clientIdOf(options.seed ?? DEFAULTS.seed);
    options.redirectUris = values['redirect-uri'].map((uri) => redirectUri(uri, clientId));
  }
  if (values.fault !== undefined) options.faults = values.fault.map(fault);
  return options;
}
