import { type GoodReading, READING_KINDS } from '../../contract/readings.ts';
import type { Vehicle } from '../../contract/vehicles.ts';

/** A moment at which a value was true, and whether the car or only the fetch vouches for it. */
export interface Moment {
  readonly iso: string;
  readonly byCar: boolean;
}

/** The car's own time where it gives one; else the time of the fetch, and said so. */
export function momentOf({ measuredAt, fetchedAt }: GoodReading): Moment {
  return measuredAt === null ? { iso: fetchedAt, byCar: false } : { iso: measuredAt, byCar: true };
}

/** The newest value of a vehicle; `null` where nothing has been read. */
export function newestMoment({ readings }: Pick<Vehicle, 'readings'>): Moment | null {
  let newest: Moment | null = null;
  for (const kind of READING_KINDS) {
    const { last } = readings[kind];
    if (!last) continue;
    const moment = momentOf(last);
    if (!newest || Date.parse(moment.iso) > Date.parse(newest.iso)) newest = moment;
  }
  return newest;
}

/** When the car itself was last heard, which a fetch alone does not prove. */
export function lastHeard({ readings }: Pick<Vehicle, 'readings'>): string | null {
  let newest: string | null = null;
  for (const kind of READING_KINDS) {
    const measuredAt = readings[kind].last?.measuredAt ?? null;
    if (measuredAt === null) continue;
    if (newest === null || Date.parse(measuredAt) > Date.parse(newest)) newest = measuredAt;
  }
  return newest;
}

/** The last time that Motorpool read any of these vehicles; `null` if never. */
export function lastRead(vehicles: readonly Pick<Vehicle, 'refreshedAt'>[]): string | null {
  let newest: string | null = null;
  for (const { refreshedAt } of vehicles) {
    if (refreshedAt === null) continue;
    if (newest === null || Date.parse(refreshedAt) > Date.parse(newest)) newest = refreshedAt;
  }
  return newest;
}
