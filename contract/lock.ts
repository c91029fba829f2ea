import * as z from 'zod';

/** Short enough for a PIN, long enough not to be guessed in the tries that there are. */
export const LEAST_PASSPHRASE = 4;

export const passphraseSchema = z.string().min(LEAST_PASSPHRASE).max(200);

export interface LockState {
  /** Whether there is a passphrase. */
  readonly isSet: boolean;
  readonly isLocked: boolean;
  /** Before this (ISO 8601) no further try is taken; `null` where one can be made now. */
  readonly until: string | null;
}

/**
 * Why a passphrase was not taken. `wrong`: it is another one. `too_soon`: after wrong ones it takes a
 * while. `no_keychain`: the passphrase cannot be kept there, or not be looked at now.
 */
export type LockFailure = 'wrong' | 'too_soon' | 'no_keychain';
