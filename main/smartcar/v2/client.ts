import type { Secret } from '../../secret.ts';
import { SmartcarError } from '../errors.ts';
import type { Authorization } from '../platform.ts';
import { parseErrorBody, parseRetryAfter } from './errorBody.ts';

/** Smartcar's documentation allows a car up to 300 s for an answer. */
const TIMEOUT_MS = 310_000;

export interface ClientOptions {
  readonly apiOrigin: string;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly userAgent: string;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below `/v2.0`, with a leading slash. */
  readonly path: string;
  readonly body?: unknown;
}

export type Client = (authorization: Authorization, call: Call) => Promise<unknown>;

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    // A proxy's page, or a connection that broke off; the caller reports it as unreadable.
    return undefined;
  }
}

/**
 * HTTP for v2.0: bearer token, metric units, JSON, typed errors. A 401 gets one renewed token and one
 * more try. Retries of other errors are the caller's to plan, since every call counts.
 */
export function createClient({ apiOrigin, fetch, now, userAgent }: ClientOptions): Client {
  async function send(token: Secret, { method, path, body }: Call): Promise<Response> {
    try {
      return await fetch(new URL(`/v2.0${path}`, apiOrigin), {
        method,
        headers: {
          authorization: `Bearer ${token.reveal()}`,
          accept: 'application/json',
          'content-type': 'application/json',
          'sc-unit-system': 'metric',
          'user-agent': userAgent,
        },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch {
      throw new SmartcarError({ type: 'NETWORK' });
    }
  }

  return async (authorization, call) => {
    const token = await authorization.token();
    let response = await send(token, call);
    if (response.status === 401) {
      await response.body?.cancel();
      response = await send(await authorization.renew(token), call);
    }
    const body = await readJson(response);
    const requestId = response.headers.get('sc-request-id');
    if (!response.ok) {
      const retryAfter = parseRetryAfter(response.headers.get('retry-after'), now());
      throw parseErrorBody(body, { status: response.status, requestId, retryAfter });
    }
    if (body === undefined) {
      throw new SmartcarError({ type: 'UNREADABLE', status: response.status, requestId });
    }
    return body;
  };
}
