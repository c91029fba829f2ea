import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CallRecord } from '../../../contract/callLog.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';

const PAGE = 30;

interface Calls {
  readonly calls: readonly CallRecord[];
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
}

/** Every call that was made for a vehicle, newest first, page by page; new ones come by themselves. */
export function useCalls({ id, calls, refreshedAt }: Vehicle): Calls {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: ['calls', id],
    queryFn: ({ pageParam }) =>
      window.motorpool['fleet.calls']({ vehicleId: id, before: pageParam, limit: PAGE }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
    gcTime: 0,
  });
  const change = `${calls.count} ${refreshedAt}`;
  useEffect(() => {
    if (change) void client.invalidateQueries({ queryKey: ['calls', id] });
  }, [client, id, change]);
  return {
    calls: query.data?.pages.flatMap((page) => page.calls) ?? [],
    isLoading: query.isPending,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}
