import { Hono } from 'hono';
import * as z from 'zod';
import type { Context, Env } from '../context.ts';
import type { VehicleSource } from '../core/state.ts';
import { BRANDS, brandOfVin, findBrand, type Region } from '../fleet/brands.ts';
import { canGrant, ENDPOINTS, incapability } from '../fleet/capabilities.ts';
import { COUNTRIES } from '../fleet/countries.ts';
import { type Model, modelsOf } from '../fleet/models.ts';
import { makeVehicle, sourceOfVin } from '../fleet/vehicle.ts';
import { isVinShaped, modelYearOf } from '../fleet/vin.ts';
import { isApplication } from '../oauth/token.ts';
import { meetFault } from './access.ts';
import { ApiError } from './errors.ts';
import { PERMISSIONS } from './permissions.ts';

const words = (text: string | undefined) => (text ?? '').split(/[\s+]+/).filter(Boolean);

const Level = z.enum(['compatible', 'phev', 'incompatible', 'fuel', 'bev']);
const Mode = z.enum(['live', 'test', 'simulated']);
const Powertrain = z.enum(['ICE', 'HEV', 'PHEV', 'BEV']);
const RegionName = z.enum(['US', 'CA', 'EUROPE']);

function parameter<T>(schema: z.ZodType<T>, value: string | undefined, name: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ApiError('VALIDATION:PARAMETER', { description: `${name} has an unknown value.` });
}

function readScope(text: string | undefined): string[] {
  const names = words(text).map((name) => name.replace(/^required:/, ''));
  const unknown = names.find((name) => !PERMISSIONS.has(name));
  if (unknown === undefined) return names;
  throw new ApiError('VALIDATION:PARAMETER', { description: `Unknown permission: ${unknown}.` });
}

const incompatible = (reason: string) => ({ compatible: false, reason, capabilities: [] });

type Check = {
  vin: string;
  scope: readonly string[];
  region: Region | undefined;
  level: z.infer<typeof Level> | undefined;
};

function compatibilityOf(ctx: Context, { vin, scope, region, level }: Check) {
  const brand = brandOfVin(vin);
  if (level === undefined && (!brand || !region || !brand.regions.includes(region))) {
    return incompatible('MAKE_NOT_COMPATIBLE');
  }
  if (level === 'incompatible') return incompatible('VEHICLE_NOT_COMPATIBLE');
  // Smartcar checks capabilities of US vehicles only.
  if (region !== 'US') return { compatible: true, reason: null, capabilities: [] };
  const { seed } = ctx.settings;
  const known = sourceOfVin(seed, vin);
  const isSimulated = vin.startsWith('0SC');
  const isTooOld = known?.kind === 'vin' && modelYearOf(vin) === undefined;
  if (level === undefined && isTooOld && !isSimulated) {
    return incompatible('VEHICLE_NOT_COMPATIBLE');
  }
  const forced: VehicleSource = {
    kind: 'vin',
    make: brand?.code ?? 'AUDI',
    vin,
    level: level ?? 'compatible',
  };
  const vehicle = makeVehicle(seed, level === undefined && known ? known : forced);
  const capabilities = ENDPOINTS.filter((one) => scope.includes(one.permission)).map((endpoint) => {
    const reason = incapability(vehicle, endpoint);
    const { permission, path } = endpoint;
    return { permission, endpoint: path, capable: reason === null, reason };
  });
  return { compatible: true, reason: null, capabilities };
}

function matrixRow(ctx: Context, region: Region, make: string, model: Model) {
  const source: VehicleSource = { kind: 'vin', make, vin: 'MATRIX', level: 'bev' };
  const vehicle = {
    ...makeVehicle(ctx.settings.seed, source),
    region,
    year: model.firstYear,
    powertrain: model.powertrain,
    batteryKwh: model.batteryKwh,
  };
  const capable = ENDPOINTS.filter((endpoint) => incapability(vehicle, endpoint) === null);
  return {
    model: model.name,
    startYear: model.firstYear,
    endYear: model.lastYear,
    type: model.powertrain,
    endpoints: capable.map((endpoint) => endpoint.name),
    permissions: [...PERMISSIONS.keys()].filter((permission) => canGrant(vehicle, permission)),
  };
}

/** The compatibility API, below `/v2.0`: by VIN, and as a matrix of models. */
export function compatibilityRoutes(ctx: Context): Hono<Env> {
  const app = new Hono<Env>({ strict: false });

  const authorize = (header: string | undefined, path: string) => {
    if (!isApplication(ctx, header)) throw new ApiError('AUTHENTICATION');
    meetFault(ctx, 'GET', path);
    return ctx.application.clientId;
  };

  app.get('/compatibility', (c) => {
    c.set('clientId', authorize(c.req.header('authorization'), '/compatibility'));
    const vin = (c.req.query('vin') ?? '').toUpperCase();
    if (!isVinShaped(vin)) {
      throw new ApiError('VALIDATION:PARAMETER', { description: 'vin must have 17 characters.' });
    }
    const scope = readScope(c.req.query('scope'));
    if (scope.length === 0) {
      throw new ApiError('VALIDATION', { description: 'scope is required.' });
    }
    parameter(Mode.optional(), c.req.query('mode'), 'mode');
    const level = parameter(
      Level.optional(),
      c.req.query('test_mode_compatibility_level'),
      'test_mode_compatibility_level',
    );
    const region = COUNTRIES.get((c.req.query('country') ?? 'US').toUpperCase());
    return c.json(compatibilityOf(ctx, { vin, scope, region, level }));
  });

  app.get('/compatibility/matrix', (c) => {
    c.set('clientId', authorize(c.req.header('authorization'), '/compatibility/matrix'));
    const region = parameter(RegionName, c.req.query('region'), 'region');
    const type = parameter(Powertrain.optional(), c.req.query('type'), 'type');
    parameter(Mode.optional(), c.req.query('mode'), 'mode');
    const scope = readScope(c.req.query('scope'));
    const makes = words(c.req.query('make')).map((make) => findBrand(make)?.code);
    const brands = BRANDS.filter(
      ({ code, regions }) =>
        regions.includes(region) && (makes.length === 0 || makes.includes(code)),
    );
    const rows = brands.map(({ code }) => {
      const models = modelsOf(code)
        .filter((model) => type === undefined || model.powertrain === type)
        .map((model) => matrixRow(ctx, region, code, model))
        .filter((row) => scope.every((permission) => row.permissions.includes(permission)));
      return [code, models] as const;
    });
    return c.json(Object.fromEntries(rows.filter(([, models]) => models.length > 0)));
  });

  return app;
}
