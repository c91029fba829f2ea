import * as z from 'zod';
import {
  READING_PROBLEM_REASONS,
  type ReadingKind,
  type ReadingValues,
} from '../../contract/readings.ts';
import type { Vehicle } from '../../contract/vehicles.ts';

const nullableNumber = z.number().nullable();

const values: { readonly [K in ReadingKind]: z.ZodType<ReadingValues[K]> } = {
  odometer: z.object({ distanceKm: z.number() }),
  fuel: z.object({
    fraction: nullableNumber,
    rangeKm: nullableNumber,
    amountLitres: nullableNumber,
  }),
  battery: z.object({ fraction: nullableNumber, rangeKm: nullableNumber }),
  charge: z.object({
    state: z.enum(['CHARGING', 'FULLY_CHARGED', 'NOT_CHARGING']),
    isPluggedIn: z.boolean(),
  }),
  location: z.object({ latitude: z.number(), longitude: z.number() }),
  tires: z.object({
    frontLeftKpa: z.number(),
    frontRightKpa: z.number(),
    backLeftKpa: z.number(),
    backRightKpa: z.number(),
  }),
  engineOil: z.object({ lifeRemaining: z.number() }),
  security: z.object({
    isLocked: z.boolean().nullable(),
    open: z.array(
      z.object({
        part: z.enum(['door', 'window', 'sunroof', 'storage', 'chargingPort']),
        position: z.string(),
      }),
    ),
  }),
};

const problem = z.object({
  reason: z.enum(READING_PROBLEM_REASONS),
  code: z.string().nullable(),
  requestId: z.string().nullable(),
  retryAt: z.string().nullable(),
  at: z.string(),
});

function reading<K extends ReadingKind>(kind: K) {
  return z.object({
    last: z
      .object({ value: values[kind], measuredAt: z.string().nullable(), fetchedAt: z.string() })
      .nullable(),
    problem: problem.nullable(),
  });
}

/** A vehicle as the local copy holds it: what the screens see, and the application it belongs to. */
export interface VehicleRecord extends Vehicle {
  /** See `applicationKey`. Kept here too, so that the copy can outlive the settings. */
  readonly application: string;
  /** Where the owner can renew the login, as the API error said; for the main process only. */
  readonly reauthenticateUrl: string | null;
}

const vehicleSchema: z.ZodType<VehicleRecord> = z.object({
  id: z.string().min(1),
  connectionId: z.string().min(1),
  application: z.string().min(1),
  make: z.string().nullable(),
  model: z.string().nullable(),
  year: nullableNumber,
  vin: z.string().nullable(),
  permissions: z.array(z.string()).nullable(),
  readings: z.object({
    odometer: reading('odometer'),
    fuel: reading('fuel'),
    battery: reading('battery'),
    charge: reading('charge'),
    location: reading('location'),
    tires: reading('tires'),
    engineOil: reading('engineOil'),
    security: reading('security'),
  }),
  connectedAt: z.string(),
  refreshedAt: z.string().nullable(),
  access: z.enum(['ok', 'reconnect', 'tokens_unavailable']),
  // Files of the first version do not have the last two.
  accessEnded: z
    .object({ reason: z.enum(['idle', 'login', 'revoked']), since: z.string() })
    .nullable()
    .default(null),
  reauthenticateUrl: z.string().nullable().default(null),
});

export const localCopySchema = z.object({
  version: z.literal(1),
  vehicles: z.array(vehicleSchema),
});
