import { ERRORS, type ErrorRow } from './error-table.ts';

export type ErrorExtras = {
  /** Replaces the table's description. */
  description?: string;
  /** Where the owner resolves it. */
  url?: string;
  /** Seconds for the `retry-after` header. */
  retryAfter?: number;
  detail?: unknown[];
};

/** A failure that the API answers with one of Smartcar's error bodies. */
export class ApiError extends Error {
  readonly row: ErrorRow;
  readonly extras: ErrorExtras;

  /** `name` is `TYPE:CODE` (or `TYPE`); an unknown one is a bug and throws RangeError. */
  constructor(name: string, extras: ErrorExtras = {}) {
    const row = ERRORS.get(name);
    if (!row) throw new RangeError(`no such API error: ${name}`);
    super(extras.description ?? row.description);
    this.row = row;
    this.extras = extras;
  }
}

/** The JSON body of an error ("API errors" in Smartcar's docs). */
export type ErrorBody = {
  type: string;
  code: string | null;
  description: string;
  docURL: string;
  statusCode: number;
  requestId: string;
  resolution: { type: string | null; url?: string };
  detail?: unknown[];
  suggestedUserMessage?: string;
};

const SUGGESTED_MESSAGES: Readonly<Record<string, string>> = {
  CONNECTED_SERVICES_ACCOUNT: '<app name> has lost access to your car. Please check your account.',
  VEHICLE_STATE: '<app name> cannot reach your car in its present state. Please try again later.',
};

const kebab = (text: string | null) => String(text).toLowerCase().replaceAll('_', '-');

/** Builds the JSON body of an error for the request with this id. */
export function errorBody(error: ApiError, requestId: string): ErrorBody {
  const { type, code, status, resolution } = error.row;
  const { url, detail } = error.extras;
  const suggested = SUGGESTED_MESSAGES[type];
  return {
    type,
    code,
    description: error.message,
    docURL: `https://smartcar.com/docs/errors/api-errors/${kebab(type)}-errors#${kebab(code)}`,
    statusCode: status,
    requestId,
    resolution: url === undefined ? { type: resolution } : { type: resolution, url },
    ...(detail && { detail }),
    ...(suggested && { suggestedUserMessage: suggested }),
  };
}
