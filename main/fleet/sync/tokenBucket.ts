import type { Budget } from '../../../contract/budget.ts';
import type { BucketRow } from '../localCopy/localCopy.ts';

export interface TokenBucketOptions {
  /** What was saved last; `null` where there never was a bucket, which then is full. */
  readonly saved: BucketRow | null;
  /** See `Clock`. */
  readonly uptime: () => number;
  readonly rate: () => Pick<Budget, 'capacity' | 'refillPerMinute'>;
}

/**
 * The application's bucket of requests as Smartcar keeps it ("API limits"): each request takes one, and it
 * fills again with time. It runs on the computer's uptime, which nobody can set.
 */
export interface TokenBucket {
  /** How many there are now, with fractions. */
  tokens(): number;
  /** Takes one and answers what to save. There must be one. */
  take(): BucketRow;
  /** Smartcar says there is none: its count is the one that matters. */
  empty(): BucketRow;
  /** Whole milliseconds until there are as many. */
  waitFor(count: number): number;
}

const MINUTE_MS = 60_000;

export function createTokenBucket({ saved, uptime, rate }: TokenBucketOptions): TokenBucket {
  let tokens = saved?.tokens ?? rate().capacity;
  let at = saved?.uptimeMs ?? uptime();

  function fill(): void {
    const now = uptime();
    const { capacity, refillPerMinute } = rate();
    // An uptime below the saved one tells of a restart of the computer; as much has passed since at least.
    const elapsed = now >= at ? now - at : now;
    tokens = Math.min(capacity, tokens + (elapsed / MINUTE_MS) * refillPerMinute);
    at = now;
  }

  const row = (): BucketRow => ({ tokens, uptimeMs: at });

  return {
    tokens() {
      fill();
      return tokens;
    },
    take() {
      fill();
      if (tokens < 1) throw new Error('The bucket is empty');
      tokens -= 1;
      return row();
    },
    empty() {
      fill();
      tokens = Math.min(tokens, 0);
      return row();
    },
    waitFor(count) {
      fill();
      const { capacity, refillPerMinute } = rate();
      const wanted = Math.min(count, capacity);
      // Rounded up: a moment too early there still is none.
      return tokens >= wanted ? 0 : Math.ceil(((wanted - tokens) / refillPerMinute) * MINUTE_MS);
    },
  };
}
