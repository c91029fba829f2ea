import type { ReadingKind } from '../../contract/readings.ts';
import { TokenError } from '../exchange/tokenError.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import type { Authorization, ReadAnswer, VehiclePlatform } from '../smartcar/platform.ts';
import { endedBy, withoutAccess } from './access.ts';
import { grantedKinds, mergeAnswer, mergeFailure, missingIdentity } from './merge.ts';
import type { ReadVerdict } from './sync/scheduler.ts';
import type { VehicleRecord } from './vehicleRecord.ts';
import { faultHold, holdFor, verdictOfAnswer, verdictOfError } from './verdict.ts';

/** A vehicle after a try to read it, and what that means for the next one. */
export interface ReadResult {
  readonly vehicle: VehicleRecord;
  readonly verdict: ReadVerdict;
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
    try {
      return endingOf(await platform.read(authorization, id, request));
    } catch (error) {
      if (!(error instanceof SmartcarError || error instanceof TokenError)) throw error;
      // Where it cannot be found out now, the next read does; what this one brought is kept.
      const isEnd = error instanceof SmartcarError && endedBy(error) !== null;
      return isEnd ? { kind: doubtful.kind, error } : null;
    }
  }

  let known = vehicle;
  try {
    const platform = await getPlatform();
    const permissions = vehicle.permissions ?? (await platform.permissions(authorization, id));
    // Kept whatever becomes of the rest: asking again would cost another call each time.
    if (vehicle.permissions === null) known = { ...vehicle, permissions };
    const answer = await platform.read(authorization, id, {
      kinds: grantedKinds(permissions),
      ...missingIdentity(vehicle, permissions),
    });
    const verdict = verdictOfAnswer(answer, now());
    const read = {
      ...mergeAnswer(vehicle, permissions, answer, now()),
      hold: holdFor(verdict),
      // Something was taken back since: ask for the list again next time.
      permissions: permissionMissing(answer) ? null : permissions,
    };
    const ending = await confirmed(platform, endingOf(answer));
    if (!ending) return { vehicle: read, verdict };
    const { accessEnded, reauthenticateUrl } = vehicle;
    return over(ended({ ...read, accessEnded, reauthenticateUrl }, ending.error, now()));
  } catch (error) {
    return failure(known, error, now());
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

/** There is nothing to be had for this vehicle until a person does something. */
function over(vehicle: VehicleRecord): ReadResult {
  return { vehicle: { ...vehicle, hold: null }, verdict: { kind: 'over' } };
}

function tokenFailure(vehicle: VehicleRecord, error: TokenError, now: number): ReadResult {
  switch (error.trouble) {
    case 'offline':
      return { vehicle, verdict: { kind: 'offline' } };
    case 'reconnect': {
      const since = new Date(now).toISOString();
      return over(withoutAccess(vehicle, error.ended ?? { reason: 'revoked', since }));
    }
    case 'tokens_unavailable':
      return over({ ...vehicle, access: error.trouble });
    case 'refused':
      return {
        vehicle: mergeFailure(vehicle, new SmartcarError({ type: 'UNREADABLE' }), now),
        verdict: { kind: 'fault' },
      };
  }
}

function failure(vehicle: VehicleRecord, error: unknown, now: number): ReadResult {
  if (error instanceof TokenError) return tokenFailure(vehicle, error, now);
  if (!(error instanceof SmartcarError)) throw error;
  const verdict = verdictOfError(error, now);
  // Neither says anything about the vehicle.
  if (verdict.kind === 'offline' || verdict.kind === 'throttled') return { vehicle, verdict };
  const failed = mergeFailure(vehicle, error, now);
  // 403 for the whole vehicle: it is no longer connected to this application.
  const isGone = error.type === 'PERMISSION';
  if (isGone || endedBy(error) !== null) return over(ended(failed, error, now));
  const hold = verdict.kind === 'done' ? faultHold(now) : holdFor(verdict);
  return { vehicle: { ...failed, hold }, verdict };
}
