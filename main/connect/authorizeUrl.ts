import type { Mode } from '../../contract/application.ts';
import type { Permission } from '../../contract/permissions.ts';
import type { Secret } from '../secret.ts';

/** A permission as it is asked for: `required` keeps cars out that cannot give it. */
export interface RequestedPermission {
  readonly permission: Permission;
  readonly required: boolean;
}

export interface AuthorizeRequest {
  /** Connect's origin, without a path. */
  readonly connectOrigin: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly permissions: readonly RequestedPermission[];
  readonly state: Secret;
  readonly mode: Mode;
}

/**
 * Builds the authorize URL that opens Connect. Spaces become `%20` and colons `%3A`, as Smartcar's
 * SDKs send them. Source: Smartcar documentation, "Redirect to Connect".
 */
export function authorizeUrl(request: AuthorizeRequest): URL {
  const url = new URL('/oauth/authorize', request.connectOrigin);
  const scope = request.permissions
    .map(({ permission, required }) => (required ? `required:${permission}` : permission))
    .join(' ');
  const parameters: readonly (readonly [string, string])[] = [
    ['response_type', 'code'],
    ['client_id', request.clientId],
    ['approval_prompt', 'auto'],
    ['redirect_uri', request.redirectUri],
    ['scope', scope],
    ['state', request.state.reveal()],
    ['mode', request.mode],
  ];
  url.search = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return url;
}
