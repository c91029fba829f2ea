import * as z from 'zod';

/** Smartcar's modes. `test` is Smartcar's deprecated name for `simulated`. */
export const MODES = ['live', 'test', 'simulated'] as const;
export type Mode = (typeof MODES)[number];

/** Where Smartcar publishes an application's ids, and where redirect URIs are registered. */
export type HelpLink = 'dashboard' | 'redirect_uris';

/** The application in use, without its secret. */
export type Application =
  | { readonly kind: 'simulated' }
  | {
      readonly kind: 'own';
      readonly clientId: string;
      readonly redirectUri: string;
      readonly mode: Mode;
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
  | 'redirect_uri_has_fragment';

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

/**
 * The form of the second door. Spaces around a value are dropped, since they come from copying.
 * Issues carry an `ApplicationFormProblem` as their message.
 */
export const applicationFormSchema = z
  .strictObject({
    clientId: z.string().trim().max(200),
    clientSecret: z.string().trim().max(2000),
    redirectUri: z.string().trim().max(2000),
    mode: z.enum(MODES),
  })
  .check((context) => {
    const { clientId, clientSecret, redirectUri } = context.value;
    const report = (path: string, message: ApplicationFormProblem | null) => {
      if (message) {
        context.issues.push({ code: 'custom', path: [path], message, input: undefined });
      }
    };
    report('clientId', clientIdProblem(clientId));
    report('clientSecret', clientSecretProblem(clientSecret));
    if (clientSecret !== '' && clientSecret === clientId) {
      report('clientSecret', 'client_secret_is_client_id');
    }
    report('redirectUri', redirectUriProblem(redirectUri, clientId));
  });

export type ApplicationForm = z.infer<typeof applicationFormSchema>;
