import IconCar from '@tabler/icons-react/dist/esm/icons/IconCar.mjs';
import type { TFunction } from 'i18next';
import type { Vehicle } from '../../contract/vehicles.ts';
import { detailText } from '../privacy/hidden.ts';
import { fleet } from '../state/fleet/fleet.ts';
import { displayName, fullName } from '../vehicles/vehicleName.ts';
import { type PaletteEntry, wordsOf } from './entries.ts';

/** More would be a list to read, and the table is better at that. */
const SHOWN = 12;

export const vehicleEntryId = (id: string) => `vehicle ${id}`;

/** A vehicle, opened by `open`; plate, driver and car tell it from its twins. */
export function vehicleEntry(
  vehicle: Vehicle,
  t: TFunction,
  open: (id: string) => void,
): PaletteEntry {
  const { id, labels } = vehicle;
  const car = labels.name === null ? null : fullName(vehicle);
  return {
    id: vehicleEntryId(id),
    group: 'vehicles',
    icon: IconCar,
    label: displayName(vehicle) ?? t('vehicles.unnamed'),
    detail: [detailText(t, labels.plate), labels.driver, car].filter(Boolean).join(', ') || null,
    keys: [],
    whyNot: null,
    run: () => open(id),
  };
}

/** The first vehicles whose name, plate, VIN, driver, group or tags have every word of the query. */
export function foundVehicles(query: string): readonly Vehicle[] {
  const words = wordsOf(query);
  const store = fleet.store();
  const found: Vehicle[] = [];
  if (words.length === 0) return found;
  for (let slot = 0; slot < store.slots() && found.length < SHOWN; slot += 1) {
    const id = store.idAt(slot);
    if (id === null) continue;
    const text = store.haystackAt(slot);
    const vehicle = words.every((word) => text.includes(word)) ? store.vehicleOf(id) : null;
    if (vehicle) found.push(vehicle);
  }
  return found;
}
