import {
  READING_PROBLEM_REASONS,
  type Reading,
  type ReadingProblemReason,
} from '../../contract/readings.ts';

/** Why there is no value or no newer one; `never` is ours: nobody has asked yet. */
export type Reason = ReadingProblemReason | 'never';

/** All reasons, for whoever has to show each. */
export const REASONS: readonly Reason[] = [...READING_PROBLEM_REASONS, 'never'];

/** The reason why a reading lacks a (newer) value; `null` where the last try went well. */
export function reasonOf({ last, problem }: Reading): Reason | null {
  if (problem) return problem.reason;
  return last ? null : 'never';
}
