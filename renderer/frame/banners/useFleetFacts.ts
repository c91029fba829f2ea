import type { ReadingProblemReason } from '../../../contract/readings.ts';
import { useFleetSummary } from '../../state/fleet/hooks.ts';
import type { FleetFacts } from './bannersFor.ts';

/** What the banners need to know of the fleet. */
export function useFleetFacts(): FleetFacts {
  const { count, isIncomplete, reach, readAt, accessCounts, problems } = useFleetSummary();
  const having = (reason: ReadingProblemReason) => problems.get(reason)?.count ?? 0;
  return {
    count,
    isIncomplete,
    reach,
    readAt,
    access: accessCounts,
    failing: {
      failed: having('failed'),
      account: having('account'),
      car_state: having('car_state'),
    },
  };
}
