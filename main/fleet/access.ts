import type { AccessEnded } from '../../contract/vehicles.ts';
import { problemReason, type SmartcarError } from '../smartcar/errors.ts';
import type { VehicleRecord } from './vehicleRecord.ts';

/** How an error of Smartcar's ended the access to a vehicle, or `null` where it did not. */
export function endedBy(error: SmartcarError): AccessEnded['reason'] | null {
  if (problemReason(error) !== 'reconnect') return null;
  return error.code === 'AUTHENTICATION_FAILED' ? 'login' : 'revoked';
}

/** A vehicle whose access has ended. The first moment stays, however often it is found out again. */
export function withoutAccess(
  vehicle: VehicleRecord,
  ended: AccessEnded,
  reauthenticateUrl: string | null = null,
): VehicleRecord {
  const isSame = vehicle.accessEnded?.reason === ended.reason;
  return {
    ...vehicle,
    access: 'reconnect',
    accessEnded: isSame ? vehicle.accessEnded : ended,
    reauthenticateUrl: reauthenticateUrl ?? (isSame ? vehicle.reauthenticateUrl : null),
  };
}
