import {
  type Health,
  type HealthPart,
  type HealthTone,
  isClockOff,
} from '../../contract/health.ts';

/** Room for a year of history and its journal. */
const LOW_DISK_BYTES = 1_000_000_000;
const NO_DISK_BYTES = 100_000_000;
/** A sign-in that ends within a week should have been renewed by itself. */
const TOKEN_SOON_MS = 7 * 86_400_000;
/** What Smartcar takes on a bad day, cars that answer slowly included. */
const SLOW_MS = 20_000;
/** So many failed calls in a hundred are more than single cars' troubles. */
const ERROR_SHARE = 0.2;
const FEW_CALLS = 5;

/** What is judged: all of `Health` but the judgement. */
export type Findings = Omit<Health, 'tones'>;

function disk({ freeBytes, isWritten }: Health['disk']): HealthTone {
  if (!isWritten || (freeBytes !== null && freeBytes < NO_DISK_BYTES)) return 'fault';
  return freeBytes !== null && freeBytes < LOW_DISK_BYTES ? 'attention' : 'fine';
}

function smartcar({ calls, p95Ms, errors }: Health['smartcar']): HealthTone {
  if (calls < FEW_CALLS) return 'fine';
  const failed = errors.reduce((sum, { count }) => sum + count, 0);
  return failed / calls > ERROR_SHARE || (p95Ms ?? 0) > SLOW_MS ? 'attention' : 'fine';
}

function tokens({ firstEnd, reconnect }: Health['tokens'], at: string): HealthTone {
  const isNearEnd = firstEnd !== null && Date.parse(firstEnd) - Date.parse(at) < TOKEN_SOON_MS;
  return reconnect > 0 || isNearEnd ? 'attention' : 'fine';
}

/** Says of each part how it is. */
export function judge(found: Findings): Readonly<Record<HealthPart, HealthTone>> {
  const { keychain, network, clockOffsetMs, queue } = found;
  return {
    keychain: keychain.state === 'unavailable' ? 'fault' : 'fine',
    network: network.reach === 'offline' ? 'fault' : 'fine',
    // A proxy is no trouble by itself, and where it cannot be told nothing has failed yet.
    proxy: 'fine',
    clock: isClockOff(clockOffsetMs) ? 'attention' : 'fine',
    disk: disk(found.disk),
    smartcar: smartcar(found.smartcar),
    tokens: tokens(found.tokens, found.at),
    queue: queue.throttled || (queue.paused && queue.waiting > 0) ? 'attention' : 'fine',
  };
}
