import type { FaultInput } from './admin/faults.ts';
import { clientIdOf, redirectUriProblem } from './application.ts';
import type { RandomBytes } from './core/random.ts';

/** What a sandbox can be told. Every field has a default; see {@link DEFAULTS}. */
export type SandboxOptions = {
  /** TCP port; 0 takes any free one. */
  port?: number;
  /** Loopback address or name to listen on. */
  host?: string;
  /** Size of the fleet that ordinary logins draw their vehicles from. */
  vehicles?: number;
  /** Decides about fleet, client id and client secret. */
  seed?: number;
  /** File that keeps tokens (hashed), connections and vehicle changes over a restart. */
  state?: string;
  /** Extra time for each token and API answer, in milliseconds. */
  latencyMs?: number;
  /** Application limit: size of the bucket and tokens added per minute. Undefined: no limit. */
  rateLimit?: { capacity: number; perMinute: number };
  /** Requests one vehicle takes in a window of so many seconds. Undefined: no limit. */
  vehicleLimit?: { requests: number; seconds: number };
  /** Requests per vehicle and calendar month (UTC). Undefined: no limit. */
  monthlyLimit?: number;
  /** Connected vehicles the plan allows. Undefined: no limit. */
  vehicleQuota?: number;
  /** Lives in seconds. */
  codeLife?: number;
  tokenLife?: number;
  refreshLife?: number;
  /** Seconds that a used refresh token still works. */
  refreshGrace?: number;
  /** Registered redirect URIs in place of the default ones; the first is the application's default. */
  redirectUris?: readonly string[];
  /** Country of the Connect pages when neither flag nor picker says otherwise. */
  country?: string;
  /** Faults that are switched on from the start. */
  faults?: readonly FaultInput[];
  /** Epoch milliseconds. */
  now?: () => number;
  random?: RandomBytes;
  /** Told about trouble that does not stop the sandbox. */
  warn?: (message: string) => void;
};

/** Defaults: Smartcar's documented lives, no limits. */
export const DEFAULTS = {
  port: 0,
  host: '127.0.0.1',
  vehicles: 240,
  seed: 1,
  latencyMs: 0,
  codeLife: 600,
  tokenLife: 7_200,
  refreshLife: 60 * 86_400,
  refreshGrace: 60,
  country: 'US',
} as const;

export type Settings = SandboxOptions & {
  -readonly [K in keyof typeof DEFAULTS]: NonNullable<SandboxOptions[K]>;
};

const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '::1'];

/** True for the names and addresses of this machine's loopback interface. */
export function isLoopback(host: string): boolean {
  return (
    LOOPBACK_HOSTS.includes(host.replace(/^\[(.*)\]$/, '$1')) || /^127(\.\d{1,3}){3}$/.test(host)
  );
}

/**
 * Fills in the defaults. Throws RangeError for a host that other machines could reach, and for a
 * redirect URI that Smartcar would not register.
 */
export function settle(options: SandboxOptions): Settings {
  const settings: Settings = { ...DEFAULTS, ...options };
  if (!isLoopback(settings.host)) {
    throw new RangeError(`host ${settings.host} is not a loopback address`);
  }
  const clientId = clientIdOf(settings.seed);
  if (settings.redirectUris?.length === 0) throw new RangeError('no redirect URI is registered');
  for (const uri of settings.redirectUris ?? []) {
    const problem = redirectUriProblem(uri, clientId);
    if (problem) throw new RangeError(`redirect URI ${uri} ${problem}`);
  }
  return settings;
}
