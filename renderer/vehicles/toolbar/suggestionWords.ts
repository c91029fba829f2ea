import type { TFunction } from 'i18next';
import { unitSign } from '../../format/amount.ts';
import type { Suggestion } from '../../state/fleet/query/suggest.ts';
import { alertKindOf, errorValueOf, stateValueOf } from '../../state/fleet/query/terms.ts';

type Explained = Pick<Suggestion, 'term' | 'value' | 'negated'>;

/**
 * What a suggestion finds, or that it leaves this out; `null` where it says so itself, as a make or
 * an amount does.
 */
export function suggestionWords(suggestion: Explained, t: TFunction): string | null {
  const words = wordsOf(suggestion, t);
  return words !== null && suggestion.negated ? t('search.leftOut', { words }) : words;
}

function wordsOf({ term, value }: Explained, t: TFunction): string | null {
  if (value === null) return t(`search.term.${term}`, { unit: unitSign('distance') });
  const error = term === 'err' ? errorValueOf(value) : null;
  if (error) return t(`search.error.${error}`);
  const alert = term === 'alert' ? alertKindOf(value) : null;
  if (alert) return t(`search.alert.${alert}`);
  const state = term === 'is' ? stateValueOf(value) : null;
  return state && t(`search.state.${state}`);
}
