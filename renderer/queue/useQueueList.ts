import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { QueueEntry } from '../../contract/queue.ts';

/** As many as anybody reads; the rest is told by its number. */
const SHOWN = 10;

const NOTHING: readonly QueueEntry[] = [];

/** What is next in the queue; asked for again whenever the queue has changed. */
export function useQueueList(): readonly QueueEntry[] {
  const { data, refetch } = useQuery({
    queryKey: ['queue', 'list'],
    queryFn: () => window.motorpool['queue.list']({ limit: SHOWN }),
    staleTime: 0,
    gcTime: 0,
  });
  useEffect(() => window.motorpool.subscribe('queue.changed', () => void refetch()), [refetch]);
  return data ?? NOTHING;
}
