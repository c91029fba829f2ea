import * as z from 'zod';
import type { Opening, ReadingKind, ReadingValues } from '../../../contract/readings.ts';
import { toKilometres, toKilopascals, toLitres, type UnitSystem } from './units.ts';

const fraction = z.number().min(0).max(1);
const optionalFraction = fraction.nullish().transform((value) => value ?? null);
const optionalNumber = z.number().nullish();
const openable = z
  .array(z.object({ type: z.string(), status: z.string().nullish() }))
  .nullish()
  .transform((value) => value ?? []);

/** How one kind is read: v2.0's path, and its body turned into the normalised value. */
interface Reader<K extends ReadingKind> {
  readonly path: string;
  readonly normalise: (body: unknown, units: UnitSystem) => ReadingValues[K];
}

function range(value: number | null | undefined, units: UnitSystem): number | null {
  return value == null ? null : toKilometres(value, units);
}

const securitySchema = z.object({
  isLocked: z
    .boolean()
    .nullish()
    .transform((value) => value ?? null),
  doors: openable,
  windows: openable,
  sunroof: openable,
  storage: openable,
  chargingPort: openable,
});

function normaliseSecurity(body: unknown): ReadingValues['security'] {
  const security = securitySchema.parse(body);
  const parts = [
    ['door', security.doors],
    ['window', security.windows],
    ['sunroof', security.sunroof],
    ['storage', security.storage],
    ['chargingPort', security.chargingPort],
  ] as const;
  const open = parts.flatMap(([part, items]) =>
    items
      .filter(({ status }) => status === 'OPEN')
      .map(({ type }): Opening => ({ part, position: type })),
  );
  return { isLocked: security.isLocked, open };
}

/**
 * v2.0's reads. Shapes follow Smartcar's API reference; units are those of the answer's
 * `sc-unit-system` header. A body of another shape throws a `ZodError`.
 */
export const READERS: { readonly [K in ReadingKind]: Reader<K> } = {
  odometer: {
    path: '/odometer',
    normalise: (body, units) => ({
      distanceKm: toKilometres(z.object({ distance: z.number() }).parse(body).distance, units),
    }),
  },
  fuel: {
    path: '/fuel',
    normalise: (body, units) => {
      const fuel = z
        .object({
          percentRemaining: optionalFraction,
          range: optionalNumber,
          amountRemaining: optionalNumber,
        })
        .parse(body);
      return {
        fraction: fuel.percentRemaining,
        rangeKm: range(fuel.range, units),
        amountLitres: fuel.amountRemaining == null ? null : toLitres(fuel.amountRemaining, units),
      };
    },
  },
  battery: {
    path: '/battery',
    normalise: (body, units) => {
      const battery = z
        .object({ percentRemaining: optionalFraction, range: optionalNumber })
        .parse(body);
      return { fraction: battery.percentRemaining, rangeKm: range(battery.range, units) };
    },
  },
  charge: {
    path: '/charge',
    normalise: (body) =>
      z
        .object({
          state: z.enum(['CHARGING', 'FULLY_CHARGED', 'NOT_CHARGING']),
          isPluggedIn: z.boolean(),
        })
        .parse(body),
  },
  location: {
    path: '/location',
    normalise: (body) => z.object({ latitude: z.number(), longitude: z.number() }).parse(body),
  },
  tires: {
    path: '/tires/pressure',
    normalise: (body, units) => {
      const tires = z
        .object({
          frontLeft: z.number(),
          frontRight: z.number(),
          backLeft: z.number(),
          backRight: z.number(),
        })
        .parse(body);
      return {
        frontLeftKpa: toKilopascals(tires.frontLeft, units),
        frontRightKpa: toKilopascals(tires.frontRight, units),
        backLeftKpa: toKilopascals(tires.backLeft, units),
        backRightKpa: toKilopascals(tires.backRight, units),
      };
    },
  },
  engineOil: {
    path: '/engine/oil',
    normalise: (body) => z.object({ lifeRemaining: fraction }).parse(body),
  },
  security: { path: '/security', normalise: normaliseSecurity },
};
