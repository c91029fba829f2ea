import {
  READING_KINDS,
  READING_PROBLEM_REASONS,
  type ReadingProblem,
} from '../../../contract/readings.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { momentOf, newestMoment } from '../../readings/newest.ts';
import { lockState } from '../../readings/security.ts';
import { STANDINGS, standingOf } from '../../vehicles/standing.ts';
import { displayName, fullName, makeName } from '../../vehicles/vehicleName.ts';
import { lastProblem } from '../../vehicles/vehicleState.ts';
import { fold } from './query/fold.ts';

/** What of a vehicle is compared as a number. Times are milliseconds since the epoch; see `numbersOf`. */
export const NUMBER_FACTS = [
  'soc',
  'fuel',
  'energy',
  'range',
  'odometer',
  'fuelAmount',
  'tires',
  'tireFrontLeft',
  'tireFrontRight',
  'tireBackLeft',
  'tireBackRight',
  'engineOil',
  'latitude',
  'longitude',
  'locatedAt',
  'locationProblem',
  'newest',
  'connectedAt',
  'refreshedAt',
  'granted',
  'calls',
  'year',
  'heldUntil',
  'problemAt',
  'states',
  'reasons',
  'severity',
  'standing',
] as const;
export type NumberFact = (typeof NUMBER_FACTS)[number];

/** What of a vehicle is compared as a text. */
export const TEXT_FACTS = [
  'name',
  'plate',
  'vin',
  'driver',
  'group',
  'car',
  'make',
  'model',
  'tags',
  'notes',
  'charge',
  'locks',
  'problem',
  'month',
  'connection',
] as const;
export type TextFact = (typeof TEXT_FACTS)[number];

/** Tags within one text; no tag holds a line end. */
export const TAG_SEPARATOR = '\n';

/** Bits of the `states` fact. */
export const STATE_BIT = {
  charging: 1,
  plugged: 2,
  locked: 4,
  unlocked: 8,
  open: 16,
  paused: 32,
  reconnect: 64,
  noTokens: 128,
  never: 256,
} as const;

/** The bit of a reason in the `reasons` fact. */
export function reasonBit(reason: (typeof READING_PROBLEM_REASONS)[number]): number {
  return 1 << READING_PROBLEM_REASONS.indexOf(reason);
}

function ms(iso: string | null): number {
  return iso === null ? Number.NaN : Date.parse(iso);
}

/** The place of a reason in the list of reasons. */
function reasonNumber(problem: ReadingProblem | null): number {
  return problem ? READING_PROBLEM_REASONS.indexOf(problem.reason) : Number.NaN;
}

function orNone(value: number | null | undefined): number {
  return value ?? Number.NaN;
}

function statesOf({ readings, paused, access }: Vehicle): number {
  const charge = readings.charge.last?.value;
  const security = readings.security.last?.value;
  let states = 0;
  const add = (is: boolean | null | undefined, bit: number) => {
    if (is) states |= bit;
  };
  add(charge?.state === 'CHARGING', STATE_BIT.charging);
  add(charge?.isPluggedIn, STATE_BIT.plugged);
  add(security?.isLocked, STATE_BIT.locked);
  add(security?.isLocked === false, STATE_BIT.unlocked);
  add(security && security.open.length > 0, STATE_BIT.open);
  add(paused, STATE_BIT.paused);
  add(access === 'reconnect', STATE_BIT.reconnect);
  add(access === 'tokens_unavailable', STATE_BIT.noTokens);
  add(
    READING_KINDS.every((kind) => readings[kind].last === null),
    STATE_BIT.never,
  );
  return states;
}

function reasonsOf({ readings }: Vehicle): number {
  let reasons = 0;
  for (const kind of READING_KINDS) {
    const { problem } = readings[kind];
    if (problem) reasons |= reasonBit(problem.reason);
  }
  return reasons;
}

