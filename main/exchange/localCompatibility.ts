import * as z from 'zod';
import type { ExchangeProblem } from '../../contract/connect.ts';
import { modelsOf } from './compatibleModels.ts';
import { type JsonAnswer, requestJson } from './jsonRequest.ts';
import { basicCredentials, type LocalExchangeOptions } from './localCredentials.ts';
import { ExchangeError, type TokenExchange } from './tokenExchange.ts';

const compatibilitySchema = z.object({
  compatible: z.boolean(),
  reason: z.string().nullable(),
  capabilities: z.array(z.object({ permission: z.string(), capable: z.boolean() })),
});

const matrixSchema = z.record(
  z.string(),
  z.array(
    z.object({
      model: z.string(),
      startYear: z.int(),
      endYear: z.int(),
      permissions: z.array(z.string()),
    }),
  ),
);

/** Names only: Smartcar's descriptions may repeat what was asked. */
const nameSchema = z.string().regex(/^[A-Z_]{1,64}$/);
const errorSchema = z.object({ type: nameSchema, code: nameSchema.nullable().catch(null) });

function problemOf(status: number): ExchangeProblem {
  if (status === 401) return 'invalid_client';
  return status === 429 ? 'rate_limited' : 'refused';
}

/** "API errors" in Smartcar's documentation. */
function failureOf({ status, body }: JsonAnswer): ExchangeError {
  const error = errorSchema.safeParse(body);
  if (!error.success) return new ExchangeError('unreadable_answer');
  const { type, code } = error.data;
  return new ExchangeError(problemOf(status), null, code === null ? type : `${type}:${code}`);
}

/**
 * Smartcar's compatibility API with the client secret on this machine. Source: Smartcar documentation,
 * "Compatibility API".
 */
export function createLocalCompatibility(
  options: LocalExchangeOptions,
): Pick<TokenExchange, 'compatibility' | 'compatibleModels'> {
  const { apiOrigin, mode } = options;

  async function get<T>(
    path: string,
    query: Readonly<Record<string, string>>,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const url = new URL(path, apiOrigin);
    url.search = new URLSearchParams({ ...query, mode }).toString();
    const authorization = await basicCredentials(options, apiOrigin);
    const answer = await requestJson(options, { url, authorization }, signal);
    if (answer.status !== 200) throw failureOf(answer);
    const parsed = schema.safeParse(answer.body);
    if (!parsed.success) throw new ExchangeError('unreadable_answer');
    return parsed.data;
  }

  return {
    compatibility: ({ vin, permissions, country }, signal) => {
      const query = { vin, scope: permissions.join(' '), country };
      return get('/v2.0/compatibility', query, compatibilitySchema, signal);
    },

    compatibleModels: async (region, make, signal) =>
      modelsOf(
        make,
        await get('/v2.0/compatibility/matrix', { region, make }, matrixSchema, signal),
      ),
  };
}
