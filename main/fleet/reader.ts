import type { ReadingKind } from '../../contract/readings.ts';
import { TokenError } from '../exchange/accessTokens.ts';
import { problemReason, SmartcarError } from '../smartcar/errors.ts';
import type { Authorization, ReadAnswer, VehiclePlatform } from '../smartcar/platform.ts';
import type { VehicleRecord } from './localCopySchema.ts';
import { grantedKinds, mergeAnswer, mergeFailure } from './merge.ts';

/** A vehicle after a try to read it, and whether Smartcar was reached. */
export interface ReadResult {
  readonly vehicle: VehicleRecord;
  readonly reached: boolean;
}

function lastingReconnect(error: SmartcarError): boolean {
  return problemReason(error) === 'reconnect';
}

function reconnectKind(answer: ReadAnswer): ReadingKind | undefined {
  const entries = Object.entries(answer.readings) as [
    ReadingKind,
    NonNullable<ReadAnswer['readings'][ReadingKind]>,
  ][];
  return entries.find(([, outcome]) => !outcome.ok && lastingReconnect(outcome.error))?.[0];
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
  async function stillNeedsReconnect(
    platform: VehiclePlatform,
    kind: ReadingKind,
  ): Promise<boolean> {
    const request = { kinds: [kind], attributes: false, vin: false };
    const again = await platform.read(authorization, id, request);
    return reconnectKind(again) !== undefined;
  }

  try {
    const platform = await getPlatform();
    const permissions = vehicle.permissions ?? (await platform.permissions(authorization, id));
    const answer = await platform.read(authorization, id, {
      kinds: grantedKinds(permissions),
      attributes: vehicle.make === null && permissions.includes('read_vehicle_info'),
      vin: vehicle.vin === null && permissions.includes('read_vin'),
    });
    const merged = mergeAnswer(vehicle, permissions, answer, now());
    const doubtful = reconnectKind(answer);
    const reconnect = doubtful !== undefined && (await stillNeedsReconnect(platform, doubtful));
    return {
      vehicle: {
        ...merged,
        access: reconnect ? 'reconnect' : 'ok',
        // Something was taken back since: ask for the list again next time.
        permissions: permissionMissing(answer) ? null : permissions,
      },
      reached: true,
    };
  } catch (error) {
    return failure(vehicle, error, now());
  }
}

function failure(vehicle: VehicleRecord, error: unknown, now: number): ReadResult {
  if (error instanceof TokenError) {
    switch (error.trouble) {
      case 'offline':
        return { vehicle, reached: false };
      case 'reconnect':
      case 'tokens_unavailable':
        return { vehicle: { ...vehicle, access: error.trouble }, reached: true };
      case 'refused':
        return {
          vehicle: mergeFailure(vehicle, new SmartcarError({ type: 'UNREADABLE' }), now),
          reached: true,
        };
    }
  }
  if (!(error instanceof SmartcarError)) throw error;
  if (error.type === 'NETWORK') return { vehicle, reached: false };
  const failed = mergeFailure(vehicle, error, now);
  // 403 for the whole vehicle: it is no longer connected to this application.
  const gone = error.type === 'PERMISSION';
  const access = gone || lastingReconnect(error) ? 'reconnect' : vehicle.access;
  return { vehicle: { ...failed, access }, reached: true };
}
