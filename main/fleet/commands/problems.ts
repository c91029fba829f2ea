import type { CommandProblem } from '../../../contract/commands.ts';
import type { DisconnectFailure } from '../../../contract/responses.ts';
import { TokenError, type TokenTrouble } from '../../exchange/tokenError.ts';
import { problemReason, SmartcarError } from '../../smartcar/errors.ts';

type Reason = CommandProblem['reason'];

/** Without a token nothing is sent. */
const OF_TOKENS: Readonly<Record<TokenTrouble, Reason>> = {
  offline: 'not_sent',
  reconnect: 'reconnect',
  tokens_unavailable: 'tokens_unavailable',
  refused: 'failed',
};

const OF_DISCONNECTING: Readonly<Record<DisconnectFailure, Reason>> = {
  unknown_vehicle: 'failed',
  offline: 'not_sent',
  tokens_unavailable: 'tokens_unavailable',
  refused: 'failed',
};

function bare(reason: Reason): CommandProblem {
  return { reason, code: null, requestId: null, retryAt: null };
}

/** A command that may have been carried out, and of which nothing will be heard any more. */
export const NO_ANSWER: CommandProblem = bare('offline');

/** A command that never left, because those before it had no answer. */
export const NOT_SENT: CommandProblem = bare('not_sent');

export function problemOfDisconnect(failure: DisconnectFailure): CommandProblem {
  return bare(OF_DISCONNECTING[failure]);
}

/** Why a command failed; throws on what is neither Smartcar's nor the tokens' doing. */
export function problemOfCommand(error: unknown, now: number): CommandProblem {
  if (error instanceof TokenError) return bare(OF_TOKENS[error.trouble]);
  if (!(error instanceof SmartcarError)) throw error;
  // What answered was not Smartcar: whether Smartcar has ever heard of it, nobody knows.
  if (error.type === 'UNREADABLE') return NO_ANSWER;
  return {
    reason: problemReason(error),
    code: error.qualifiedCode,
    requestId: error.requestId,
    retryAt:
      error.retryAfter === null ? null : new Date(now + error.retryAfter * 1000).toISOString(),
  };
}

/** Whether our own meter kept the request back: Smartcar has not been asked. */
export function isKeptBack(error: unknown): error is SmartcarError {
  return (
    error instanceof SmartcarError &&
    error.status === null &&
    error.qualifiedCode === 'RATE_LIMIT:SMARTCAR_API'
  );
}
