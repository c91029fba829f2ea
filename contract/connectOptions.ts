import * as z from 'zod';
import { MODES, type Mode } from './application.ts';
import { brandOfCode, COUNTRIES } from './brands.ts';
import { PERMISSIONS, type Permission, type RequestedPermission } from './permissions.ts';
import { READING_KINDS, READING_PERMISSION } from './readings.ts';
import { normaliseVin, type VinProblem, vinProblem } from './vin.ts';

/** The most text that Motorpool sends along as an id of the owner. */
const MAX_OWNER_TEXT = 200;

/** Which cars one run of Connect is for. */
const vehicleChoiceSchema = z.discriminatedUnion('kind', [
  /** Whatever the owner picks; `single` allows one car only. */
  z.strictObject({ kind: z.literal('any'), single: z.boolean() }),
  /** Skips the brand screen. `make` is Smartcar's code for the brand, or free text. */
  z.strictObject({ kind: z.literal('make'), make: z.string().trim().max(60), single: z.boolean() }),
  /** This one car; its brand follows from the VIN. */
  z.strictObject({
    kind: z.literal('vin'),
    vin: z.string().max(60).transform(normaliseVin),
  }),
]);

/** What is wrong with the options of a run of Connect. Each has a sentence in the catalogue. */
export type ConnectOptionsProblem =
  | VinProblem
  /** A VIN of a simulated car, in live mode. */
  | 'vin_simulated_in_live'
  | 'make_missing'
  | 'make_characters'
  /** Only Smartcar's phone SDKs can connect this brand. */
  | 'make_phone_only'
  | 'permissions_missing'
  | 'permission_twice'
  | 'country_unknown'
  /** Smartcar takes the text `null` as "clear the stored one". */
  | 'external_id_reserved'
  | 'external_id_and_clear';

export interface ConnectOptionsIssue {
  readonly field: 'vehicle' | 'permissions' | 'country' | 'externalId';
  readonly problem: ConnectOptionsProblem;
}

/** What main accepts as options; whether they make sense together, `connectOptionsIssues` says. */
export const connectOptionsSchema = z.strictObject({
  vehicle: vehicleChoiceSchema,
  /** `null`: the set that Smartcar's dashboard holds for the application. */
  permissions: z
    .array(z.strictObject({ permission: z.enum(PERMISSIONS), required: z.boolean() }))
    .max(PERMISSIONS.length)
    .readonly()
    .nullable(),
  /** ISO 3166-1 alpha-2; decides which brands Connect offers. `null`: by the owner's location. */
  country: z.string().trim().toUpperCase().max(10).nullable(),
  /** Asks again even where the same was granted before. */
  forcePrompt: z.boolean(),
  /** `null`: the application's mode. */
  mode: z.enum(MODES).nullable(),
  /** Our id of the owner for Smartcar's statistics only. */
  user: z.string().trim().max(MAX_OWNER_TEXT).nullable(),
  /** Our id of the owner that Smartcar stores with the connection and gives back. */
  externalId: z.string().trim().max(MAX_OWNER_TEXT).nullable(),
  /** Takes a stored external id away. */
  clearExternalId: z.boolean(),
  /** Under which name the application's id is sent; newer SDKs use the second. */
  idParameter: z.enum(['client_id', 'application_id']),
});
export type ConnectOptions = Readonly<z.output<typeof connectOptionsSchema>>;
export type VehicleChoice = ConnectOptions['vehicle'];

/** Test vehicles of Smartcar's: any 17 letters and digits. */
function simulatedVinProblem(vin: string): VinProblem | null {
  if (vin.length !== 17) return 'vin_length';
  return /^[A-Z0-9]+$/.test(vin) ? null : 'vin_characters';
}

function vehicleProblem(vehicle: VehicleChoice, mode: Mode): ConnectOptionsProblem | null {
  switch (vehicle.kind) {
    case 'any':
      return null;
    case 'make':
      if (vehicle.make === '') return 'make_missing';
      if (!/^[A-Z0-9_-]+$/i.test(vehicle.make)) return 'make_characters';
      return brandOfCode(vehicle.make)?.phoneOnly ? 'make_phone_only' : null;
    case 'vin':
      if (mode !== 'live') return simulatedVinProblem(vehicle.vin);
      return vehicle.vin.startsWith('0SC') ? 'vin_simulated_in_live' : vinProblem(vehicle.vin);
  }
}

function permissionsProblem(
  permissions: readonly RequestedPermission[] | null,
): ConnectOptionsProblem | null {
  if (permissions === null) return null;
  if (permissions.length === 0) return 'permissions_missing';
  const names = new Set(permissions.map(({ permission }) => permission));
  return names.size === permissions.length ? null : 'permission_twice';
}

function externalIdProblem({
  externalId,
  clearExternalId,
}: ConnectOptions): ConnectOptionsProblem | null {
  if (externalId?.toLowerCase() === 'null') return 'external_id_reserved';
  return externalId && clearExternalId ? 'external_id_and_clear' : null;
}

/**
 * All that is wrong with options, at most one problem per field. `applicationMode` counts where the
 * options name no mode of their own.
 */
export function connectOptionsIssues(
  options: ConnectOptions,
  applicationMode: Mode,
): readonly ConnectOptionsIssue[] {
  const { vehicle, permissions, country, mode } = options;
  const found: readonly [ConnectOptionsIssue['field'], ConnectOptionsProblem | null][] = [
    ['vehicle', vehicleProblem(vehicle, mode ?? applicationMode)],
    ['permissions', permissionsProblem(permissions)],
    ['country', country !== null && !COUNTRIES.includes(country) ? 'country_unknown' : null],
    ['externalId', externalIdProblem(options)],
  ];
  return found.flatMap(([field, problem]) => (problem === null ? [] : [{ field, problem }]));
}

/** Just what the screens show; only what tells cars apart is needed. */
const SHOWN: ReadonlySet<Permission> = new Set<Permission>([
  'read_vehicle_info',
  'read_vin',
  ...READING_KINDS.map((kind) => READING_PERMISSION[kind]),
]);

/** What the form for Connect begins with. */
export const DEFAULT_CONNECT_OPTIONS: ConnectOptions = {
  vehicle: { kind: 'any', single: false },
  permissions: PERMISSIONS.filter((permission) => SHOWN.has(permission)).map((permission) => ({
    permission,
    required: permission === 'read_vehicle_info',
  })),
  country: null,
  forcePrompt: false,
  mode: null,
  user: null,
  externalId: null,
  clearExternalId: false,
  idParameter: 'client_id',
};
