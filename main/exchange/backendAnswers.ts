import * as z from 'zod';
import { MODES, redirectUriProblem } from '../../contract/application.ts';
import type {
  Application,
  Compatibility,
  CompatibilityMatrix,
  Problem,
  TokenPair,
} from './backendApi.ts';

// What a server says is checked before it is used, however good its contract is. Members that are not
// known are let pass: a newer backend may say more.

export const tokenPairSchema = z.object({
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1),
  expiresIn: z.number().positive(),
  refreshExpiresIn: z.int().positive(),
}) satisfies z.ZodType<TokenPair>;

export const compatibilitySchema = z.object({
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
}) satisfies z.ZodType<Compatibility>;

export const matrixSchema = z.record(
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
) satisfies z.ZodType<CompatibilityMatrix>;

/** The longest lists and texts that a screen could still show, and settings still hold. */
const MOST_ENTRIES = 100;
const LONGEST_TEXT = 2000;

const text = z.string().min(1).max(LONGEST_TEXT);

export const applicationSchema = z
  .object({
    clientId: text,
    redirectUris: z.array(text).min(1).max(MOST_ENTRIES),
    mode: z.enum(MODES),
    scopePresets: z
      .array(z.object({ id: text, name: text, scope: z.array(text).max(MOST_ENTRIES) }))
      .max(MOST_ENTRIES),
  })
  .refine(({ clientId, redirectUris }) =>
    redirectUris.every((uri) => redirectUriProblem(uri, clientId) === null),
  ) satisfies z.ZodType<Application>;

/** Of a problem (RFC 9457) what is ours: its texts are for the backend's log. */
export const problemSchema = z.object({
  code: z.enum([
    'unauthorized',
    'rate_limited',
    'invalid_request',
    'not_found',
    'invalid_grant',
    'invalid_client',
    'unauthorized_client',
    'smartcar_unreachable',
    'smartcar_timed_out',
    'smartcar_unreadable',
    'smartcar_refused',
    'internal',
  ]),
  smartcar: z
    .object({
      status: z.int(),
      type: z.string().nullable(),
      code: z.string().nullable(),
    })
    .exactOptional(),
}) satisfies z.ZodType<Pick<Problem, 'code' | 'smartcar'>>;
