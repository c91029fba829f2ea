import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ActivityEntry, ActivityFilter } from '../../../contract/activity.ts';

const PAGE = 50;

interface Activity {
  readonly entries: readonly ActivityEntry[];
  readonly people: readonly string[];
  readonly isLoading: boolean;
  readonly isError: boolean;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
}

/** What happened, newest first, page by page; new entries come by themselves. */
export function useActivity(filter: ActivityFilter): Activity {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: ['activity', filter],
    queryFn: ({ pageParam }) =>
      window.motorpool['activity.page']({ filter, before: pageParam, limit: PAGE }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  useEffect(
    () =>
      window.motorpool.subscribe('activity.changed', () => {
        void client.invalidateQueries({ queryKey: ['activity'] });
      }),
    [client],
  );
  return {
    entries: query.data?.pages.flatMap(({ entries }) => entries) ?? [],
    people: query.data?.pages[0]?.people ?? [],
    isLoading: query.isPending,
    isError: query.isError,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}

const EXPORT_PAGE = 5_000;

/** Everything that a filter lets through, however much it is. */
export async function allActivity(filter: ActivityFilter): Promise<ActivityEntry[]> {
  const entries: ActivityEntry[] = [];
  let before: number | null = null;
  do {
    const page: Awaited<ReturnType<(typeof window.motorpool)['activity.page']>> =
      await window.motorpool['activity.page']({ filter, before, limit: EXPORT_PAGE });
    entries.push(...page.entries);
    before = page.next;
  } while (before !== null);
  return entries;
}
