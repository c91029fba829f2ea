import type { DisconnectFailure } from '../../contract/responses.ts';
import { TokenError } from '../exchange/tokenError.ts';
import { SmartcarError } from '../smartcar/errors.ts';

/** Whether Smartcar, or what stands before it, was not reached. */
export function isOffline(error: TokenError | SmartcarError): boolean {
  return error instanceof TokenError ? error.trouble === 'offline' : error.type === 'NETWORK';
}

/**
 * Why a vehicle was not disconnected; `null` where the tokens are dead: nothing can be ended with them,
 * only removed here.
 */
export function disconnectFailure(error: unknown): DisconnectFailure | null {
  if (error instanceof TokenError) return error.trouble === 'reconnect' ? null : error.trouble;
  if (!(error instanceof SmartcarError)) throw error;
  if (isOffline(error)) return 'offline';
  return error.type === 'AUTHENTICATION' ? null : 'refused';
}
