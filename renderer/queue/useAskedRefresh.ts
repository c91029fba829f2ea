import { useRefresh } from '../frame/actions.ts';
import { useShell } from '../frame/shell.ts';
import { useQueue } from '../state/cache.ts';
import { useFleetSummary } from '../state/fleet/hooks.ts';
import { refreshPlan } from './refreshPlan.ts';

/** Reads these vehicles, or all (`null`); asks first where that takes long. */
export function useAskedRefresh(): (vehicleIds: readonly string[] | null) => void {
  const { openRefresh } = useShell();
  const queue = useQueue();
  const { count } = useFleetSummary();
  const refresh = useRefresh();
  return (vehicleIds) => {
    const plan = refreshPlan(vehicleIds?.length ?? count, count, queue, Date.now());
    if (plan.asksFirst) openRefresh(vehicleIds);
    else refresh.mutate(vehicleIds ?? undefined);
  };
}
