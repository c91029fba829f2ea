import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import {
  type KeyboardEvent,
  type Ref,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useActions, useWithKey } from '../../actions/actions.ts';
import { useSuggestions } from '../../state/fleet/hooks.ts';
import type { QueryProblem } from '../../state/fleet/query/parseQuery.ts';
import { comboboxProps } from '../../ui/combobox.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import { problemWords } from './problemWords.ts';
import styles from './SearchBox.module.css';
import { SuggestionList } from './SuggestionList.tsx';

/** What others may do to the search from outside. */
export interface SearchHandle {
  readonly focus: () => void;
  /** Puts the cursor behind this text, for a term that is to be completed. */
  readonly begin: (query: string) => void;
}

interface SearchBoxProps {
  readonly query: string;
  readonly problem: QueryProblem | null;
  readonly onChange: (query: string) => void;
  /** The keyboard goes on in what was found. */
  readonly onLeave: () => void;
  readonly ref: Ref<SearchHandle>;
}

/** One box for plain words and for terms, with what can be typed next below it. */
export function SearchBox({ query, problem, onChange, onLeave, ref }: SearchBoxProps) {
  const { t } = useTranslation();
  const actions = useActions();
  const withKey = useWithKey();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [caret, setCaret] = useState(query.length);
  const [active, setActive] = useState(-1);
  const wantedCaret = useRef<number | null>(null);
  const suggestions = useSuggestions(query, caret);
  const isListed = isOpen && suggestions.length > 0;

  const put = (text: string, at: number) => {
    wantedCaret.current = at;
    setCaret(at);
    setActive(-1);
    onChange(text);
  };

  // The browser puts the cursor at the end of a text that it did not get by typing.
  useLayoutEffect(() => {
    const at = wantedCaret.current;
    if (at === null) return;
    wantedCaret.current = null;
    input.current?.setSelectionRange(at, at);
  });

  useImperativeHandle(ref, () => ({
    focus() {
      input.current?.focus();
      input.current?.select();
    },
    begin(text) {
      input.current?.focus();
      setIsOpen(true);
      put(text, text.length);
    },
  }));

  const choose = (index: number) => {
    const chosen = suggestions[index];
    if (chosen) put(chosen.query, chosen.caret);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        if (!isListed) {
          if (event.key === 'ArrowDown' && suggestions.length === 0) onLeave();
          else setIsOpen(true);
          return;
        }
        const by = event.key === 'ArrowDown' ? 1 : -1;
        const places = suggestions.length + 1;
        setActive((before) => ((before + 1 + by + places) % places) - 1);
        return;
      }
      case 'Tab':
        if (!isListed || active === -1) return;
        event.preventDefault();
        choose(active);
        return;
      case 'Enter':
        event.preventDefault();
        if (isListed && active !== -1) choose(active);
        else {
          setIsOpen(false);
          onLeave();
        }
        return;
      case 'Escape':
        event.preventDefault();
        if (isListed) setIsOpen(false);
        else if (query === '') onLeave();
        else put('', 0);
        return;
    }
  };

  return (
    <div className={styles.search}>
      <SearchField
        {...comboboxProps(id, isListed, active)}
        ref={input}
        icon={IconSearch}
        className={styles.box}
        value={query}
        placeholder={t('search.placeholder')}
        title={withKey(actions.search, t('search.label'))}
        aria-label={t('search.label')}
        aria-describedby={problem ? `${id}-problem` : undefined}
        aria-invalid={problem !== null || undefined}
        data-testid="search"
        clear={{ label: t('search.clear'), run: () => put('', 0) }}
        onChange={({ target }) => {
          setIsOpen(true);
          setActive(-1);
          setCaret(target.selectionStart ?? target.value.length);
          onChange(target.value);
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? 0)}
        onClick={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
      />
      {/* Always there: a live region that appears together with its text is not read out. */}
      <p id={`${id}-problem`} role="status" className={styles.problem} data-testid="search-problem">
        {problem && problemWords(problem, t)}
      </p>
      {isListed && (
        <SuggestionList id={id} suggestions={suggestions} active={active} onChoose={choose} />
      )}
    </div>
  );
}
