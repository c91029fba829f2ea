import type { Application, ExchangeKind } from '../../contract/application.ts';
import type { ExchangeProblem } from '../../contract/connect.ts';
import { impossible } from './impossible.ts';
import type { OutcomeAction, OutcomeActions } from './outcomeAction.ts';

/** Who exchanges codes for the application in use. */
export function exchangeOf(application: Application | null): ExchangeKind {
  return application?.kind === 'own' ? application.exchange.kind : 'local';
}

/** Where the fault is mended; `null` where it passes by itself or is not to be mended from here. */
function mend(problem: ExchangeProblem, application: Application | null): OutcomeAction | null {
  const isBackend = exchangeOf(application) === 'backend';
  switch (problem) {
    case 'invalid_client':
      // A backend's client secret is mended there, and simulated cars have none that one could enter.
      return application?.kind === 'own' && !isBackend ? { name: 'enter_client_secret' } : null;
    case 'secret_unavailable':
      return { name: isBackend ? 'enter_staff_token' : 'enter_client_secret' };
    case 'staff_token_refused':
      return { name: 'enter_staff_token' };
    case 'unauthorized_client':
      return { name: 'open_dashboard' };
    case 'unreachable':
    case 'timed_out':
    case 'unreadable_answer':
    case 'invalid_grant':
    case 'rate_limited':
    case 'backend_cannot_reach_smartcar':
    case 'refused':
      return null;
    default:
      return impossible(problem);
  }
}

/**
 * What to do about a failed exchange: mend its cause first; else use the same code while it lives,
 * since the driver is done; else start again.
 */
export function exchangeActions(
  problem: ExchangeProblem,
  again: OutcomeAction,
  canRetry: boolean,
  application: Application | null,
): OutcomeActions {
  const mending = mend(problem, application);
  const next: OutcomeAction = canRetry ? { name: 'retry_exchange' } : again;
  return mending ? [mending, next] : [next];
}
