import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { LogTail } from '../../../contract/logLines.ts';

const EVERY_MS = 2_000;

/** The newest lines of the log; while paused, those that were there. */
export function useLog(isPaused: boolean) {
  const last = useRef<LogTail | null>(null);
  return useQuery({
    queryKey: ['log'],
    queryFn: async () => {
      const version = last.current?.version ?? null;
      last.current = (await window.motorpool['diagnostics.log']({ version })) ?? last.current;
      return last.current?.lines ?? [];
    },
    enabled: !isPaused,
    refetchInterval: EVERY_MS,
    staleTime: 0,
    gcTime: 0,
  });
}
