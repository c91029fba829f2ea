import type { Context } from 'hono';
import * as z from 'zod';
import { Problem } from './problems.ts';

/** RFC 6749, appendices A.11 and A.17: printable ASCII. */
const Opaque = z.string().regex(/^[\x20-\x7e]{1,2048}$/);

const Scope = z
  .string()
  .max(2048)
  .regex(/^(required:)?[a-z_]+( (required:)?[a-z_]+)*$/)
  // Whether a permission is required is no matter of compatibility.
  .transform((scope) => scope.replaceAll('required:', ''));

/** Body of `POST /v1/exchange`. */
export const ExchangeRequest = z.strictObject({
  code: Opaque,
  redirectUri: z.string().min(1).max(2048),
  mode: z.enum(['live', 'test', 'simulated']).optional(),
});

/** Body of `POST /v1/refresh`. */
export const RefreshRequest = z.strictObject({ refreshToken: Opaque });

/** Query of `GET /v1/compatibility`. A VIN has no I, O or Q (ISO 3779). */
export const CompatibilityQuery = z.strictObject({
  vin: z
    .string()
    .toUpperCase()
    .regex(/^[A-HJ-NPR-Z0-9]{17}$/),
  scope: Scope,
  country: z
    .string()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/)
    .default('US'),
});

/** Query of `GET /v1/compatibility/matrix`. */
export const MatrixQuery = z.strictObject({
  region: z.enum(['US', 'CA', 'EUROPE']),
  type: z.enum(['ICE', 'HEV', 'PHEV', 'BEV']).optional(),
  make: z
    .string()
    .max(1024)
    .regex(/^[\w-]+( [\w-]+)*$/)
    .optional(),
  scope: Scope.optional(),
});

/** Names what is wrong, never what was sent: a code or VIN must not come back in an error. */
function check<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { issues } = result.error;
  const hasUnknown = issues.some(({ code }) => code === 'unrecognized_keys');
  const names = new Set(issues.map(({ path }) => path.join('.')).filter(Boolean));
  const parts = [...names].map((name) => `${name} is missing or wrong.`);
  if (hasUnknown) parts.push('There is a member that the contract does not know.');
  throw new Problem('invalid_request', parts.join(' ') || 'A JSON object is needed.');
}

/** The JSON body of a request. Throws {@link Problem} `invalid_request`, with 415 if it is not JSON. */
export async function readBody<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new Problem('invalid_request', 'The body must be application/json.', { status: 415 });
  }
  const text = await c.req.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem('invalid_request', 'The body is not JSON.');
  }
  return check(schema, value);
}

/** The query of a request. Throws {@link Problem} `invalid_request`. */
export function readQuery<S extends z.ZodType>(c: Context, schema: S): z.output<S> {
  const all = Object.entries(c.req.queries());
  if (all.some(([, values]) => values.length > 1)) {
    throw new Problem('invalid_request', 'A parameter is repeated.');
  }
  return check(schema, Object.fromEntries(all.map(([name, [value]]) => [name, value])));
}
