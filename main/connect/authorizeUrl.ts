import type { Mode } from '../../contract/application.ts';
import {
  type ConnectOptions,
  type ConnectOptionsProblem,
  connectOptionsIssues,
} from '../../contract/connectOptions.ts';
import type { RequestedPermission } from '../../contract/permissions.ts';
import type { Result } from '../../contract/result.ts';
import type { Secret } from '../secret.ts';
import { connectUrl, type Parameters } from './connectUrl.ts';

export interface AuthorizeRequest {
  /** Connect's origin, without a path. */
  readonly connectOrigin: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: Secret;
  /** The application's; the options may name another one. */
  readonly mode: Mode;
  readonly options: ConnectOptions;
}

/** RFC 6749, section 3.3, with Smartcar's `required:` prefixes. */
function scopeOf(permissions: readonly RequestedPermission[]): string {
  return permissions
    .map(({ permission, required }) => (required ? `required:${permission}` : permission))
    .join(' ');
}

function vehicleParameters({ vehicle }: ConnectOptions): Parameters {
  switch (vehicle.kind) {
    case 'any':
      return vehicle.single ? [['single_select', 'true']] : [];
    case 'make':
      return [
        ...(vehicle.single ? [['single_select', 'true'] as const] : []),
        ['make', vehicle.make.toUpperCase()],
      ];
    case 'vin':
      // The brand follows from the VIN, and Smartcar wants both parameters.
      return [
        ['single_select', 'true'],
        ['single_select_vin', vehicle.vin],
      ];
  }
}

/** An empty text is the same as none: the form has no other way to say so. */
function optional(name: string, value: string | null): Parameters {
  return value ? [[name, value]] : [];
}

/**
 * Builds the authorize URL that opens Connect. Pure. Options that do not make sense together are
 * refused with the reason, since Smartcar itself would pass them through or show an error page to the
 * driver. Source: Smartcar documentation, "Redirect to Connect", and the Node SDK's `getAuthUrl`.
 */
export function authorizeUrl(request: AuthorizeRequest): Result<URL, ConnectOptionsProblem> {
  const { options } = request;
  const [issue] = connectOptionsIssues(options, request.mode);
  if (issue) return { ok: false, failure: issue.problem };
  const externalId = options.clearExternalId ? 'null' : options.externalId;
  const value = connectUrl(request.connectOrigin, '/oauth/authorize', [
    ['response_type', 'code'],
    [options.idParameter, request.clientId],
    ['approval_prompt', options.forcePrompt ? 'force' : 'auto'],
    ['redirect_uri', request.redirectUri],
    ...optional('scope', options.permissions && scopeOf(options.permissions)),
    ['state', request.state.reveal()],
    ...vehicleParameters(options),
    ...optional('flags', options.country && `country:${options.country}`),
    ...optional('user', options.user),
    ...optional('external_id', externalId),
    ['mode', options.mode ?? request.mode],
  ]);
  return { ok: true, value };
}
