import * as z from 'zod';
import { Problem } from '../problems.ts';
import { basicCredentials, type SmartcarOptions } from './client.ts';
import { connectionProblem, unreadable, wrongClient } from './failure.ts';

const Compatibility = z.object({
  compatible: z.boolean(),
  reason: z.string().nullable(),
  capabilities: z.array(
    z.object({
      permission: z.string(),
      endpoint: z.string(),
      capable: z.boolean(),
      reason: z.string().nullable(),
    }),
  ),
});

const CompatibilityMatrix = z.record(
  z.string(),
  z.array(
    z.object({
      model: z.string(),
      startYear: z.int(),
      endYear: z.int(),
      type: z.string(),
      endpoints: z.array(z.string()),
      permissions: z.array(z.string()),
    }),
  ),
);

/** Names only: what is not one could be an echo of what was asked. */
const Name = z
  .string()
  .regex(/^[A-Z_]{1,64}$/)
  .nullable()
  .catch(null);
const ApiError = z.object({ type: Name, code: Name });

export interface MatrixQuery {
  readonly region: string;
  readonly type?: string | undefined;
  readonly make?: string | undefined;
  readonly scope?: string | undefined;
}

/** Smartcar's compatibility API. Both throw {@link Problem}. */
export interface CompatibilityApi {
  readonly byVin: (query: {
    readonly vin: string;
    readonly scope: string;
    readonly country: string;
  }) => Promise<z.infer<typeof Compatibility>>;
  readonly matrix: (query: MatrixQuery) => Promise<z.infer<typeof CompatibilityMatrix>>;
}

/** Where Smartcar's 429 names no time, in seconds: its bucket gains two requests a minute. */
const DEFAULT_RETRY_AFTER_S = 30;

function retryAfterOf(headers: Headers): number {
  const text = headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : DEFAULT_RETRY_AFTER_S;
}

/** "API errors" in Smartcar's documentation; of the body only `type` and `code` are kept. */
function apiProblem({ status, headers }: Response, body: unknown): Problem {
  const parsed = ApiError.safeParse(body);
  if (!parsed.success) return unreadable();
  if (status === 401) return wrongClient();
  const smartcar = { status, ...parsed.data };
  if (status === 429) {
    const retryAfter = retryAfterOf(headers);
    return new Problem('rate_limited', 'Too many requests at Smartcar.', { retryAfter, smartcar });
  }
  return smartcar.type === 'VALIDATION'
    ? new Problem('invalid_request', 'Smartcar does not accept these parameters.', { smartcar })
    : new Problem('smartcar_refused', 'Smartcar refused the request.', { smartcar });
}

/** Speaks with `/v2.0/compatibility` and `/v2.0/compatibility/matrix`, in the configured mode. */
export function createCompatibilityApi(options: SmartcarOptions): CompatibilityApi {
  async function get<T>(
    path: string,
    query: Readonly<Record<string, string | undefined>>,
    schema: z.ZodType<T>,
  ): Promise<T> {
    const url = new URL(path, options.apiOrigin);
    for (const [name, value] of Object.entries({ ...query, mode: options.mode })) {
      if (value !== undefined) url.searchParams.set(name, value);
    }
    const signal = AbortSignal.timeout(options.timeoutMs);
    let response: Response;
    let text: string;
    try {
      response = await options.fetch(url, {
        headers: { accept: 'application/json', authorization: basicCredentials(options) },
        // A redirect would carry the credentials to a place that nobody configured.
        redirect: 'manual',
        signal,
      });
      text = await response.text();
    } catch {
      throw connectionProblem(signal);
    }
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      throw unreadable();
    }
    if (!response.ok) throw apiProblem(response, body);
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw unreadable();
    return parsed.data;
  }

  return {
    byVin: (query) => get('/v2.0/compatibility', query, Compatibility),
    matrix: (query) => get('/v2.0/compatibility/matrix', { ...query }, CompatibilityMatrix),
  };
}
