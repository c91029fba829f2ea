import type * as z from 'zod';
import type { ExchangeProblem } from '../../contract/connect.ts';
import { problemSchema } from './backendAnswers.ts';
import type { ProblemCode } from './backendApi.ts';
import { ExchangeError } from './tokenExchange.ts';

/** The backend's codes in our own words. */
const PROBLEMS: Readonly<Record<ProblemCode, ExchangeProblem>> = {
  unauthorized: 'staff_token_refused',
  rate_limited: 'rate_limited',
  invalid_request: 'refused',
  not_found: 'refused',
  invalid_grant: 'invalid_grant',
  invalid_client: 'invalid_client',
  unauthorized_client: 'unauthorized_client',
  smartcar_unreachable: 'backend_cannot_reach_smartcar',
  smartcar_timed_out: 'backend_cannot_reach_smartcar',
  smartcar_unreadable: 'backend_cannot_reach_smartcar',
  smartcar_refused: 'refused',
  internal: 'refused',
};

/** The codes that are Smartcar's own, of RFC 6749, section 5.2. */
const OAUTH_CODES: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'invalid_grant',
  'invalid_client',
  'unauthorized_client',
]);

function apiError({ smartcar }: z.output<typeof problemSchema>): string | null {
  if (!smartcar?.type) return null;
  return smartcar.code === null ? smartcar.type : `${smartcar.type}:${smartcar.code}`;
}

/** A backend's answer that is not success: problem details (RFC 9457), or not a backend's at all. */
export function backendFailure(body: unknown): ExchangeError {
  const parsed = problemSchema.safeParse(body);
  if (!parsed.success) return new ExchangeError('unreadable_answer');
  const { code } = parsed.data;
  const oauthError = OAUTH_CODES.has(code) ? code : null;
  return new ExchangeError(PROBLEMS[code], oauthError, apiError(parsed.data));
}
