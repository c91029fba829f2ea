import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions, useWithKey } from '../../actions/actions.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import styles from './Pages.module.css';

interface SettingsSearchProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly query: string;
  readonly onChange: (query: string) => void;
  /** Goes to the first thing found. */
  readonly onGo: () => void;
  /** Goes to the list of pages. */
  readonly onList: () => void;
}

/** Looks for words on all pages. Enter goes to what was found, Escape empties the field first. */
export function SettingsSearch({ ref, query, onChange, onGo, onList }: SettingsSearchProps) {
  const { t } = useTranslation();
  const actions = useActions();
  const withKey = useWithKey();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onGo();
    else if (event.key === 'ArrowDown') onList();
    else if (event.key === 'Escape' && query !== '') onChange('');
    else return;
    event.preventDefault();
  };
  return (
    <SearchField
      ref={ref}
      icon={IconSearch}
      className={styles.search}
      aria-label={t('settings.search.label')}
      placeholder={withKey(actions.search, t('settings.search.label'))}
      value={query}
      data-testid="settings-search"
      clear={{ label: t('search.clear'), run: () => onChange('') }}
      onChange={({ target }) => onChange(target.value)}
      onKeyDown={onKeyDown}
    />
  );
}
