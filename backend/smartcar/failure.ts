import { Problem } from '../problems.ts';

/** Smartcar's answer is not what its documentation says. */
export const unreadable = () =>
  new Problem('smartcar_unreadable', 'Smartcar’s answer could not be read.');

/** Smartcar did not take the client id and secret. */
export const wrongClient = () =>
  new Problem('invalid_client', 'Smartcar does not accept this server’s client id and secret.');

/** What `fetch` threw, as a problem; its texts are not kept. */
export function connectionProblem(signal: AbortSignal): Problem {
  return signal.aborted
    ? new Problem('smartcar_timed_out', 'Smartcar did not answer in time.')
    : new Problem('smartcar_unreachable', 'Smartcar cannot be reached.');
}
