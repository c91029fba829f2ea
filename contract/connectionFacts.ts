/** Why a sign-in could not be used or renewed. `reconnect` is final, the others pass. */
export type SignInTrouble = 'reconnect' | 'tokens_unavailable' | 'offline' | 'refused';

/**
 * What is known of the sign-in that opens a vehicle, without anything of it. Times are ISO 8601; `null`
 * where it was not looked at since the start.
 */
export interface ConnectionFacts {
  /** When it ends, if it is not used before. */
  readonly validUntil: string | null;
  readonly renewedAt: string | null;
  /** `null`: none since the start. */
  readonly failure: { readonly at: string; readonly trouble: SignInTrouble } | null;
}
