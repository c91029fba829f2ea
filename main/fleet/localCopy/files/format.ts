import * as z from 'zod';
import { ACTIVITY_KINDS } from '../../../../contract/activity.ts';
import { commandSchema } from '../../../../contract/commands.ts';
import {
  READING_KINDS,
  READING_PROBLEM_REASONS,
  type ReadingKind,
} from '../../../../contract/readings.ts';
import { carSchema } from '../../../imports/lines.ts';

/** How a file of an export begins; a version is never given to another shape of its lines. */
export const FORMAT = 'motorpool-export';
export const FORMAT_VERSION = 1;

const time = z.iso.datetime();
const id = z.string().min(1).max(100);
const text = z.string().max(10_000);
const fraction = z.number().min(0).max(1);
const amount = z.number();

const VALUES = {
  odometer: z.strictObject({ distanceKm: amount }),
  fuel: z.strictObject({
    fraction: fraction.nullable(),
    rangeKm: amount.nullable(),
    amountLitres: amount.nullable(),
  }),
  battery: z.strictObject({ fraction: fraction.nullable(), rangeKm: amount.nullable() }),
  charge: z.strictObject({
    state: z.enum(['CHARGING', 'FULLY_CHARGED', 'NOT_CHARGING']),
    isPluggedIn: z.boolean(),
  }),
  location: z.strictObject({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
  }),
  tires: z.strictObject({
    frontLeftKpa: amount,
    frontRightKpa: amount,
    backLeftKpa: amount,
    backRightKpa: amount,
  }),
  engineOil: z.strictObject({ lifeRemaining: amount }),
  security: z.strictObject({
    isLocked: z.boolean().nullable(),
    open: z.array(
      z.strictObject({
        part: z.enum(['door', 'window', 'sunroof', 'storage', 'chargingPort']),
        position: z.string().max(60),
      }),
    ),
  }),
} satisfies Record<ReadingKind, z.ZodType>;

function goodReading<V extends z.ZodType>(value: V) {
  return z.strictObject({ value, measuredAt: time.nullable(), fetchedAt: time });
}

const problem = z.strictObject({
  reason: z.enum(READING_PROBLEM_REASONS),
  code: text.nullable(),
  requestId: text.nullable(),
  retryAt: text.nullable(),
  at: time,
});

const readings = z.strictObject(
  Object.fromEntries(
    READING_KINDS.map((kind) => [
      kind,
      z.strictObject({ last: goodReading(VALUES[kind]).nullable(), problem: problem.nullable() }),
    ]),
  ),
);

const labelsSchema = z.strictObject({
  name: text.nullable(),
  plate: text.nullable(),
  driver: text.nullable(),
  group: text.nullable(),
  tags: z.array(z.string().max(200)).max(200),
  notes: text.nullable(),
});

const vehicle = z.strictObject({
  id,
  connectionId: id,
  application: z.string().min(1).max(200),
  make: text.nullable(),
  model: text.nullable(),
  year: z.number().nullable(),
  vin: z.string().max(60).nullable(),
  permissions: z.array(text).nullable(),
  readings,
  connectedAt: time,
  refreshedAt: time.nullable(),
  access: z.enum(['ok', 'reconnect', 'tokens_unavailable']),
  accessEnded: z
    .strictObject({ reason: z.enum(['idle', 'login', 'revoked']), since: time })
    .nullable(),
  labels: labelsSchema,
  asked: z.array(text).nullable(),
  paused: z.boolean(),
  hold: z
    .strictObject({
      until: time,
      cause: z.enum(['vehicle_limit', 'maker_limit', 'fault', 'month', 'plan', 'car_state']),
    })
    .nullable(),
  calls: z.strictObject({ month: z.string().max(10), count: z.number() }),
});

/** `labelled`: the vehicle has the labels of the list by now. */
const imported = z.strictObject({
  application: z.string().min(1).max(200),
  labelled: z.boolean(),
  car: carSchema,
});

const historyOf = <K extends ReadingKind>(kind: K) =>
  z.strictObject({ vehicleId: id, kind: z.literal(kind), reading: goodReading(VALUES[kind]) });

const history = z.discriminatedUnion('kind', [
  historyOf('odometer'),
  historyOf('fuel'),
  historyOf('battery'),
  historyOf('charge'),
  historyOf('location'),
  historyOf('tires'),
  historyOf('engineOil'),
  historyOf('security'),
]);

const call = z.strictObject({
  vehicleId: id.nullable(),
  at: time,
  endpoint: text,
  items: z.array(text),
  status: z.number().nullable(),
  code: text.nullable(),
  requestId: text.nullable(),
  durationMs: z.number(),
  counted: z.number(),
});

const STEPS = [
  'waiting',
  'sent',
  'accepted',
  'confirmed',
  'unconfirmed',
  'failed',
  'cancelled',
  'skipped',
] as const;

const command = z.strictObject({
  vehicleId: id,
  runId: id,
  startedAt: time,
  by: text,
  command: commandSchema,
  step: z.enum(STEPS),
  sentAt: time.nullable(),
  acceptedAt: time.nullable(),
  confirmedAt: time.nullable(),
  problem: z
    .strictObject({
      reason: z.enum([...READING_PROBLEM_REASONS, 'not_sent', 'tokens_unavailable']),
      code: text.nullable(),
      requestId: text.nullable(),
      retryAt: text.nullable(),
    })
    .nullable(),
});

const activity = z.strictObject({
  at: time,
  kind: z.enum(ACTIVITY_KINDS),
  event: z.string().max(200),
  result: z.enum(['done', 'partly', 'failed']),
  by: text.nullable(),
  vehicleIds: z.array(id),
  vehicleName: text.nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** The first line. Looked at alone: of a newer version, the others may be anything. */
export const headSchema = z.object({
  format: z.literal(FORMAT),
  version: z.number().int().min(1),
  madeAt: time,
});

/** Every other line. The last one says how many there were, so that a cut file is noticed. */
export const lineSchema = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('settings'), data: z.record(z.string(), z.unknown()) }),
  z.strictObject({ part: z.literal('vehicles'), data: vehicle }),
  z.strictObject({ part: z.literal('imported'), data: imported }),
  z.strictObject({ part: z.literal('history'), data: history }),
  z.strictObject({ part: z.literal('calls'), data: call }),
  z.strictObject({ part: z.literal('commands'), data: command }),
  z.strictObject({ part: z.literal('activity'), data: activity }),
  z.strictObject({ part: z.literal('end'), data: z.strictObject({ lines: z.number().int() }) }),
]);
export type Line = z.infer<typeof lineSchema>;
