import type { Secret } from '../../secret.ts';
import type { CallMeter, MeteredCall } from '../callMeter.ts';
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
  /** Every request passes it; see `CallMeter`. */
  readonly meter: CallMeter;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below `/v2.0`, with a leading slash. */
  readonly path: string;
  readonly body?: unknown;
  /** The vehicle that it is about, and what is asked of it. */
  readonly vehicleId?: string;
  readonly items?: readonly string[];
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

interface Answer {
  readonly status: number;
  readonly requestId: string | null;
  readonly body: unknown;
  /** Set where the answer is no good one. */
  readonly error: SmartcarError | null;
}

async function readAnswer(response: Response, now: number): Promise<Answer> {
  const { status, headers } = response;
  const body = await readJson(response);
  const requestId = headers.get('sc-request-id');
  if (!response.ok) {
    const retryAfter = parseRetryAfter(headers.get('retry-after'), now);
    const error = parseErrorBody(body, { status, requestId, retryAfter });
    return { status, requestId, body, error };
  }
  const error =
    body === undefined ? new SmartcarError({ type: 'UNREADABLE', status, requestId }) : null;
  return { status, requestId, body, error };
}

/** What is written down of a call: nothing in it names a car by anything but Smartcar's id. */
function meteredCall({ method, path, vehicleId, items }: Call): MeteredCall {
  const [bare = ''] = path.split('?', 1);
  const endpoint = bare.replace(/^\/vehicles\/[^/]+/, '/vehicles/{id}');
  return { vehicleId: vehicleId ?? null, endpoint: `${method} ${endpoint}`, items: items ?? [] };
}

/**
 * HTTP for v2.0: bearer token, metric units, JSON, typed errors. A 401 gets one renewed token and one
 * more try. Retries of other errors are the caller's to plan, since every call counts.
 */
export function createClient(options: ClientOptions): Client {
  const { apiOrigin, fetch, now, userAgent, meter } = options;

  async function request(token: Secret, { method, path, body }: Call): Promise<Response> {
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

  /** One metered request, read to its end: a broken answer is part of what it came to. */
  async function send(token: Secret, call: Call): Promise<Answer> {
    const metered = meteredCall(call);
    await meter.admit(metered);
    const sentAt = now();
    const outcome = { status: null, code: null, requestId: null, retryAfter: null, sentAt };
    try {
      const response = await request(token, call);
      const answer = await readAnswer(response, now());
      const { status, requestId, error } = answer;
      meter.record(metered, {
        ...outcome,
        status,
        requestId,
        code: error?.qualifiedCode ?? null,
        retryAfter: error?.retryAfter ?? null,
        durationMs: Math.max(0, now() - sentAt),
      });
      return answer;
    } catch (error) {
      meter.record(metered, { ...outcome, durationMs: Math.max(0, now() - sentAt) });
      throw error;
    }
  }

  return async (authorization, call) => {
    const token = await authorization.token();
    let answer = await send(token, call);
    if (answer.status === 401) answer = await send(await authorization.renew(token), call);
    if (answer.error) throw answer.error;
    return answer.body;
  };
}
