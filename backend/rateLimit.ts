/** Token buckets, one per key. */
export interface Buckets {
  /** Takes one token. Gives 0, or, when there is none, the whole seconds until there is. */
  readonly take: (key: string) => number;
  /** Puts a taken token back. */
  readonly giveBack: (key: string) => void;
}

export interface BucketOptions {
  /** Both the size of a bucket and what flows into it in a minute. */
  readonly perMinute: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** How many keys are remembered; the one unused for longest goes first. */
  readonly maxKeys?: number;
}

interface Bucket {
  tokens: number;
  filledAt: number;
}

/** Makes buckets that start full. */
export function createBuckets({ perMinute, now, maxKeys = 10_000 }: BucketOptions): Buckets {
  const perMs = perMinute / 60_000;
  const buckets = new Map<string, Bucket>();

  function bucketOf(key: string): Bucket {
    const time = now();
    const known = buckets.get(key);
    // The wall clock may be set back; a bucket must not lose tokens by it.
    const elapsed = known ? Math.max(0, time - known.filledAt) : 0;
    const tokens = known ? Math.min(perMinute, known.tokens + elapsed * perMs) : perMinute;
    const bucket = { tokens, filledAt: time };
    buckets.delete(key);
    buckets.set(key, bucket);
    if (buckets.size > maxKeys) {
      for (const oldest of buckets.keys()) {
        buckets.delete(oldest);
        break;
      }
    }
    return bucket;
  }

  return {
    take: (key) => {
      const bucket = bucketOf(key);
      if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / perMs / 1000);
      bucket.tokens -= 1;
      return 0;
    },
    giveBack: (key) => {
      const bucket = bucketOf(key);
      bucket.tokens = Math.min(perMinute, bucket.tokens + 1);
    },
  };
}
