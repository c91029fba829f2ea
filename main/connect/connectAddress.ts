import type { ConnectPurpose } from '../../contract/connect.ts';
import { type ConnectOptionsProblem, connectOptionsIssues } from '../../contract/connectOptions.ts';
import type { Transport } from '../../contract/transport.ts';
import type { Attempt } from './attempt.ts';
import { authorizeUrl } from './authorizeUrl.ts';
import { reauthenticateUrl } from './reauthenticateUrl.ts';
import type { ConnectTarget } from './target.ts';

/** An attempt with all that it was started with. */
export interface Run {
  readonly attempt: Attempt;
  readonly target: ConnectTarget;
  readonly purpose: ConnectPurpose;
  readonly transport: Transport;
  /** The API error's address, where a re-authentication begins with one. */
  readonly resolutionUrl: string | null;
}

/** The first reason for which no address could be built, or `null`. */
export function optionsProblem({ purpose, target }: Run): ConnectOptionsProblem | null {
  if (purpose.kind !== 'connect') return null;
  return connectOptionsIssues(purpose.options, target.mode)[0]?.problem ?? null;
}

/** Where Connect begins. Throws for options that `optionsProblem` finds fault with. */
export function connectAddress(run: Run, redirectUri: string): URL {
  const { attempt, target, purpose, resolutionUrl } = run;
  const { connectOrigin, clientId, mode } = target;
  const common = { connectOrigin, clientId, redirectUri, state: attempt.state };
  if (purpose.kind === 'reauthenticate') {
    return reauthenticateUrl({ ...common, vehicleId: purpose.vehicleId, resolutionUrl });
  }
  const built = authorizeUrl({ ...common, mode, options: purpose.options });
  if (!built.ok) throw new Error(`Connect cannot be opened: ${built.failure}`);
  return built.value;
}
