import { citiesNow } from '../places/cityStore.ts';
import { placeName } from '../places/placeName.ts';
import { placeText } from '../readings/place.ts';
import { useVehicle } from '../state/fleet/hooks.ts';
import type { TableContext } from '../vehicles/columns/column.ts';
import { statusText } from '../vehicles/columns/statusText.ts';
import { displayName } from '../vehicles/vehicleName.ts';
import { vehicleState } from '../vehicles/vehicleState.ts';

/** What is said of the pin that the keyboard has come to: name, place and how things stand. */
export function useSpoken(id: string | null, { t }: TableContext): string {
  const vehicle = useVehicle(id);
  const position = vehicle?.readings.location.last?.value;
  if (!vehicle || !position) return '';
  const now = Date.now();
  const cities = citiesNow();
  return t('map.spoken', {
    name: displayName(vehicle) ?? t('vehicles.unnamed'),
    place: (cities && placeName(t, cities, position)) ?? placeText(position),
    status: statusText(vehicleState(vehicle, false, now), t, now),
  });
}
