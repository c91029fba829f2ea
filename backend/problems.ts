/** Our own closed set of error codes, each with its usual HTTP status; `openapi.yaml` lists the same. */
const STATUS = {
  /** No staff token, or none that is on the list. */
  unauthorized: 401,
  /** Too many requests: by this token, by failed tokens of this address, or by all of us at Smartcar. */
  rate_limited: 429,
  /** The request is not what `openapi.yaml` says; also with 413 and 415. */
  invalid_request: 400,
  /** There is no such route. */
  not_found: 404,
  /** RFC 6749, section 5.2: the code or refresh token is used up, too old or unknown. */
  invalid_grant: 400,
  /** Smartcar does not know this server's client id and secret. */
  invalid_client: 502,
  /** RFC 6749, section 5.2: the application may not use this brand or flow. */
  unauthorized_client: 403,
  /** No connection to Smartcar could be made, or it broke. */
  smartcar_unreachable: 502,
  /** Smartcar did not answer in time. */
  smartcar_timed_out: 504,
  /** Smartcar answered something else than the JSON it documents. */
  smartcar_unreadable: 502,
  /** Smartcar answered any other error. */
  smartcar_refused: 502,
  /** A defect of this server. */
  internal: 500,
} as const;

const TITLES = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  504: 'Gateway Timeout',
} as const;

export type ProblemCode = keyof typeof STATUS;
export type ProblemStatus = keyof typeof TITLES;

/** Which error Smartcar answered, in its own words, without its texts. */
export interface SmartcarError {
  readonly status: number;
  readonly type: string | null;
  readonly code: string | null;
}

interface ProblemExtras {
  /** In place of the code's usual status. */
  readonly status?: ProblemStatus;
  /** Seconds; sent as the header `retry-after`. */
  readonly retryAfter?: number;
  readonly smartcar?: SmartcarError;
}

/** An answer other than success. `detail` goes to the caller, so it holds no token, code or VIN. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly status: ProblemStatus;
  readonly extras: ProblemExtras;

  constructor(code: ProblemCode, detail: string, extras: ProblemExtras = {}) {
    super(detail);
    this.code = code;
    this.status = extras.status ?? STATUS[code];
    this.extras = extras;
  }
}

/** The answer to a failed request: problem details (RFC 9457) with our own member `code`. */
export function problemResponse(problem: Problem, requestId: string): Response {
  const { code, status, message, extras } = problem;
  const body = {
    type: 'about:blank',
    title: TITLES[status],
    status,
    detail: message,
    instance: `urn:uuid:${requestId}`,
    code,
    ...(extras.smartcar && { smartcar: extras.smartcar }),
  };
  const headers = new Headers({ 'content-type': 'application/problem+json' });
  if (extras.retryAfter !== undefined) headers.set('retry-after', String(extras.retryAfter));
  // RFC 6750, section 3.
  if (status === 401) headers.set('www-authenticate', 'Bearer realm="motorpool"');
  return new Response(JSON.stringify(body), { status, headers });
}
