import { useTranslation } from 'react-i18next';
import { formatCount, unitSign } from '../../format/amount.ts';
import type { Suggestion } from '../../state/fleet/query/suggest.ts';
import styles from './SuggestionList.module.css';
import { suggestionWords } from './suggestionWords.ts';

interface SuggestionListProps {
  /** What all ids in here begin with. */
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  /** The place of the one that the keyboard is at; -1 while it is in the text. */
  readonly active: number;
  readonly onChoose: (index: number) => void;
}

export const suggestionListId = (id: string) => `${id}-list`;

export const optionId = (id: string, index: number) => `${id}-${index}`;

/**
 * What can be typed next, with what it finds, and how terms go together. The help stands outside of
 * the listbox, which may hold options only.
 */
export function SuggestionList({ id, suggestions, active, onChoose }: SuggestionListProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.popup}>
      <div
        id={suggestionListId(id)}
        role="listbox"
        aria-label={t('search.suggestions')}
        aria-describedby={`${id}-help`}
        className={styles.list}
        data-testid="search-suggestions"
      >
        {suggestions.map((suggestion, index) => {
          const { label, count } = suggestion;
          const words = suggestionWords(suggestion, t);
          return (
            <div
              key={label}
              id={optionId(id, index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={styles.option}
              // Keeps the focus in the box, which a click would take from it.
              onMouseDown={(event) => {
                event.preventDefault();
                onChoose(index);
              }}
            >
              <span className={styles.label}>{label}</span>
              {words !== null && <span className={styles.words}>{words}</span>}
              {count !== null && <span className={styles.count}>{formatCount(count)}</span>}
            </div>
          );
        })}
      </div>
      <p id={`${id}-help`} className={styles.help} data-testid="search-help">
        {t('search.help', { unit: unitSign('distance') })}
      </p>
    </div>
  );
}
