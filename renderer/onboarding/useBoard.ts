import { useMemo } from 'react';
import { fleet } from '../state/fleet/fleet.ts';
import { useRowsVersion } from '../state/fleet/hooks.ts';
import type { Aspect } from '../state/fleet/vehicleStore.ts';
import { type Board, boardOf } from './board.ts';
import type { ListedCar } from './listedCar.ts';

const DECIDING: readonly Aspect[] = ['members', 'standing', 'connectedAt', 'vin', 'haystack'];

/** Where every car is on its way, kept up to date. */
export function useBoard(cars: readonly ListedCar[], query: string): Board {
  const version = useRowsVersion(DECIDING);
  return useMemo(
    () => boardOf(version === '' ? [] : cars, fleet.store(), query),
    [cars, query, version],
  );
}
