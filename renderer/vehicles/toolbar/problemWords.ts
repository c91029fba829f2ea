import type { TFunction } from 'i18next';
import type { QueryProblem } from '../../state/fleet/query/parseQuery.ts';

/** What is wrong with a search, and that the rest of it applies. */
export function problemWords({ kind, text }: QueryProblem, t: TFunction): string {
  return t(`search.problem.${kind}`, { text });
}
