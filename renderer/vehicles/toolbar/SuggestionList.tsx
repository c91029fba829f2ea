import { useTranslation } from 'react-i18next';
import { formatCount, unitSign } from '../../format/amount.ts';
import type { Suggestion } from '../../state/fleet/query/suggest.ts';
import { OptionList } from '../../ui/OptionList.tsx';
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

/**
 * What can be typed next, with what it finds, and how terms go together. The help stands outside of
 * the listbox, which may hold options only.
 */
export function SuggestionList({ id, suggestions, active, onChoose }: SuggestionListProps) {
  const { t } = useTranslation();
  const options = suggestions.map((suggestion) => {
    const { label, count } = suggestion;
    const words = suggestionWords(suggestion, t);
    const content = (
      <>
        <span>{label}</span>
        {words !== null && <span>{words}</span>}
        {count !== null && <span className={styles.count}>{formatCount(count)}</span>}
      </>
    );
    return { key: label, content };
  });
  return (
    <div className={styles.popup}>
      <OptionList
        id={id}
        label={t('search.suggestions')}
        options={options}
        active={active}
        onChoose={onChoose}
        describedBy={`${id}-help`}
        testId="search-suggestions"
      />
      <p id={`${id}-help`} className={styles.help} data-testid="search-help">
        {t('search.help', { unit: unitSign('distance') })}
      </p>
    </div>
  );
}
