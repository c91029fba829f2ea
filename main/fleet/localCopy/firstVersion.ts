import { readFileSync } from 'node:fs';
import * as z from 'zod';
import {
  READING_PROBLEM_REASONS,
  type ReadingKind,
  type ReadingValues,
} from '../../../contract/readings.ts';
import { setAside } from '../../app/setAside.ts';
import { newVehicle } from '../merge.ts';
import type { VehicleRecord } from '../vehicleRecord.ts';

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

const vehicleSchema = z.object({
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
  // The first files do not have the last two.
  accessEnded: z
    .object({ reason: z.enum(['idle', 'login', 'revoked']), since: z.string() })
    .nullable()
    .default(null),
  reauthenticateUrl: z.string().nullable().default(null),
});

const fileSchema = z.object({ version: z.literal(1), vehicles: z.array(vehicleSchema) });

/** What the first version has left; `setAside`: its file was damaged and has this name now. */
export interface FirstVersion {
  readonly vehicles: readonly VehicleRecord[];
  readonly setAside: string | null;
}

/** What the first version did not know begins empty. */
function asRecord(vehicle: z.infer<typeof vehicleSchema>): VehicleRecord {
  const { id, connectionId, application, connectedAt } = vehicle;
  const connection = { id: connectionId, application, createdAt: connectedAt };
  return { ...newVehicle(id, connection), ...vehicle };
}

/**
 * Reads the one JSON file in which the first version kept its vehicles; `null` where it cannot be read
 * now. It may be another time, so it is left alone.
 */
export function readFirstVersion(file: string, now: number): FirstVersion | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  try {
    const { vehicles } = fileSchema.parse(JSON.parse(text));
    return { vehicles: vehicles.map(asRecord), setAside: null };
  } catch {
    // Not JSON, or not ours: Smartcar still knows the vehicles, so start anew beside the old file.
    return { vehicles: [], setAside: setAside(file, now) };
  }
}
