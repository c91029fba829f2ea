import * as z from 'zod';
import type { PermissionPreset } from './permissions.ts';

/** Smartcar's modes. `test` is Smartcar's deprecated name for `simulated`. */
export const MODES = ['live', 'test', 'simulated'] as const;
export type Mode = (typeof MODES)[number];

/** Where Smartcar publishes an application's ids, and where redirect URIs are registered. */
export type HelpLink = 'dashboard' | 'redirect_uris' | 'status_page' | 'brands';

/** Who exchanges codes for tokens: this computer with the client secret, or the company's backend. */
export type ExchangeKind = 'local' | 'backend';

/** The application in use, without any secret. */
export type Application =
  | { readonly kind: 'simulated' }
  | {
      readonly kind: 'own';
      readonly clientId: string;
      /** As registered with Smartcar, the default one first; never empty. */
      readonly redirectUris: readonly string[];
      readonly mode: Mode;
      readonly exchange:
        | { readonly kind: 'local' }
        | {
            readonly kind: 'backend';
            /** Origin of the backend: `https:`, or `http:` on this computer. */
            readonly address: string;
            /** The permission sets that the backend offers. */
            readonly presets: readonly PermissionPreset[];
          };
    };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What may be wrong with a field of the application form. Each has a sentence in the catalogue. */
export type ApplicationFormProblem =
  | 'client_id_missing'
  | 'client_id_is_api_credential'
  | 'client_id_not_uuid'
  | 'client_secret_missing'
  | 'client_secret_has_spaces'
  | 'client_secret_is_client_id'
  | 'redirect_uri_missing'
  | 'redirect_uri_not_uri'
  | 'redirect_uri_http_not_localhost'
  | 'redirect_uri_other_client_id'
  | 'redirect_uri_unsupported_scheme'
  | 'redirect_uri_has_fragment'
  | 'redirect_uri_twice'
  | 'backend_address_missing'
  | 'backend_address_not_origin'
  | 'backend_address_not_https'
  | 'staff_token_missing'
  | 'staff_token_characters';

function clientIdProblem(value: string): ApplicationFormProblem | null {
  if (value === '') return 'client_id_missing';
  if (value.startsWith('client_')) return 'client_id_is_api_credential';
  return UUID.test(value) ? null : 'client_id_not_uuid';
}

function clientSecretProblem(value: string): ApplicationFormProblem | null {
  if (value === '') return 'client_secret_missing';
  return /\s/.test(value) ? 'client_secret_has_spaces' : null;
}

/**
 * Checks a redirect URI against the forms that Smartcar accepts: `sc<client id>://host`, `https://`,
 * and `http://` for localhost only. Source: Smartcar documentation, "Dashboard configuration".
 */
export function redirectUriProblem(value: string, clientId: string): ApplicationFormProblem | null {
  if (value === '') return 'redirect_uri_missing';
  if (!URL.canParse(value)) return 'redirect_uri_not_uri';
  const uri = new URL(value);
  if (uri.hash !== '') return 'redirect_uri_has_fragment';
  if (uri.protocol === 'https:') return null;
  if (uri.protocol === 'http:') {
    return uri.hostname === 'localhost' ? null : 'redirect_uri_http_not_localhost';
  }
  if (!/^sc[0-9a-f-]{36}:$/i.test(uri.protocol)) return 'redirect_uri_unsupported_scheme';
  if (uri.host === '') return 'redirect_uri_not_uri';
  return uri.protocol === `sc${clientId.toLowerCase()}:` ? null : 'redirect_uri_other_client_id';
}

/** The redirect URI that Smartcar's documentation proposes for an application without a website. */
export function defaultRedirectUri(clientId: string): string {
  return `sc${clientId.toLowerCase()}://connect`;
}

/** Redirect URIs as they are typed: one a line. */
export function redirectUrisOf(text: string): string[] {
  return text
    .split(/\s+/)
    .map((uri) => uri.trim())
    .filter((uri) => uri !== '');
}

function redirectUrisProblem(text: string, clientId: string): ApplicationFormProblem | null {
  const uris = redirectUrisOf(text);
  if (uris.length === 0) return 'redirect_uri_missing';
  if (new Set(uris).size < uris.length) return 'redirect_uri_twice';
  return uris.map((uri) => redirectUriProblem(uri, clientId)).find((one) => one !== null) ?? null;
}

type Report = (path: string, message: ApplicationFormProblem | null) => void;

function reportTo(context: { issues: unknown[] }): Report {
  return (path, message) => {
    if (message) context.issues.push({ code: 'custom', path: [path], message, input: undefined });
  };
}

/**
 * The form for an application whose client secret is kept on this computer. Spaces around a value are
 * dropped, since they come from copying. Issues carry an `ApplicationFormProblem` as their message.
 */
export const applicationFormSchema = z
  .strictObject({
    clientId: z.string().trim().max(200),
    clientSecret: z.string().trim().max(2000),
    /** One a line, see `redirectUrisOf`; the first is the default. */
    redirectUris: z.string().trim().max(10_000),
    mode: z.enum(MODES),
  })
  .check((context) => {
    const { clientId, clientSecret, redirectUris } = context.value;
    const report = reportTo(context);
    report('clientId', clientIdProblem(clientId));
    report('clientSecret', clientSecretProblem(clientSecret));
    if (clientSecret !== '' && clientSecret === clientId) {
      report('clientSecret', 'client_secret_is_client_id');
    }
    report('redirectUris', redirectUrisProblem(redirectUris, clientId));
  });
export type ApplicationForm = z.infer<typeof applicationFormSchema>;

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Checks the address of an exchange backend: an origin, and `http:` on this computer only. */
export function backendAddressProblem(address: string): ApplicationFormProblem | null {
  if (address === '') return 'backend_address_missing';
  if (!URL.canParse(address)) return 'backend_address_not_origin';
  const url = new URL(address);
  const isBare =
    url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  if (!isBare || url.host === '') return 'backend_address_not_origin';
  if (url.protocol === 'https:') return null;
  return url.protocol === 'http:' && LOOPBACK_HOSTS.has(url.hostname)
    ? null
    : 'backend_address_not_https';
}

function staffTokenProblem(token: string): ApplicationFormProblem | null {
  if (token === '') return 'staff_token_missing';
  // RFC 6750, section 2.1: what may stand behind `Bearer`.
  return /^[A-Za-z0-9._~+/-]+=*$/.test(token) ? null : 'staff_token_characters';
}

/** The form for a company's backend, which holds the client secret and tells everything else. */
export const backendFormSchema = z
  .strictObject({
    address: z.string().trim().max(2000),
    staffToken: z.string().trim().max(2000),
  })
  .check((context) => {
    const { address, staffToken } = context.value;
    const report = reportTo(context);
    report('address', backendAddressProblem(address));
    report('staffToken', staffTokenProblem(staffToken));
  });
export type BackendForm = z.infer<typeof backendFormSchema>;

/** Whether this is where the company's own backend answers. */
export function isBackendAt(origin: string, application: Application | null): boolean {
  if (application?.kind !== 'own' || application.exchange.kind !== 'backend') return false;
  return new URL(application.exchange.address).origin === origin;
}
