import type { TFunction } from 'i18next';
import type { LockFailure } from '../../contract/lock.ts';

export type LockProblem = LockFailure | 'unexpected';

/** Why a passphrase was not taken, and what to do. */
export function problemText(t: TFunction, problem: LockProblem): string {
  return problem === 'unexpected' ? t('problem.unexpected') : t(`lock.failure.${problem}`);
}
