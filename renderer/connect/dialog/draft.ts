import type { Application, Mode } from '../../../contract/application.ts';
import type { ConnectOptions, VehicleChoice } from '../../../contract/connectOptions.ts';
import { TRANSPORTS, type Transport } from '../../../contract/transport.ts';
import { normaliseVin } from '../../../contract/vin.ts';
import { canUse } from '../waysBack.ts';
import { brandText, makeOf } from './brandText.ts';
import { type Levels, levelsOf, requestedOf } from './levels.ts';

/**
 * The dialog's fields as they stand. More than the options: what was typed for one kind of vehicle, or
 * chosen as permissions, is still there after a look at the other ways.
 */
export interface Draft {
  readonly vehicleKind: VehicleChoice['kind'];
  readonly single: boolean;
  readonly brand: string;
  readonly vin: string;
  /** Leaves the permissions to what Smartcar's dashboard holds for the application. */
  readonly usesDashboard: boolean;
  readonly levels: Levels;
  readonly country: string | null;
  readonly mode: Mode | null;
  readonly forcePrompt: boolean;
  readonly user: string;
  readonly externalId: string;
  readonly clearExternalId: boolean;
  readonly idParameter: ConnectOptions['idParameter'];
  readonly transport: Transport;
}

/** Whether one run may have another mode: only our own client secret works in all of them. */
export function canChooseMode(application: Application): boolean {
  return application.kind === 'own' && application.exchange.kind === 'local';
}

/** The way back from the settings, or another one where the application has no redirect URI for it. */
export function usableTransport(application: Application, wanted: Transport): Transport {
  if (canUse(application, wanted)) return wanted;
  return TRANSPORTS.find((transport) => canUse(application, transport)) ?? wanted;
}

function vehicleFields(vehicle: VehicleChoice): Partial<Draft> {
  switch (vehicle.kind) {
    case 'any':
      return { vehicleKind: 'any', single: vehicle.single };
    case 'make':
      return { vehicleKind: 'make', single: vehicle.single, brand: brandText(vehicle.make) };
    case 'vin':
      return { vehicleKind: 'vin', vin: vehicle.vin };
  }
}

/** The fields for options, without those that depend on what is left out. */
function fieldsOf(options: Partial<ConnectOptions>): Partial<Draft> {
  const { vehicle, permissions, user, externalId, ...same } = options;
  return {
    ...same,
    ...(vehicle === undefined ? {} : vehicleFields(vehicle)),
    ...(permissions === undefined ? {} : { usesDashboard: permissions === null }),
    ...(permissions ? { levels: levelsOf(permissions) } : {}),
    ...(user === undefined ? {} : { user: user ?? '' }),
    ...(externalId === undefined ? {} : { externalId: externalId ?? '' }),
  };
}

/** The fields of a dialog that opens with these options. */
export function draftOf(
  options: ConnectOptions,
  application: Application,
  transport: Transport,
): Draft {
  const empty: Draft = {
    vehicleKind: 'any',
    single: false,
    brand: '',
    vin: '',
    usesDashboard: false,
    levels: levelsOf([]),
    country: null,
    mode: null,
    forcePrompt: false,
    user: '',
    externalId: '',
    clearExternalId: false,
    idParameter: 'client_id',
    transport: usableTransport(application, transport),
  };
  const draft = { ...empty, ...fieldsOf(options) };
  return canChooseMode(application) ? draft : { ...draft, mode: null };
}

/** The fields with some options changed; everything else stays as it is. */
export function withOptions(draft: Draft, options: Partial<ConnectOptions>): Draft {
  return { ...draft, ...fieldsOf(options) };
}

function vehicleOf({ vehicleKind, single, brand, vin }: Draft): VehicleChoice {
  switch (vehicleKind) {
    case 'any':
      return { kind: 'any', single };
    case 'make':
      return { kind: 'make', make: makeOf(brand), single };
    case 'vin':
      return { kind: 'vin', vin: normaliseVin(vin) };
  }
}

/** The options that the fields say. */
export function optionsOf(draft: Draft): ConnectOptions {
  return {
    vehicle: vehicleOf(draft),
    permissions: draft.usesDashboard ? null : requestedOf(draft.levels),
    country: draft.country,
    forcePrompt: draft.forcePrompt,
    mode: draft.mode,
    user: draft.user.trim() || null,
    externalId: draft.externalId.trim() || null,
    clearExternalId: draft.clearExternalId,
    idParameter: draft.idParameter,
  };
}
