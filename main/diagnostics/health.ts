import type { Health, TokenHealth } from '../../contract/health.ts';
import type { QueueState } from '../../contract/queue.ts';
import type { KeychainStatus } from '../../contract/status.ts';
import type { Reach } from '../../contract/vehicles.ts';
import type { TokenAge } from '../exchange/accessTokens.ts';
import type { LocalCopy } from '../fleet/localCopy/localCopy.ts';
import type { DateWatch } from './dateWatch.ts';
import { judge } from './judge.ts';

export interface HealthOptions {
  readonly now: () => number;
  readonly environment: Health['environment'];
  readonly localCopy: Pick<LocalCopy, 'callStats' | 'facts'>;
  readonly keychain: () => KeychainStatus;
  readonly reach: () => Reach;
  /** Where Smartcar's API is for the application in use; `null` without one. */
  readonly apiOrigin: () => string | null;
  /** Chromium's answer for an address, e.g. `DIRECT` or `PROXY host:port`. */
  readonly resolveProxy: (address: string) => Promise<string>;
  readonly dates: Pick<DateWatch, 'offsetMs' | 'answeredAt'>;
  /** Whether the local copy reaches the disk. */
  readonly isWritten: () => boolean;
  /** Free bytes where the data is, and the size of the local copy; `null` where not to be had. */
  readonly disk: () => Promise<Pick<Health['disk'], 'freeBytes' | 'copyBytes'>>;
  /** The connections of the application in use. */
  readonly connectionIds: () => readonly string[];
  readonly tokenAges: (connectionIds: readonly string[]) => readonly TokenAge[];
  readonly queue: () => QueueState;
}

function isoOrNull(ms: number | null): string | null {
  return ms === null || !Number.isFinite(ms) ? null : new Date(ms).toISOString();
}

/** Midnight of this computer's day, in milliseconds since the epoch. */
function startOfDay(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0);
}

/** Says direct or proxy, and nothing of a proxy's address. */
async function proxyOf(options: HealthOptions, origin: string | null): Promise<Health['proxy']> {
  if (origin === null) return 'unknown';
  const answer = await options.resolveProxy(origin);
  return answer.trim().toUpperCase().startsWith('DIRECT') ? 'direct' : 'proxy';
}

async function tokensOf(options: HealthOptions): Promise<TokenHealth> {
  const ids = options.connectionIds();
  const ages = options.tokenAges(ids);
  const facts = await options.localCopy.facts(ids);
  return {
    connections: ids.length,
    seen: ages.length,
    oldestRenewal: isoOrNull(Math.min(...ages.map(({ renewedAt }) => renewedAt))),
    firstEnd: isoOrNull(Math.min(...ages.map(({ refreshExpiresAt }) => refreshExpiresAt))),
    reconnect: facts.filter(({ access }) => access === 'reconnect').length,
  };
}

/** Looks how everything is; needs neither network nor keychain. */
export async function lookAtHealth(options: HealthOptions): Promise<Health> {
  const { now, localCopy, dates } = options;
  const origin = options.apiOrigin();
  const [proxy, room, smartcar, tokens] = await Promise.all([
    proxyOf(options, origin),
    options.disk(),
    localCopy.callStats(startOfDay(now())),
    tokensOf(options),
  ]);
  const { running, waiting, paused, nextAt, budget } = options.queue();
  const found = {
    at: new Date(now()).toISOString(),
    environment: options.environment,
    keychain: options.keychain(),
    network: { reach: options.reach(), origin, answeredAt: isoOrNull(dates.answeredAt()) },
    proxy,
    clockOffsetMs: dates.offsetMs(),
    disk: { ...room, isWritten: options.isWritten() },
    smartcar,
    tokens,
    queue: { running, waiting, paused, nextAt, throttled: budget.throttled },
  };
  return { ...found, tones: judge(found) };
}
