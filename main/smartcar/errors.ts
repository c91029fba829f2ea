import type { ReadingProblemReason } from '../../contract/readings.ts';

/** What is told of an error; what is left out is `null`. */
export interface SmartcarErrorFields {
  readonly type: string;
  readonly code?: string | null;
  readonly status?: number | null;
  readonly requestId?: string | null;
  readonly retryAfter?: number | null;
  readonly resolutionUrl?: string | null;
}

/**
 * An error of Smartcar's API in the words of its documentation ("API errors"), independent of the
 * API's generation. `type` is `NETWORK` where Smartcar was not reached and `UNREADABLE` where what
 * answered was not Smartcar's JSON.
 */
export class SmartcarError extends Error {
  override readonly name = 'SmartcarError';
  readonly type: string;
  readonly code: string | null;
  /** HTTP status; `null` where no answer came, because none was given or nothing was sent. */
  readonly status: number | null;
  readonly requestId: string | null;
  /** Seconds to wait, where Smartcar said so. */
  readonly retryAfter: number | null;
  /** A page where the owner can mend it. */
  readonly resolutionUrl: string | null;
  /**
   * Whether a read that failed so may be tried again by itself: spaced out, a few times, never before
   * `retryAfter`. A command is never repeated by itself, whatever this says.
   */
  readonly retryable: boolean;
  /** Whether only a new consent of the owner helps. A missing permission or plan is no such case. */
  readonly reauth: boolean;

  constructor(fields: SmartcarErrorFields) {
    // Smartcar's descriptions may repeat ids; type and code say all that is needed.
    super(fields.code ? `${fields.type}:${fields.code}` : fields.type);
    this.type = fields.type;
    this.code = fields.code ?? null;
    this.status = fields.status ?? null;
    this.requestId = fields.requestId ?? null;
    this.retryAfter = fields.retryAfter ?? null;
    this.resolutionUrl = fields.resolutionUrl ?? null;
    this.retryable = mayPassByItself(this);
    this.reauth = needsConsent(this);
  }

  /** `TYPE:CODE`, or `TYPE`; `null` where the answer was not Smartcar's. */
  get qualifiedCode(): string | null {
    return this.type === 'NETWORK' || this.type === 'UNREADABLE' ? null : this.message;
  }
}

type Kind = Pick<SmartcarError, 'type' | 'code'>;

/** Limits and faults that pass; what a person or a change of the car has to mend is not among them. */
function mayPassByItself({ type, code }: Kind): boolean {
  switch (type) {
    case 'NETWORK':
    case 'UNREADABLE':
    case 'RATE_LIMIT':
      return true;
    case 'UPSTREAM':
      // A car maker that throttles does so for long: trying again would only prolong it.
      return code !== 'RATE_LIMIT';
    case 'SERVER':
      return code === 'INTERNAL';
    case 'VEHICLE_STATE':
      return code === 'UNKNOWN';
    default:
      return false;
  }
}

/** Codes of CONNECTED_SERVICES_ACCOUNT after which only a new consent of the owner helps. */
const CONSENT_CODES: ReadonlySet<string | null> = new Set(['AUTHENTICATION_FAILED', 'PERMISSION']);

function needsConsent({ type, code }: Kind): boolean {
  return (
    type === 'AUTHENTICATION' || (type === 'CONNECTED_SERVICES_ACCOUNT' && CONSENT_CODES.has(code))
  );
}

/**
 * Sorts an error into the reason that the screen gives. Only a rejected token and a login that the
 * car maker no longer accepts ask for connecting again: a missing permission or plan does not.
 */
export function problemReason(error: SmartcarError): ReadingProblemReason {
  if (error.reauth) return 'reconnect';
  switch (error.type) {
    case 'NETWORK':
      return 'offline';
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
      return 'account';
    case 'UPSTREAM':
      return error.code === 'RATE_LIMIT' ? 'later' : 'failed';
    default:
      return 'failed';
  }
}
