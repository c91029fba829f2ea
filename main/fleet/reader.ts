import type { ReadingKind } from '../../contract/readings.ts';
import { TokenError } from '../exchange/tokenError.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import type { Authorization, ReadAnswer, VehiclePlatform } from '../smartcar/platform.ts';
import { endedBy, withoutAccess } from './access.ts';
import type { VehicleRecord } from './localCopySchema.ts';
import { grantedKinds, mergeAnswer, mergeFailure } from './merge.ts';

/** A vehicle after a try to read it, and whether Smartcar was reached. */
export interface ReadResult {
  readonly vehicle: VehicleRecord;
  readonly reached: boolean;
}

interface Ending {
  readonly kind: ReadingKind;
  readonly error: SmartcarError;
}

/** The first item that says that the access has ended. */
function endingOf(answer: ReadAnswer): Ending | null {
  for (const [kind, outcome] of Object.entries(answer.readings)) {
    if (!outcome.ok && endedBy(outcome.error)) {
      return { kind: kind as ReadingKind, error: outcome.error };
    }
  }
  return null;
}

function permissionMissing(answer: ReadAnswer): boolean {
  return Object.values(answer.readings).some(
    (outcome) => !outcome.ok && outcome.error.type === 'PERMISSION',
  );
}

/**
 * Reads all that was granted of one vehicle, in one batch. Never rejects for Smartcar's or the
 * network's sake: what went wrong stands in the vehicle that comes back, beside its last good values.
 */
export async function readVehicle(
  getPlatform: () => Promise<VehiclePlatform>,
  authorization: Authorization,
  vehicle: VehicleRecord,
  now: () => number,
): Promise<ReadResult> {
  const { id } = vehicle;

  /** Cars have been seen to ask for a new login once and to answer the next time: ask twice. */
  async function confirmed(
    platform: VehiclePlatform,
    doubtful: Ending | null,
  ): Promise<Ending | null> {
    if (!doubtful) return null;
    const request = { kinds: [doubtful.kind], attributes: false, vin: false };
    return endingOf(await platform.read(authorization, id, request));
  }

  try {
    const platform = await getPlatform();
    const permissions = vehicle.permissions ?? (await platform.permissions(authorization, id));
    const answer = await platform.read(authorization, id, {
      kinds: grantedKinds(permissions),
      attributes: vehicle.make === null && permissions.includes('read_vehicle_info'),
      vin: vehicle.vin === null && permissions.includes('read_vin'),
    });
    const read = {
      ...mergeAnswer(vehicle, permissions, answer, now()),
      // Something was taken back since: ask for the list again next time.
      permissions: permissionMissing(answer) ? null : permissions,
    };
    const ending = await confirmed(platform, endingOf(answer));
    if (!ending) return { vehicle: read, reached: true };
    const { accessEnded, reauthenticateUrl } = vehicle;
    return {
      vehicle: ended({ ...read, accessEnded, reauthenticateUrl }, ending.error, now()),
      reached: true,
    };
  } catch (error) {
    return failure(vehicle, error, now());
  }
}

function ended(vehicle: VehicleRecord, error: SmartcarError, now: number): VehicleRecord {
  const since = new Date(now).toISOString();
  return withoutAccess(
    vehicle,
    { reason: endedBy(error) ?? 'revoked', since },
    error.resolutionUrl,
  );
}

function tokenFailure(vehicle: VehicleRecord, error: TokenError, now: number): ReadResult {
  switch (error.trouble) {
    case 'offline':
      return { vehicle, reached: false };
    case 'reconnect': {
      const since = new Date(now).toISOString();
      return {
        vehicle: withoutAccess(vehicle, error.ended ?? { reason: 'revoked', since }),
        reached: true,
      };
    }
    case 'tokens_unavailable':
      return { vehicle: { ...vehicle, access: error.trouble }, reached: true };
    case 'refused':
      return {
        vehicle: mergeFailure(vehicle, new SmartcarError({ type: 'UNREADABLE' }), now),
        reached: true,
      };
  }
}

function failure(vehicle: VehicleRecord, error: unknown, now: number): ReadResult {
  if (error instanceof TokenError) return tokenFailure(vehicle, error, now);
  if (!(error instanceof SmartcarError)) throw error;
  if (error.type === 'NETWORK') return { vehicle, reached: false };
  const failed = mergeFailure(vehicle, error, now);
  // 403 for the whole vehicle: it is no longer connected to this application.
  const isGone = error.type === 'PERMISSION';
  const isOver = isGone || endedBy(error) !== null;
  return { vehicle: isOver ? ended(failed, error, now) : failed, reached: true };
}
