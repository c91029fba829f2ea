import * as z from 'zod';
import { SmartcarError } from '../errors.ts';

const resolutionSchema = z.union([
  z.object({ type: z.string().nullish(), url: z.string().nullish() }),
  // Older answers carry a bare string.
  z.string().transform((type) => ({ type, url: null })),
]);

const bodySchema = z.object({
  type: z.string().min(1),
  code: z.string().nullish(),
  statusCode: z.number().nullish(),
  requestId: z.string().nullish(),
  resolution: resolutionSchema.nullish().catch(null),
});

/** Seconds of a `retry-after` header (RFC 9110, section 10.2.3), both forms; `null` if unreadable. */
export function parseRetryAfter(header: string | null, now: number): number | null {
  if (!header) return null;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}

/** Reads v2.0's error body; anything else becomes `UNREADABLE`. */
export function parseErrorBody(
  body: unknown,
  context: { status: number; requestId: string | null; retryAfter: number | null },
): SmartcarError {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return new SmartcarError({ type: 'UNREADABLE', ...context });
  const { type, code, requestId, resolution } = parsed.data;
  return new SmartcarError({
    type,
    code: code ?? null,
    status: parsed.data.statusCode ?? context.status,
    requestId: requestId ?? context.requestId,
    retryAfter: context.retryAfter,
    resolutionUrl: resolution?.url ?? null,
  });
}
