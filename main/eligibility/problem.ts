import type { EligibilityProblem } from '../../contract/eligibility.ts';
import { ExchangeError } from '../exchange/tokenExchange.ts';
import { SmartcarError } from '../smartcar/errors.ts';

/** Smartcar documents no error of its own for a plan without these calls: both kinds are about rights. */
function isMatterOfPlan(apiError: string | null): boolean {
  return /^(BILLING|PERMISSION)(:|$)/.test(apiError ?? '');
}

/** Why a car could not be checked. Throws what has nothing to do with Smartcar. */
export function eligibilityProblem(error: unknown): EligibilityProblem {
  if (error instanceof SmartcarError && error.type === 'RATE_LIMIT') return 'budget_used';
  // There is no exchange for now, or the time was up.
  if (error instanceof SmartcarError || error instanceof DOMException) return 'offline';
  if (!(error instanceof ExchangeError)) throw error;
  switch (error.problem) {
    case 'unreachable':
    case 'timed_out':
    case 'backend_cannot_reach_smartcar':
      return 'offline';
    case 'invalid_client':
    case 'unauthorized_client':
    case 'staff_token_refused':
      return 'credentials_refused';
    case 'secret_unavailable':
      return 'secret_unavailable';
    case 'rate_limited':
      return 'too_often';
    case 'refused':
      return isMatterOfPlan(error.apiError) ? 'not_in_plan' : 'failed';
    case 'invalid_grant':
    case 'unreadable_answer':
      return 'failed';
  }
}

/** Whether the next car would fail for the same reason. A call may also fail for one car alone. */
export function concernsAll(problem: EligibilityProblem): boolean {
  return problem !== 'failed';
}
