import type { Readings } from '../../contract/readings.ts';

/** What a car can run low on. A plug-in hybrid has both. */
export interface Powertrain {
  readonly battery: boolean;
  readonly fuel: boolean;
}

/** Some makers answer for a tank or battery that the car does not have: all of it is nothing then. */
const isNothing = (...amounts: readonly (number | null)[]) => amounts.every((amount) => !amount);

/** What drives a car, by what has been read of it: no list of models is ever complete. */
export function powertrainOf({ battery, fuel }: Pick<Readings, 'battery' | 'fuel'>): Powertrain {
  const hasBattery = battery.last !== null && battery.problem?.reason !== 'car_cannot';
  const hasFuel = fuel.last !== null && fuel.problem?.reason !== 'car_cannot';
  if (!hasBattery || !hasFuel) return { battery: hasBattery, fuel: hasFuel };
  const { value: charge } = battery.last;
  const { value: tank } = fuel.last;
  const noBattery = isNothing(charge.fraction, charge.rangeKm);
  const noTank = isNothing(tank.fraction, tank.rangeKm, tank.amountLitres);
  // A hybrid may well have run out of both.
  if (noBattery === noTank) return { battery: true, fuel: true };
  return { battery: !noBattery, fuel: !noTank };
}
