import { useFleetSummary, vehicleById } from '../../state/fleet/hooks.ts';

/** The makes of the vehicles whose access has ended, one for each vehicle. */
export function useReconnectMakes(): readonly (string | null)[] {
  const { problems } = useFleetSummary();
  const ids = problems.get('reconnect')?.ids() ?? [];
  return ids.map((id) => vehicleById(id)?.make ?? null);
}
