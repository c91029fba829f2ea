import * as z from 'zod';
import { READING_KINDS, type ReadingKind } from '../../../contract/readings.ts';
import { SmartcarError } from '../errors.ts';
import type { ReadAnswer, ReadOutcome, VehicleIdentity, VehiclePlatform } from '../platform.ts';
import { type BatchItem, itemError, itemHeader, parseBatch } from './batch.ts';
import type { Client } from './client.ts';
import { commandCall } from './commands.ts';
import { READERS } from './readings.ts';
import type { UnitSystem } from './units.ts';

/** The largest page that Smartcar serves. */
const PAGE_SIZE = 50;

const ATTRIBUTES_PATH = '/';
const VIN_PATH = '/vin';

const paging = z.object({ count: z.number(), offset: z.number() }).partial().optional();
const vehiclesSchema = z.object({ vehicles: z.array(z.string().min(1)), paging });
const permissionsSchema = z.object({ permissions: z.array(z.string()), paging });

/** What every command that was taken answers. */
const takenSchema = z.object({ status: z.literal('success') });

const attributesSchema = z.object({
  make: z.string().nullish(),
  model: z.string().nullish(),
  year: z.number().nullish(),
});

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new SmartcarError({ type: 'UNREADABLE' });
  return parsed.data;
}

function dateOf(text: string | null): Date | null {
  const time = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time);
}

function outcome<K extends ReadingKind>(kind: K, item: BatchItem, now: number): ReadOutcome<K> {
  if (item.code !== 200) return { ok: false, error: itemError(item, now) };
  const units: UnitSystem =
    itemHeader(item, 'sc-unit-system') === 'imperial' ? 'imperial' : 'metric';
  try {
    return {
      ok: true,
      value: READERS[kind].normalise(item.body, units),
      // Despite its name the header holds the moment at which the car recorded the value.
      measuredAt: dateOf(itemHeader(item, 'sc-data-age')),
      fetchedAt: dateOf(itemHeader(item, 'sc-fetched-at')) ?? new Date(now),
    };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return { ok: false, error: new SmartcarError({ type: 'UNREADABLE', status: item.code }) };
  }
}

function identityOf(items: ReadonlyMap<string, BatchItem>): Partial<VehicleIdentity> {
  const attributes = items.get(ATTRIBUTES_PATH);
  const vin = items.get(VIN_PATH);
  const known = attributes?.code === 200 ? attributesSchema.safeParse(attributes.body) : null;
  const vinBody = vin?.code === 200 ? z.object({ vin: z.string() }).safeParse(vin.body) : null;
  return {
    ...(known?.success
      ? {
          make: known.data.make ?? null,
          model: known.data.model ?? null,
          year: known.data.year ?? null,
        }
      : {}),
    ...(vinBody?.success ? { vin: vinBody.data.vin } : {}),
  };
}

/** Smartcar's API v2.0 as a `VehiclePlatform`. */
export function createV2Platform(client: Client, now: () => number): VehiclePlatform {
  /** Follows `paging` until all of a list is there. */
  async function all(
    authorization: Parameters<Client>[0],
    path: string,
    about: { readonly vehicleId?: string },
    pick: (body: unknown) => { items: string[]; count: number | undefined },
  ): Promise<string[]> {
    const items: string[] = [];
    for (;;) {
      const page = pick(
        await client(authorization, {
          method: 'GET',
          path: `${path}?limit=${PAGE_SIZE}&offset=${items.length}`,
          ...about,
        }),
      );
      items.push(...page.items);
      if (page.items.length === 0 || items.length >= (page.count ?? items.length)) return items;
    }
  }

  return {
    listVehicles: (authorization) =>
      all(authorization, '/vehicles', {}, (body) => {
        const page = parse(vehiclesSchema, body);
        return { items: page.vehicles, count: page.paging?.count };
      }),

    permissions: (authorization, vehicleId) =>
      all(
        authorization,
        `/vehicles/${encodeURIComponent(vehicleId)}/permissions`,
        { vehicleId },
        (body) => {
          const page = parse(permissionsSchema, body);
          return { items: page.permissions, count: page.paging?.count };
        },
      ),

    async read(authorization, vehicleId, { kinds, attributes, vin }): Promise<ReadAnswer> {
      const paths = [
        ...(attributes ? [ATTRIBUTES_PATH] : []),
        ...(vin ? [VIN_PATH] : []),
        ...kinds.map((kind) => READERS[kind].path),
      ];
      if (paths.length === 0) return { identity: {}, readings: {} };
      const body = await client(authorization, {
        method: 'POST',
        path: `/vehicles/${encodeURIComponent(vehicleId)}/batch`,
        body: { requests: paths.map((path) => ({ path })) },
        vehicleId,
        items: paths,
      });
      const items = parseBatch(body);
      const readings = Object.fromEntries(
        READING_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => {
          const item = items.get(READERS[kind].path);
          return [
            kind,
            item
              ? outcome(kind, item, now())
              : { ok: false, error: new SmartcarError({ type: 'UNREADABLE' }) },
          ];
        }),
      ) as ReadAnswer['readings'];
      return { identity: identityOf(items), readings };
    },

    async command(authorization, vehicleId, command) {
      const { path, body } = commandCall(command);
      const answer = await client(authorization, {
        method: 'POST',
        path: `/vehicles/${encodeURIComponent(vehicleId)}${path}`,
        body,
        vehicleId,
      });
      parse(takenSchema, answer);
    },

    async disconnect(authorization, vehicleId) {
      try {
        await client(authorization, {
          method: 'DELETE',
          path: `/vehicles/${encodeURIComponent(vehicleId)}/application`,
          vehicleId,
        });
      } catch (error) {
        // The vehicle is not connected (any more): what was wanted is so already.
        const gone =
          error instanceof SmartcarError &&
          (error.type === 'PERMISSION' || error.type === 'RESOURCE_NOT_FOUND');
        if (!gone) throw error;
      }
    },
  };
}
