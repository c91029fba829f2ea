import type { EligibilityProblem } from './eligibility.ts';

/**
 * What Smartcar says to a client ID and its secret before they are put in use. `not_in_plan`: they are
 * accepted, though the plan does not include the call that was made.
 */
export type CredentialsVerdict = 'accepted' | Exclude<EligibilityProblem, 'secret_unavailable'>;

/** What one call tells of an application of one's own, whose secret this computer is to keep. */
export interface ApplicationCheck {
  readonly credentials: CredentialsVerdict;
  /** This computer's clock minus Smartcar's, in milliseconds; `null` where nothing answered. */
  readonly clockOffsetMs: number | null;
}
