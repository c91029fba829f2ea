import { createHash, timingSafeEqual } from 'node:crypto';
import { Secret } from '../secret.ts';

/** What the one waiting attempt expects to come back. */
export interface ExpectedCallback {
  readonly redirectUri: string;
  readonly state: Secret;
  /** What success carries: a code, or, after a re-authentication, the id of the vehicle. */
  readonly answer: 'code' | 'vehicle_id';
}

/** What a success carries beside its code. Source: Smartcar documentation, "Handle the response". */
export interface CallbackExtras {
  /** Smartcar's id of the owner; older answers spell the parameter `userId`. */
  readonly userId: string | null;
  readonly externalId: string | null;
  /** An `https:` address, or `null`. */
  readonly virtualKeyUrl: string | null;
}

/** The parameters of an error redirect. Source: Smartcar documentation, "Handle the response". */
export interface CallbackError {
  readonly error: string;
  readonly statusCode: string | null;
  readonly errorMessage: string | null;
  readonly vin: string | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly year: string | null;
}

export type Callback =
  /** Some other address: not this attempt's redirect URI. */
  | { readonly kind: 'not_ours' }
  /** Ours by address, but `state` is missing, repeated or not this attempt's. */
  | { readonly kind: 'wrong_state' }
  /** Ours, but with neither code nor error, or with one of them twice. */
  | { readonly kind: 'unusable' }
  | { readonly kind: 'error'; readonly error: CallbackError }
  | { readonly kind: 'code'; readonly code: Secret; readonly extras: CallbackExtras }
  | { readonly kind: 'vehicle'; readonly vehicleId: string };

/** Chromium writes `sc…://connect` as `sc…://connect` or with a slash; both are the same address. */
function path(url: URL): string {
  return url.pathname === '' ? '/' : url.pathname;
}

function isRedirectUri(url: URL, redirectUri: URL): boolean {
  if (url.protocol !== redirectUri.protocol || url.host !== redirectUri.host) return false;
  if (path(url) !== path(redirectUri)) return false;
  if (url.username !== '' || url.password !== '') return false;
  // A registered URI may carry a query of its own, as the hosted `app_origin` one does.
  return [...redirectUri.searchParams].every(([name, value]) =>
    url.searchParams.getAll(name).includes(value),
  );
}

/** Compares without telling by its duration how much of the text was right. */
function equalInConstantTime(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** An address that may be shown and put into a QR code: `https:` and nothing else. */
function httpsOnly(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' ? url.href : null;
}

function extrasOf(query: URLSearchParams): CallbackExtras {
  return {
    userId: query.get('user_id') ?? query.get('userId'),
    externalId: query.get('external_id'),
    virtualKeyUrl: httpsOnly(query.get('virtual_key_url')),
  };
}

/** The one value of a parameter that may stand once, or not at all; `undefined` where it is repeated. */
function single(query: URLSearchParams, name: string): string | null | undefined {
  const values = query.getAll(name);
  return values.length > 1 ? undefined : (values[0] ?? null);
}

/**
 * Reads an address that the Connect window is about to go to. Pure: whoever calls it decides what
 * happens. State is checked before anything else of the query is looked at, and an error is never
 * taken together with a code (RFC 6749, section 4.1.2).
 */
export function readCallback(address: string, expected: ExpectedCallback): Callback {
  if (!URL.canParse(address)) return { kind: 'not_ours' };
  const url = new URL(address);
  if (!isRedirectUri(url, new URL(expected.redirectUri))) return { kind: 'not_ours' };

  const query = url.searchParams;
  const states = query.getAll('state');
  if (states.length !== 1 || !equalInConstantTime(states[0] ?? '', expected.state.reveal())) {
    return { kind: 'wrong_state' };
  }

  const error = single(query, 'error');
  const success = single(query, expected.answer);
  if (error === undefined || success === undefined) return { kind: 'unusable' };
  if (error) {
    return {
      kind: 'error',
      error: {
        error,
        statusCode: query.get('status_code'),
        errorMessage: query.get('error_message'),
        vin: query.get('vin'),
        make: query.get('make'),
        model: query.get('model'),
        year: query.get('year'),
      },
    };
  }
  if (!success) return { kind: 'unusable' };
  return expected.answer === 'code'
    ? { kind: 'code', code: new Secret(success), extras: extrasOf(query) }
    : { kind: 'vehicle', vehicleId: success };
}
