import * as z from 'zod';

const time = z.number();
const vehicleId = z.string();

/** Where a vehicle comes from; with the seed this is enough to make it again after a restart. */
const VehicleSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fleet'), make: z.string(), ordinal: z.number().int() }),
  z.object({
    kind: z.literal('vin'),
    make: z.string(),
    vin: z.string(),
    level: z.enum(['compatible', 'phev', 'incompatible', 'fuel', 'bev']),
  }),
]);

/** What commands have changed on a vehicle. Times are epoch milliseconds, levels fractions. */
const VehicleChanges = z.object({
  commandAt: time.optional(),
  lock: z.object({ at: time, locked: z.boolean() }).optional(),
  charge: z
    .object({ at: time, level: z.number(), mode: z.enum(['CHARGING', 'STOPPED']) })
    .optional(),
  limit: z.number().optional(),
  destination: z.object({ at: time, latitude: z.number(), longitude: z.number() }).optional(),
  capacity: z.number().optional(),
});

const Connection = z.object({
  userId: z.string(),
  vehicleId,
  permissions: z.array(z.string()),
  mode: z.enum(['live', 'simulated', 'test']),
  connectedAt: time,
  externalId: z.string().nullable(),
  /** `TYPE:CODE` that every reading of this connection fails with (a test login), or null. */
  apiError: z.string().nullable(),
  webhooks: z.array(z.string()),
});

/** Everything that outlives a restart. Codes and tokens appear only as SHA-256 hashes. */
export const State = z.object({
  version: z.literal(1),
  seed: z.number(),
  clockOffset: z.number(),
  grants: z.record(
    z.string(),
    z.object({
      userId: z.string(),
      vehicleIds: z.array(vehicleId),
      createdAt: time,
    }),
  ),
  codes: z.record(
    z.string(),
    z.object({
      grantId: z.string(),
      redirectUri: z.string(),
      redirectUriSent: z.boolean(),
      expiresAt: time,
    }),
  ),
  accessTokens: z.record(z.string(), z.object({ grantId: z.string(), expiresAt: time })),
  refreshTokens: z.record(
    z.string(),
    z.object({ grantId: z.string(), expiresAt: time, usedAt: time.nullable() }),
  ),
  connections: z.array(Connection),
  vehicles: z.record(vehicleId, z.object({ source: VehicleSource, changes: VehicleChanges })),
  approvals: z.array(
    z.object({
      browser: z.string(),
      userId: z.string(),
      scope: z.string(),
      vehicleIds: z.array(vehicleId),
    }),
  ),
  requestCounts: z.object({ month: z.string(), byVehicle: z.record(vehicleId, z.number()) }),
});

export type State = z.infer<typeof State>;
export type Connection = z.infer<typeof Connection>;
export type VehicleSource = z.infer<typeof VehicleSource>;
export type VehicleChanges = z.infer<typeof VehicleChanges>;
export type Mode = Connection['mode'];

/** The state of a sandbox that nobody has used yet. */
export function emptyState(seed: number): State {
  return {
    version: 1,
    seed,
    clockOffset: 0,
    grants: {},
    codes: {},
    accessTokens: {},
    refreshTokens: {},
    connections: [],
    vehicles: {},
    approvals: [],
    requestCounts: { month: '', byVehicle: {} },
  };
}
