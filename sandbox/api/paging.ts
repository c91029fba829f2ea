import { ApiError } from './errors.ts';

const DEFAULT_LIMIT = 10;

function readWhole(text: string | undefined, name: string, fallback: number): number {
  if (text === undefined || text === '') return fallback;
  if (!/^\d{1,6}$/.test(text)) {
    throw new ApiError('VALIDATION:PARAMETER', { description: `${name} must be a whole number.` });
  }
  return Number(text);
}

/** Reads `limit`: ten when absent. Throws VALIDATION:PARAMETER outside 1 to `max`. */
export function readLimit(text: string | undefined, max: number): number {
  const limit = readWhole(text, 'limit', DEFAULT_LIMIT);
  if (limit < 1 || limit > max) {
    throw new ApiError('VALIDATION:PARAMETER', { description: `limit must be 1 to ${max}.` });
  }
  return limit;
}

export type Page<T> = { items: T[]; paging: { count: number; offset: number } };

/** One page of a list; `paging.count` is the length of the whole list. */
export function pageOf<T>(
  all: readonly T[],
  query: (name: string) => string | undefined,
  max: number,
): Page<T> {
  const limit = readLimit(query('limit'), max);
  const offset = readWhole(query('offset'), 'offset', 0);
  return { items: all.slice(offset, offset + limit), paging: { count: all.length, offset } };
}
