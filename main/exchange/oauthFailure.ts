import * as oauth from 'oauth4webapi';
import * as z from 'zod';
import type { ExchangeProblem } from '../../contract/connect.ts';
import { ExchangeError } from './tokenExchange.ts';

/** A name and nothing more: a code or a token that somebody echoes has digits or hyphens. */
const errorName = z.string().regex(/^[a-z_]{1,64}$/);
const errorBody = z.object({ error: errorName });

/** RFC 6749, section 5.2; anything else that is an error is only told as refused. */
function problemOf(name: string): ExchangeProblem {
  switch (name) {
    case 'invalid_grant':
    case 'invalid_client':
    case 'unauthorized_client':
      return name;
    default:
      return 'refused';
  }
}

function ofBody({ error, status }: oauth.ResponseBodyError): ExchangeError {
  const name = errorName.safeParse(error).data ?? null;
  return new ExchangeError(status === 429 ? 'rate_limited' : problemOf(error), name);
}

/** RFC 6749, section 5.2: a client that is not known is answered with a challenge and the error. */
async function ofChallenge({
  response,
}: oauth.WWWAuthenticateChallengeError): Promise<ExchangeError> {
  const body: unknown = await response.json().catch(() => undefined);
  return new ExchangeError('invalid_client', errorBody.safeParse(body).data?.error ?? null);
}

function ofUnreadable({ code, cause }: oauth.OperationProcessingError): ExchangeError {
  if (cause instanceof Response && cause.status === 429) return new ExchangeError('rate_limited');
  // What stopped half-way is a matter of the connection, not of form.
  const brokeOff = code === oauth.PARSE_ERROR && !(cause instanceof SyntaxError);
  return new ExchangeError(brokeOff ? 'unreachable' : 'unreadable_answer');
}

/** What `oauth4webapi` and `fetch` throw, sorted. None of their texts is kept: they echo the request. */
export async function oauthFailure(error: unknown, timeout: AbortSignal): Promise<ExchangeError> {
  if (error instanceof ExchangeError) return error;
  if (timeout.aborted) return new ExchangeError('timed_out');
  if (error instanceof oauth.ResponseBodyError) return ofBody(error);
  if (error instanceof oauth.WWWAuthenticateChallengeError) return ofChallenge(error);
  if (error instanceof oauth.OperationProcessingError) return ofUnreadable(error);
  // A token of a type that nobody agreed on.
  if (error instanceof oauth.UnsupportedOperationError)
    return new ExchangeError('unreadable_answer');
  return new ExchangeError('unreachable');
}
