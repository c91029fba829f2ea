export type ResolutionType =
  | 'RETRY_LATER'
  | 'REAUTHENTICATE'
  | 'CONTACT_SUPPORT'
  | 'ACTION_REQUIRED'
  | 'FINANCE'
  | null;

/** One row of Smartcar's "API errors" pages. */
export type ErrorRow = {
  type: string;
  code: string | null;
  status: number;
  resolution: ResolutionType;
  description: string;
};

type Rows = readonly (readonly [string | null, number, ResolutionType, string])[];

const TABLE: Readonly<Record<string, Rows>> = {
  AUTHENTICATION: [
    [
      null,
      401,
      null,
      'The authorization header is missing or malformed, or the access token is expired or not valid for this vehicle.',
    ],
  ],
  PERMISSION: [
    [
      null,
      403,
      'REAUTHENTICATE',
      'The vehicle is not connected, or its owner has not granted the permission this request needs.',
    ],
  ],
  VALIDATION: [
    [null, 400, null, 'The request is malformed.'],
    ['PARAMETER', 400, null, 'A parameter of the request has a value that is not accepted.'],
  ],
  RESOURCE_NOT_FOUND: [
    ['PATH', 404, null, 'No resource exists for this method and path.'],
    ['VERSION', 404, null, 'The API version is missing or not supported.'],
  ],
  RATE_LIMIT: [
    ['SMARTCAR_API', 429, 'RETRY_LATER', 'The application has sent too many requests.'],
    ['VEHICLE', 429, 'RETRY_LATER', 'Too many requests were sent to this vehicle.'],
  ],
  BILLING: [
    ['VEHICLE_LIMIT', 430, 'CONTACT_SUPPORT', 'The plan does not allow more connected vehicles.'],
    [
      'VEHICLE_REQUEST_LIMIT',
      430,
      'CONTACT_SUPPORT',
      'The plan’s monthly requests for this vehicle are used up.',
    ],
    ['INVALID_PLAN', 430, 'CONTACT_SUPPORT', 'The plan does not include this feature.'],
    ['ACCOUNT_SUSPENDED', 430, 'FINANCE', 'The account is suspended because a payment is due.'],
  ],
  COMPATIBILITY: [
    ['MAKE_NOT_COMPATIBLE', 501, null, 'This brand is not served in this country.'],
    ['SMARTCAR_NOT_CAPABLE', 501, null, 'Smartcar does not offer this feature for the vehicle.'],
    ['VEHICLE_NOT_CAPABLE', 501, null, 'The vehicle does not have this feature.'],
    [
      'PLATFORM_NOT_CAPABLE',
      501,
      'REAUTHENTICATE',
      'The vehicle is connected through an older platform of its maker that lacks this feature.',
    ],
  ],
  CONNECTED_SERVICES_ACCOUNT: [
    ['ACCOUNT_ISSUE', 400, null, 'The owner must finish a step in the car maker’s app.'],
    [
      'AUTHENTICATION_FAILED',
      400,
      'REAUTHENTICATE',
      'The login at the car maker is no longer valid.',
    ],
    ['NO_VEHICLES', 400, null, 'The connected services account holds no vehicle.'],
    ['PERMISSION', 400, 'REAUTHENTICATE', 'The owner has revoked access at the car maker.'],
    ['SUBSCRIPTION', 400, null, 'The connected services subscription is not active.'],
    ['VEHICLE_MISSING', 400, null, 'The vehicle is no longer in the connected services account.'],
    [
      'VIRTUAL_KEY_REQUIRED',
      400,
      'ACTION_REQUIRED',
      'The owner must add the virtual key to the vehicle.',
    ],
  ],
  VEHICLE_STATE: [
    ['ASLEEP', 409, null, 'The vehicle is asleep.'],
    ['CHARGE_FAULT', 409, null, 'The charger gives no current, or a charging schedule conflicts.'],
    ['CHARGING_IN_PROGRESS', 409, null, 'The vehicle is already charging.'],
    ['CHARGING_PLUG_CONNECTED', 409, null, 'The charging plug must be removed first.'],
    ['CHARGING_PLUG_NOT_CONNECTED', 409, null, 'The charging plug is not connected.'],
    ['DOOR_OPEN', 409, null, 'A door is open.'],
    ['HOOD_OPEN', 409, null, 'The hood is open.'],
    ['TRUNK_OPEN', 409, null, 'The trunk is open.'],
    ['FULLY_CHARGED', 409, null, 'The battery is already full.'],
    ['NOT_CHARGING', 409, null, 'The vehicle is not charging.'],
    ['IGNITION_ON', 409, null, 'The ignition is on.'],
    ['IN_MOTION', 409, null, 'The vehicle is moving.'],
    ['LOW_BATTERY', 409, 'RETRY_LATER', 'The battery is too low for this request.'],
    ['REMOTE_ACCESS_DISABLED', 409, null, 'Remote access is switched off in the vehicle.'],
    ['UNREACHABLE', 409, null, 'The vehicle has no mobile reception.'],
    ['VEHICLE_OFFLINE_FOR_SERVICE', 409, null, 'The vehicle is in service mode.'],
    ['UNKNOWN', 409, 'RETRY_LATER', 'The vehicle’s state does not allow this request.'],
  ],
  UPSTREAM: [
    ['INVALID_DATA', 502, 'RETRY_LATER', 'The car maker answered with invalid data.'],
    ['KNOWN_ISSUE', 502, 'RETRY_LATER', 'The car maker has a known problem.'],
    ['NO_RESPONSE', 502, 'RETRY_LATER', 'The car maker or the vehicle did not answer.'],
    ['RATE_LIMIT', 502, 'RETRY_LATER', 'The car maker limits requests to this vehicle.'],
    ['UNKNOWN_ISSUE', 502, 'RETRY_LATER', 'The car maker failed for an unknown reason.'],
  ],
  SERVER: [
    ['INTERNAL', 500, 'RETRY_LATER', 'An internal error occurred.'],
    ['RECORD_NOT_FOUND', 500, 'CONTACT_SUPPORT', 'No battery capacity is on record.'],
    ['MULTIPLE_RECORDS_FOUND', 500, 'CONTACT_SUPPORT', 'Several battery capacities are on record.'],
  ],
};

/** Name of an error as faults and test logins write it: `TYPE:CODE`, or `TYPE` for a null code. */
export function errorName(type: string, code: string | null): string {
  return code === null ? type : `${type}:${code}`;
}

/** All 48 type and code pairs, by {@link errorName}. */
export const ERRORS: ReadonlyMap<string, ErrorRow> = new Map(
  Object.entries(TABLE).flatMap(([type, rows]) =>
    rows.map(([code, status, resolution, description]): [string, ErrorRow] => [
      errorName(type, code),
      { type, code, status, resolution, description },
    ]),
  ),
);
