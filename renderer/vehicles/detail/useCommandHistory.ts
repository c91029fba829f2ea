import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CommandRecord } from '../../../contract/commands.ts';
import { useCommandRun } from '../../state/cache.ts';

/** More than anybody scrolls through. */
const MOST = 100;

const NONE: readonly CommandRecord[] = [];

/**
 * The commands that were given to a vehicle, newest first. One that is under way stands first and is
 * as far as the run itself says.
 */
export function useCommandHistory(vehicleId: string): readonly CommandRecord[] {
  const client = useQueryClient();
  const run = useCommandRun();
  const item = run?.items.find((one) => one.vehicleId === vehicleId);
  const { data = NONE } = useQuery({
    queryKey: ['commands', vehicleId],
    queryFn: () => window.motorpool['fleet.commands']({ vehicleId, limit: MOST }),
    gcTime: 0,
  });
  const step = item?.step;
  useEffect(() => {
    if (step) void client.invalidateQueries({ queryKey: ['commands', vehicleId] });
  }, [client, vehicleId, step]);
  if (!run || !item) return data;
  const { id: runId, command, by, startedAt } = run;
  const present: CommandRecord = { ...item, runId, command, by, startedAt };
  return [present, ...data.filter((record) => record.runId !== runId)];
}
