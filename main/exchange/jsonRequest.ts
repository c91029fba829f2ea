import type { ExchangeProblem } from '../../contract/connect.ts';
import { ExchangeError } from './tokenExchange.ts';

export interface JsonRequestOptions {
  readonly fetch: typeof fetch;
  /** For the whole answer, to its last byte. */
  readonly timeoutMs: number;
}

export interface JsonRequest {
  readonly url: URL;
  /** The header of that name. */
  readonly authorization: string;
  /** Sent as JSON by POST; without it the request is a GET. */
  readonly body?: object;
}

export interface JsonAnswer {
  readonly status: number;
  /** `undefined` where the answer is not JSON. */
  readonly body: unknown;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page; whoever asked reports it as unreadable.
    return undefined;
  }
}

/** Node's `fetch` hands a redirect out, Chromium's throws it: there only its text tells. */
function isRedirect(error: unknown): boolean {
  return error instanceof Error && /redirect/i.test(error.message);
}

function problemOf(error: unknown, timeout: AbortSignal): ExchangeProblem {
  if (timeout.aborted) return 'timed_out';
  return isRedirect(error) ? 'unreadable_answer' : 'unreachable';
}

/**
 * Asks for JSON with credentials. Redirects are never followed: they would carry the credentials to
 * a place that nobody named. Throws `ExchangeError` where no answer was had, and the reason of
 * `signal` once that is aborted.
 */
export async function requestJson(
  { fetch, timeoutMs }: JsonRequestOptions,
  { url, authorization, body }: JsonRequest,
  signal: AbortSignal,
): Promise<JsonAnswer> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: {
        accept: 'application/json',
        authorization,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout]),
    });
    return { status: response.status, body: parsed(await response.text()) };
  } catch (error) {
    signal.throwIfAborted();
    throw new ExchangeError(problemOf(error, timeout));
  }
}
