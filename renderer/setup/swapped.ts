import {
  type ApplicationForm,
  redirectUriProblem,
  redirectUrisOf,
} from '../../contract/application.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Whether client ID and client secret look exchanged. A secret may itself have the form of a UUID,
 * so a UUID in the secret's field counts only where the other field holds none; or where a
 * redirect URI names the "secret" as its client ID.
 */
export function looksSwapped(
  form: Pick<ApplicationForm, 'clientId' | 'clientSecret' | 'redirectUris'>,
): boolean {
  const clientId = form.clientId.trim();
  const clientSecret = form.clientSecret.trim();
  if (clientId === '' || !UUID.test(clientSecret)) return false;
  if (!UUID.test(clientId)) return true;
  return redirectUrisOf(form.redirectUris).some(
    (uri) =>
      redirectUriProblem(uri, clientId) === 'redirect_uri_other_client_id' &&
      redirectUriProblem(uri, clientSecret) === null,
  );
}
