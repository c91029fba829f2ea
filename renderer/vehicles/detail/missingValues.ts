import { READING_KINDS, READING_PERMISSION, type ReadingKind } from '../../../contract/readings.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { excusedGrants } from '../standing.ts';

/**
 * The values that the owner could still permit, as far as the car's drive lets one expect them. None
 * while the connection has ended: it has to be made again first.
 */
export function missingValues({
  access,
  permissions,
  readings,
}: Pick<Vehicle, 'access' | 'permissions' | 'readings'>): readonly ReadingKind[] {
  if (access === 'reconnect') return [];
  const excused = excusedGrants(permissions ?? []);
  return READING_KINDS.filter(
    (kind) =>
      readings[kind].problem?.reason === 'not_granted' &&
      !excused.includes(READING_PERMISSION[kind]),
  );
}
