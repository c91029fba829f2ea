import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { TREND_KINDS, type Trends } from '../../../contract/trends.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';

const DAY_MS = 86_400_000;

/** For how many days courses can be seen. */
export const TREND_DAYS = ['7', '30', '365'] as const;
export type TrendDays = (typeof TREND_DAYS)[number];

/** The histories of a vehicle, and the time that they are of (milliseconds since the epoch). */
export interface ShownTrends {
  readonly trends: Trends;
  readonly days: TrendDays;
  readonly from: number;
  readonly to: number;
}

/** The courses of the last days; a value that is read meanwhile comes by itself. `null` at first. */
export function useTrends(
  { id, readings }: Vehicle,
  days: TrendDays,
): { readonly shown: ShownTrends | null; readonly hasFailed: boolean } {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['trends', id, days],
    queryFn: async (): Promise<ShownTrends> => {
      const to = Date.now();
      const from = to - Number(days) * DAY_MS;
      const trends = await window.motorpool['fleet.trends']({
        vehicleId: id,
        kinds: [...TREND_KINDS],
        from: new Date(from).toISOString(),
      });
      return { trends, days, from, to };
    },
    // So that the charts stay where they are until those of another time are there.
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 0,
  });
  const change = TREND_KINDS.map((kind) => readings[kind].last?.fetchedAt).join();
  useEffect(() => {
    if (change) void client.invalidateQueries({ queryKey: ['trends', id] });
  }, [client, id, change]);
  return { shown: query.data ?? null, hasFailed: query.isError };
}