/** Who has to act comes first, then what is to be waited for, then what went wrong, then all well. */
function severityOf(vehicle: Vehicle): number {
  if (vehicle.access === 'reconnect') return 0;
  if (vehicle.access === 'tokens_unavailable') return 1;
  if (lastProblem(vehicle)) return 2;
  if (vehicle.hold) return 3;
  return vehicle.paused ? 4 : 5;
}

/**
 * The numbers: fractions from 0 to 1, kilometres, litres, kilopascals, degrees, counts, milliseconds
 * since the epoch, bits and places in lists; `NaN` where there is none.
 */
export function numbersOf(vehicle: Vehicle): Readonly<Record<NumberFact, number>> {
  const { battery, fuel, odometer, tires, engineOil, location } = vehicle.readings;
  const soc = orNone(battery.last?.value.fraction);
  const tank = orNone(fuel.last?.value.fraction);
  const pressures = tires.last?.value;
  const granted = new Set(vehicle.permissions);
  return {
    soc,
    fuel: tank,
    energy: Number.isNaN(soc) ? tank : soc,
    range: orNone(battery.last?.value.rangeKm ?? fuel.last?.value.rangeKm),
    odometer: orNone(odometer.last?.value.distanceKm),
    fuelAmount: orNone(fuel.last?.value.amountLitres),
    tires: pressures
      ? Math.min(
          pressures.frontLeftKpa,
          pressures.frontRightKpa,
          pressures.backLeftKpa,
          pressures.backRightKpa,
        )
      : Number.NaN,
    tireFrontLeft: orNone(pressures?.frontLeftKpa),
    tireFrontRight: orNone(pressures?.frontRightKpa),
    tireBackLeft: orNone(pressures?.backLeftKpa),
    tireBackRight: orNone(pressures?.backRightKpa),
    engineOil: orNone(engineOil.last?.value.lifeRemaining),
    latitude: orNone(location.last?.value.latitude),
    longitude: orNone(location.last?.value.longitude),
    locatedAt: ms(location.last ? momentOf(location.last).iso : null),
    locationProblem: reasonNumber(location.problem),
    newest: ms(newestMoment(vehicle)?.iso ?? null),
    connectedAt: ms(vehicle.connectedAt),
    refreshedAt: ms(vehicle.refreshedAt),
    granted:
      vehicle.permissions === null
        ? Number.NaN
        : (vehicle.asked ?? vehicle.permissions).filter((name) => granted.has(name)).length,
    calls: vehicle.calls.count,
    year: orNone(vehicle.year),
    heldUntil: ms(vehicle.hold?.until ?? null),
    problemAt: ms(lastProblem(vehicle)?.at ?? null),
    states: statesOf(vehicle),
    reasons: reasonsOf(vehicle),
    severity: severityOf(vehicle),
    standing: STANDINGS.indexOf(standingOf(vehicle)),
  };
}

/** The texts as people read and sort them; `null` where there is none. */
export function textsOf(vehicle: Vehicle): Readonly<Record<TextFact, string | null>> {
  const { labels, make, readings } = vehicle;
  const security = readings.security.last?.value;
  return {
    name: displayName(vehicle),
    plate: labels.plate,
    vin: vehicle.vin,
    driver: labels.driver,
    group: labels.group,
    car: fullName(vehicle),
    make: make && makeName(make),
    model: vehicle.model,
    tags: labels.tags.join(TAG_SEPARATOR),
    notes: labels.notes,
    charge: readings.charge.last?.value.state ?? null,
    locks: security ? lockState(security) : null,
    problem: lastProblem(vehicle)?.reason ?? null,
    month: vehicle.calls.month,
    connection: vehicle.connectionId,
  };
}

/** All words of a vehicle, folded, as plain words of a search are looked for in it. */
export function haystackOf({
  name,
  car,
  plate,
  vin,
  driver,
  group,
  tags,
  notes,
}: ReturnType<typeof textsOf>): string {
  const words = name === car ? [car] : [name, car];
  return fold([...words, plate, vin, driver, group, tags, notes].filter(Boolean).join('\n'));
}
