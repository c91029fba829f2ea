import type { ConnectionFacts } from '../../contract/connectionFacts.ts';
import type { AccessTokens } from '../exchange/accessTokens.ts';

const isoTime = (ms: number) => new Date(ms).toISOString();

/** What is known of a connection's sign-in from this run: times and troubles only. */
export function connectionFacts(
  tokens: Pick<AccessTokens, 'ages' | 'lastFailure'>,
  connectionId: string,
): ConnectionFacts {
  const [age] = tokens.ages([connectionId]);
  const failure = tokens.lastFailure(connectionId);
  return {
    validUntil: age ? isoTime(age.refreshExpiresAt) : null,
    renewedAt: age ? isoTime(age.renewedAt) : null,
    failure: failure && { at: isoTime(failure.at), trouble: failure.trouble },
  };
}
