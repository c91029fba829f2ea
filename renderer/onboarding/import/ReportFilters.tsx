import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../format/amount.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import shared from '../../ui/shared.module.css';
import styles from './Import.module.css';
import type { ReportState } from './importState.ts';
import { CATEGORIES, SORTS, type SortBy } from './report.ts';
import { session } from './session.ts';

/** Long enough for the next letter to come. */
const TYPING_PAUSE_MS = 120;

/** What of the report is shown: by outcome and by words, and in which order. */
export function ReportFilters({
  report: { view, summary, shown },
}: {
  readonly report: ReportState;
}) {
  const { t } = useTranslation();
  const [query, setQuery] = useState(view.query);
  const id = useId();
  useEffect(() => {
    if (query === view.query) return;
    const timer = setTimeout(() => void session.show({ ...view, query }), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query, view]);
  const label = (name: string, count: number) =>
    t('eligibility.filterCount', { name, count: formatCount(count) });
  return (
    <search className={styles.filters}>
      <span id={`${id}-outcome`} className={shared.hidden}>
        {t('onboarding.import.filter')}
      </span>
      <Segmented
        labelledBy={`${id}-outcome`}
        value={view.category}
        look="apart"
        segments={[
          {
            value: 'all' as const,
            label: label(t('eligibility.all'), summary.total),
            testId: 'import-filter-all',
          },
          ...CATEGORIES.filter((name) => summary.counts[name] > 0 || name === view.category).map(
            (name) => ({
              value: name,
              label: label(t(`onboarding.category.${name}`), summary.counts[name]),
              testId: `import-filter-${name}`,
            }),
          ),
        ]}
        onChoose={(category) => void session.show({ ...view, query, category })}
      />
      <SearchField
        icon={IconSearch}
        className={styles.search}
        aria-label={t('onboarding.import.search')}
        placeholder={t('onboarding.import.search')}
        value={query}
        data-testid="import-search"
        onChange={({ target }) => setQuery(target.value.slice(0, 200))}
      />
      <span className={styles.choice}>
        <label htmlFor={`${id}-sort`}>{t('onboarding.import.sort')}</label>
        <select
          id={`${id}-sort`}
          value={`${view.sort} ${view.descending ? 'down' : 'up'}`}
          data-testid="import-sort"
          onChange={({ target }) => {
            const [sort, direction] = target.value.split(' ');
            const chosen = SORTS.find((one) => one === sort) ?? ('line' satisfies SortBy);
            void session.show({ ...view, query, sort: chosen, descending: direction === 'down' });
          }}
        >
          {SORTS.flatMap((sort) => [
            <option key={`${sort} up`} value={`${sort} up`}>
              {t('onboarding.import.sortUp', { column: t(`onboarding.column.${sort}`) })}
            </option>,
            <option key={`${sort} down`} value={`${sort} down`}>
              {t('onboarding.import.sortDown', { column: t(`onboarding.column.${sort}`) })}
            </option>,
          ])}
        </select>
      </span>
      <span role="status" className={styles.quiet} data-testid="import-shown">
        {t('onboarding.import.shown', { count: shown, value: formatCount(shown) })}
      </span>
    </search>
  );
}
