import * as z from 'zod';
import { SmartcarError } from '../errors.ts';
import { parseErrorBody, parseRetryAfter } from './errorBody.ts';

const itemSchema = z.object({
  path: z.string(),
  code: z.number(),
  headers: z.record(z.string(), z.unknown()).nullish().catch(null),
  body: z.unknown().optional(),
});
const batchSchema = z.object({ responses: z.array(z.unknown()) });

/** What became of one path of a batch. */
export type BatchItem = z.infer<typeof itemSchema>;

/**
 * The items of a batch's answer by their paths. One that cannot be read is as good as missing: it must
 * not take the others along.
 */
export function parseBatch(body: unknown): ReadonlyMap<string, BatchItem> {
  const batch = batchSchema.safeParse(body);
  if (!batch.success) throw new SmartcarError({ type: 'UNREADABLE' });
  const items = batch.data.responses.flatMap((response) => {
    const item = itemSchema.safeParse(response);
    return item.success ? [item.data] : [];
  });
  return new Map(items.map((item) => [item.path, item]));
}

/** A header of an item, which, being JSON, may spell its name in capitals and hold a number. */
export function itemHeader({ headers }: BatchItem, name: string): string | null {
  const entry = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name);
  const value = entry?.[1];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** The error of an item that failed. Most such items have no headers at all. */
export function itemError(item: BatchItem, now: number): SmartcarError {
  return parseErrorBody(item.body, {
    status: item.code,
    requestId: itemHeader(item, 'sc-request-id'),
    retryAfter: parseRetryAfter(itemHeader(item, 'retry-after'), now),
  });
}
