import type { BackendForm } from '../../contract/application.ts';
import type { BackendFailure } from '../../contract/responses.ts';

/** The field that has to be changed for a failure; `null` where neither is at fault. */
export function fieldAtFault(failure: BackendFailure): keyof BackendForm | null {
  switch (failure) {
    case 'unreachable':
    case 'not_a_backend':
      return 'address';
    case 'staff_token_refused':
      return 'staffToken';
    case 'timed_out':
    case 'rate_limited':
    case 'failed':
      return null;
  }
}
