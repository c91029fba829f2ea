import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ACTIVITY_KINDS, type ActivityFilter } from '../../../contract/activity.ts';
import { Button } from '../../ui/Button.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { usePlainKey } from '../../ui/usePlainKey.ts';
import styles from './ActivityTab.module.css';
import { eventsWith } from './activityWords.ts';

export const NO_FILTER: ActivityFilter = {
  kind: null,
  by: null,
  vehicleId: null,
  text: '',
  events: [],
};

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly testId: string;
  readonly onChange: (value: string | null) => void;
}

/** One of a list or none; the system's own control. */
function Choice({ label, all, value, options, testId, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles.select}
        value={value ?? ''}
        data-testid={testId}
        onChange={(event) => onChange(event.target.value || null)}
      >
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}

interface ActivityFiltersProps {
  readonly filter: ActivityFilter;
  readonly people: readonly string[];
  /** Vehicles that can be chosen: those of the entries that are shown, and the chosen one. */
  readonly vehicles: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (filter: ActivityFilter) => void;
  readonly onExport: () => void;
  readonly canExport: boolean;
}

/** What of the activity is shown: by text, kind, person and vehicle. */
export function ActivityFilters(props: ActivityFiltersProps) {
  const { filter, people, vehicles, onChange, onExport, canExport } = props;
  const { t } = useTranslation();
  const search = useRef<HTMLInputElement>(null);
  usePlainKey('/', () => search.current?.focus());
  const look = (value: string) =>
    onChange({ ...filter, text: value.slice(0, 200), events: eventsWith(t, value) });
  return (
    <search className={styles.filters}>
      <SearchField
        ref={search}
        icon={IconSearch}
        className={styles.search}
        value={filter.text}
        placeholder={t('diagnostics.activity.searchHint')}
        aria-label={t('diagnostics.activity.search')}
        aria-keyshortcuts="/"
        data-testid="activity-search"
        clear={{ label: t('search.clear'), run: () => look('') }}
        onChange={({ target: { value } }) => look(value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || filter.text === '') return;
          event.preventDefault();
          look('');
        }}
      />
      <Choice
        label={t('diagnostics.activity.kind')}
        all={t('diagnostics.activity.allKinds')}
        value={filter.kind}
        options={ACTIVITY_KINDS.map((value) => ({
          value,
          label: t(`diagnostics.activity.kinds.${value}`),
        }))}
        testId="activity-kind"
        onChange={(value) =>
          onChange({ ...filter, kind: ACTIVITY_KINDS.find((kind) => kind === value) ?? null })
        }
      />
      <Choice
        label={t('diagnostics.activity.person')}
        all={t('diagnostics.activity.everybody')}
        value={filter.by}
        options={people.map((name) => ({ value: name, label: name }))}
        testId="activity-person"
        onChange={(by) => onChange({ ...filter, by })}
      />
      <Choice
        label={t('diagnostics.activity.vehicle')}
        all={t('diagnostics.activity.allVehicles')}
        value={filter.vehicleId}
        options={vehicles}
        testId="activity-vehicle"
        onChange={(vehicleId) => onChange({ ...filter, vehicleId })}
      />
      <Button unavailable={!canExport} data-testid="activity-export" onClick={onExport}>
        {t('diagnostics.activity.export')}
      </Button>
    </search>
  );
}
