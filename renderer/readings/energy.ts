import type { Readings } from '../../contract/readings.ts';

export type EnergyKind = 'battery' | 'fuel';

/**
 * Which of battery and fuel the energy column shows. Both where both have a value (plug-in
 * hybrids). Where neither has, the one whose reason tells more: "this car cannot" of the battery
 * says nothing about a car whose fuel was not granted.
 */
export function energyKinds({ battery, fuel }: Readings): readonly EnergyKind[] {
  if (battery.last && fuel.last) return ['battery', 'fuel'];
  if (battery.last) return ['battery'];
  if (fuel.last) return ['fuel'];
  if (battery.problem?.reason === 'car_cannot') return ['fuel'];
  return battery.problem || !fuel.problem || fuel.problem.reason === 'car_cannot'
    ? ['battery']
    : ['fuel'];
}
