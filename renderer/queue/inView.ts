import { groupHours, type RefreshRules } from '../../contract/refreshRules.ts';
import { vehicleById } from '../state/fleet/hooks.ts';
import { isWorthReading } from './isWorthReading.ts';

type Ids = () => readonly string[];

const NOTHING: Ids = () => [];
let idsInView = NOTHING;

/** The table says which vehicles it shows, for whoever acts on them; answers how it takes that back. */
export function offerView(ids: Ids): () => void {
  idsInView = ids;
  return () => {
    if (idsInView === ids) idsInView = NOTHING;
  };
}

/** Of the vehicles in view, those that have not been read for long. */
export function staleInView(rules: RefreshRules, now: number): readonly string[] {
  return idsInView().filter((id) => {
    const vehicle = vehicleById(id);
    return (
      vehicle !== null && isWorthReading(vehicle, groupHours(rules, vehicle.labels.group), now)
    );
  });
}
