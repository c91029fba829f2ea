import { Problem } from '../problems.ts';
import { createBuckets } from '../rateLimit.ts';
import type { Verifier } from './verifier.ts';

/** Failed tokens that one address may send in a minute. */
const FAILURES_PER_MINUTE = 10;
const MAX_TOKEN_LENGTH = 256;

export interface AuthenticateOptions {
  readonly verifier: Verifier;
  /** Requests per minute and staff token. */
  readonly perMinute: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The token of an `authorization: Bearer …` header (RFC 6750, section 2.1). */
function bearerToken(header: string | undefined): string | undefined {
  const token = /^Bearer +([\w.~+/=-]+) *$/i.exec(header ?? '')?.[1];
  return token !== undefined && token.length <= MAX_TOKEN_LENGTH ? token : undefined;
}

function limit(seconds: number, detail: string): void {
  if (seconds > 0) throw new Problem('rate_limited', detail, { retryAfter: seconds });
}

/**
 * Makes the function that gives the staff name of a request, or throws {@link Problem}
 * `unauthorized` or `rate_limited`. `address` is where the request comes from.
 */
export function createAuthenticate({ verifier, perMinute, now }: AuthenticateOptions) {
  const requests = createBuckets({ perMinute, now });
  const failures = createBuckets({ perMinute: FAILURES_PER_MINUTE, now });

  async function identify(header: string | undefined, address: string): Promise<string> {
    const token = bearerToken(header);
    const known = token && (await verifier.recall(token));
    if (known) return known;
    // Taken before the check, so that many at once cannot slip through while scrypt runs.
    limit(failures.take(address), 'Too many requests without a valid staff token.');
    const name = token && (await verifier.verify(token));
    if (!name) throw new Problem('unauthorized', 'A valid staff token is needed.');
    failures.giveBack(address);
    return name;
  }

  return async (header: string | undefined, address: string): Promise<string> => {
    const name = await identify(header, address);
    limit(requests.take(name), 'Too many requests with this staff token.');
    return name;
  };
}
