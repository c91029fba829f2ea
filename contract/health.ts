import type { KeychainStatus } from './status.ts';
import type { Reach } from './vehicles.ts';

/** `attention`: it works for now. `fault`: something does not work. */
export type HealthTone = 'fine' | 'attention' | 'fault';

/** What health is made of, in the order in which it is shown. */
export const HEALTH_PARTS = [
  'keychain',
  'network',
  'proxy',
  'clock',
  'disk',
  'smartcar',
  'tokens',
  'queue',
] as const;
export type HealthPart = (typeof HEALTH_PARTS)[number];

/** Signatures and tokens go by the time; Smartcar's go wrong some minutes off. */
const CLOCK_LIMIT_MS = 2 * 60_000;

/** Whether this computer's clock, in milliseconds from Smartcar's, is wrong. Not known is not wrong. */
export function isClockOff(offsetMs: number | null): boolean {
  return offsetMs !== null && Math.abs(offsetMs) > CLOCK_LIMIT_MS;
}

/** Calls to Smartcar of one day. */
export interface CallStats {
  readonly calls: number;
  /** Milliseconds until the answer; `null` where nothing was answered. */
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  /** By Smartcar's `TYPE:CODE`, else the HTTP status, else `NETWORK`; the most frequent first. */
  readonly errors: readonly { readonly type: string; readonly count: number }[];
}

export interface TokenHealth {
  readonly connections: number;
  /** Connections whose tokens have been looked at in this run; the times are theirs. */
  readonly seen: number;
  /** The pair whose renewal is longest ago (ISO 8601). */
  readonly oldestRenewal: string | null;
  /** When the first connection ends unless it is used until then (ISO 8601). */
  readonly firstEnd: string | null;
  /** Vehicles that only connecting again brings back. */
  readonly reconnect: number;
}

/** How the app is; holds nothing that names a person, a vehicle or a secret. */
export interface Health {
  /** ISO 8601. */
  readonly at: string;
  readonly environment: {
    /** The operating system's name and version, as it calls itself. */
    readonly system: string;
    /** The processor's kind, as Node calls it. */
    readonly arch: string;
    /** Electron's version. */
    readonly electron: string;
  };
  readonly tones: Readonly<Record<HealthPart, HealthTone>>;
  readonly keychain: KeychainStatus;
  readonly network: {
    readonly reach: Reach;
    /** Where Smartcar's API is; `null` without an application. */
    readonly origin: string | null;
    /** When Smartcar answered last in this run (ISO 8601). */
    readonly answeredAt: string | null;
  };
  readonly proxy: 'direct' | 'proxy' | 'unknown';
  /** This computer's clock minus Smartcar's, in milliseconds; `null` before the first answer. */
  readonly clockOffsetMs: number | null;
  readonly disk: {
    readonly freeBytes: number | null;
    readonly copyBytes: number | null;
    /** Whether changes reach the disk. */
    readonly isWritten: boolean;
  };
  /** Of today, in this computer's time zone. */
  readonly smartcar: CallStats;
  readonly tokens: TokenHealth;
  readonly queue: {
    readonly running: number;
    readonly waiting: number;
    readonly paused: boolean;
    /** ISO 8601. */
    readonly nextAt: string | null;
    readonly throttled: boolean;
  };
}

/** The worst of the tones. */
export function healthTone({ tones }: Pick<Health, 'tones'>): HealthTone {
  const all = Object.values(tones);
  if (all.includes('fault')) return 'fault';
  return all.includes('attention') ? 'attention' : 'fine';
}
