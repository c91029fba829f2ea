import * as z from 'zod';
import type { Context } from '../context.ts';
import { findEndpoint, type Opened, reachVehicle } from './access.ts';
import { ApiError, type ErrorBody, errorBody } from './errors.ts';
import { readEndpoint } from './reads.ts';
import type { UnitSystem } from './units.ts';

const Batch = z.object({ requests: z.array(z.object({ path: z.string().min(1) })).min(1) });

export type BatchItem =
  | { path: string; code: number; headers: Record<string, string>; body: object }
  | { path: string; code: number; body: ErrorBody };

/** Path and query of one batch entry; the leading slash is optional, a trailing one ignored. */
function splitPath(text: string): { path: string; query: URLSearchParams } {
  const [path = '', query = ''] = text.split('?', 2);
  const trimmed = `/${path.replace(/^\/+|\/+$/g, '')}`;
  return { path: trimmed, query: new URLSearchParams(query) };
}

/**
 * Answers a batch ("Batch" in Smartcar's v2.0 API reference): reads only, each counted as a request
 * of its own. A failing item carries no headers, and does not fail the others.
 */
export function performBatch(
  ctx: Context,
  opened: Opened,
  body: unknown,
  unitSystem: UnitSystem,
  requestId: string,
): { responses: BatchItem[] } {
  const parsed = Batch.safeParse(body);
  if (!parsed.success) {
    throw new ApiError('VALIDATION', { description: 'requests must be a list of paths.' });
  }
  const responses = parsed.data.requests.map((request): BatchItem => {
    const { path, query } = splitPath(request.path);
    try {
      reachVehicle(ctx, opened, findEndpoint('GET', path));
      const { vehicle, changes } = opened;
      const input = {
        vehicle,
        changes,
        path,
        unitSystem,
        query: (name: string) => query.get(name) ?? undefined,
      };
      const reading = readEndpoint(ctx, input);
      return { path, code: 200, headers: reading.headers, body: reading.body };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return { path, code: error.row.status, body: errorBody(error, requestId) };
    }
  });
  return { responses };
}
