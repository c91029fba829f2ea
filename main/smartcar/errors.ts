import type { ReadingProblemReason } from '../../contract/readings.ts';

/**
 * An error of Smartcar's API in the words of its documentation ("API errors"), independent of the
 * API's generation. `type` is `NETWORK` where Smartcar was not reached and `UNREADABLE` where what
 * answered was not Smartcar's JSON.
 */
export class SmartcarError extends Error {
  override readonly name = 'SmartcarError';
  readonly type: string;
  readonly code: string | null;
  readonly status: number | null;
  readonly requestId: string | null;
  /** Seconds to wait, where Smartcar said so. */
  readonly retryAfter: number | null;
  /** A page where the owner can mend it. */
  readonly resolutionUrl: string | null;

  constructor(fields: {
    type: string;
    code?: string | null;
    status?: number | null;
    requestId?: string | null;
    retryAfter?: number | null;
    resolutionUrl?: string | null;
  }) {
    // Smartcar's descriptions may repeat ids; type and code say all that is needed.
    super(fields.code ? `${fields.type}:${fields.code}` : fields.type);
    this.type = fields.type;
    this.code = fields.code ?? null;
    this.status = fields.status ?? null;
    this.requestId = fields.requestId ?? null;
    this.retryAfter = fields.retryAfter ?? null;
    this.resolutionUrl = fields.resolutionUrl ?? null;
  }

  /** `TYPE:CODE`, or `TYPE`; `null` where the answer was not Smartcar's. */
  get qualifiedCode(): string | null {
    return this.type === 'NETWORK' || this.type === 'UNREADABLE' ? null : this.message;
  }
}

/** Codes of CONNECTED_SERVICES_ACCOUNT after which only a new consent of the owner helps. */
const RECONNECT_CODES: ReadonlySet<string | null> = new Set([
  'AUTHENTICATION_FAILED',
  'PERMISSION',
]);

/**
 * Sorts an error into the reason that the screen gives. Only a rejected token and a login that the
 * car maker no longer accepts ask for connecting again: a missing permission or plan does not.
 */
export function problemReason(error: SmartcarError): ReadingProblemReason {
  switch (error.type) {
    case 'NETWORK':
      return 'offline';
    case 'AUTHENTICATION':
      return 'reconnect';
    case 'PERMISSION':
      return 'not_granted';
    case 'BILLING':
      return 'not_in_plan';
    case 'COMPATIBILITY':
      return 'car_cannot';
    case 'RATE_LIMIT':
      return 'later';
    case 'VEHICLE_STATE':
      return 'car_state';
    case 'CONNECTED_SERVICES_ACCOUNT':
      return RECONNECT_CODES.has(error.code) ? 'reconnect' : 'account';
    case 'UPSTREAM':
      return error.code === 'RATE_LIMIT' ? 'later' : 'failed';
    default:
      return 'failed';
  }
}
