import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  failureOfStatus,
  type MapSource,
  type OwnMap,
  type OwnMapFailure,
} from '../../contract/ownMap.ts';
import { useStatus } from '../state/cache.ts';

interface OwnMapState {
  readonly source: MapSource;
  readonly own: OwnMap | null;
  /** Why it is not there, or lacks tiles. */
  readonly failure: OwnMapFailure | null;
  /** A tile came (`null`), or this status in its place. */
  readonly onTile: (status: number | null) => void;
  readonly retry: () => void;
}

/** The map of one's own, as it is now: a file may have come or gone since. */
export function useOwnMap(): OwnMapState {
  const { mapSource: source } = useStatus();
  const [attempt, setAttempt] = useState(0);
  const [tileFailure, setTileFailure] = useState<OwnMapFailure | null>(null);
  const { data } = useQuery({
    queryKey: ['ownMap', source, attempt],
    queryFn: () => window.motorpool['map.describe'](),
    enabled: source.kind !== 'built_in',
    staleTime: 0,
    gcTime: 0,
  });
  return {
    source,
    own: data?.ok ? data.value : null,
    failure: data && !data.ok ? data.failure : tileFailure,
    onTile: (status) => setTileFailure(status === null ? null : failureOfStatus(status)),
    retry() {
      setTileFailure(null);
      setAttempt((before) => before + 1);
    },
  };
}
