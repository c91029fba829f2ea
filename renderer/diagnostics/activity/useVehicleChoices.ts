import { useRef } from 'react';
import type { ActivityEntry } from '../../../contract/activity.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Vehicles by which the activity can be filtered: those it has named so far, by their name then. */
export function useVehicleChoices(
  entries: readonly ActivityEntry[],
  chosen: string | null,
): readonly Choice[] {
  const known = useRef(new Map<string, string>());
  for (const { vehicles, vehicleIds, vehicleName } of entries) {
    const [id] = vehicleIds;
    if (vehicles !== 1 || id === undefined || vehicleName === null) continue;
    if (!known.current.has(id)) known.current.set(id, vehicleName);
  }
  const choices = [...known.current].map(([value, label]) => ({ value, label }));
  if (chosen !== null && !known.current.has(chosen)) choices.push({ value: chosen, label: chosen });
  return choices.sort((one, other) => one.label.localeCompare(other.label));
}
