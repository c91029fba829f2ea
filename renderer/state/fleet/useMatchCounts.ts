import { useMemo } from 'react';
import { useTimed } from '../clock.ts';
import { fleet } from './fleet.ts';
import { useRowsVersion } from './hooks.ts';
import { aspectsOfQuery, countMatches, dependsOnTime } from './match.ts';
import { parseQuery } from './query/parseQuery.ts';
import type { Aspect } from './vehicleStore.ts';

const MINUTE_MS = 60_000;

/**
 * How many of all vehicles fit each of these searches. Counted anew when rows are, so that a count is
 * what a table with that search shows.
 */
export function useMatchCounts(queries: readonly string[]): readonly number[] {
  const parsed = useMemo(() => queries.map((query) => parseQuery(query)), [queries]);
  const isTimed = parsed.some(dependsOnTime);
  const minute = useTimed((now) => (isTimed ? Math.floor(now / MINUTE_MS) : 0));
  const version = useRowsVersion(
    useMemo((): readonly Aspect[] => ['members', ...parsed.flatMap(aspectsOfQuery)], [parsed]),
  );

  // Version and minute are read for their change alone: they stand for what the store holds.
  const counted = useMemo(() => {
    const counts = parsed.map((query) => countMatches(fleet.store(), query, Date.now()));
    return { counts, version: `${version} ${minute}` };
  }, [parsed, version, minute]);
  return counted.counts;
}
