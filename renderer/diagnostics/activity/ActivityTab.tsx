import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityEntry } from '../../../contract/activity.ts';
import { exactTime, shortTime } from '../../format/time.ts';
import { useTimed } from '../../state/clock.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { ActivityFilters, NO_FILTER } from './ActivityFilters.tsx';
import styles from './ActivityTab.module.css';
import { countWords, eventWords, resultWords, vehicleWords } from './activityWords.ts';
import { useActivity } from './useActivity.ts';
import { useActivityExport } from './useActivityExport.ts';
import { useVehicleChoices } from './useVehicleChoices.ts';

const PICTURES = { done: null, partly: IconAlertTriangle, failed: IconCircleX };

function Entry({ entry }: { readonly entry: ActivityEntry }) {
  const { t } = useTranslation();
  const time = useTimed((now) => shortTime(entry.at, now));
  const Picture = PICTURES[entry.result];
  return (
    <tr data-testid="activity-entry" data-kind={entry.kind} data-result={entry.result}>
      <td className={styles.time} title={exactTime(entry.at)}>
        <time dateTime={entry.at}>{time}</time>
      </td>
      <td>
        <strong>{eventWords(t, entry)}</strong>
      </td>
      <td>{vehicleWords(t, entry)}</td>
      <td>{entry.by ?? t('diagnostics.activity.motorpool')}</td>
      <td className={styles.result}>
        {Picture && <Picture size={16} aria-hidden />}
        {countWords(t, entry) ?? resultWords(t, entry.result)}
      </td>
    </tr>
  );
}

/** Who did what and when, newest first. */
export function ActivityTab() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState(NO_FILTER);
  const { entries, people, isLoading, isError, hasMore, isLoadingMore, loadMore } =
    useActivity(filter);
  const vehicles = useVehicleChoices(entries, filter.vehicleId);
  const exportAll = useActivityExport();
  const isFiltered =
    filter.text !== '' || filter.kind !== null || filter.by !== null || filter.vehicleId !== null;
  return (
    <>
      <ActivityFilters
        filter={filter}
        people={people}
        vehicles={vehicles}
        onChange={setFilter}
        onExport={() => exportAll(filter)}
        canExport={entries.length > 0}
      />
      {isError && <Failure text={t('diagnostics.failed')} />}
      {isLoading && <p>{t('diagnostics.loading')}</p>}
      {!isLoading && !isError && entries.length === 0 && (
        <div className={styles.empty} data-testid="activity-empty">
          <p role="status">{t(`diagnostics.activity.${isFiltered ? 'noMatch' : 'empty'}`)}</p>
          {isFiltered && (
            <Button onClick={() => setFilter(NO_FILTER)}>{t('diagnostics.activity.clear')}</Button>
          )}
        </div>
      )}
      {entries.length > 0 && (
        <table className={styles.table} aria-label={t('diagnostics.activity.list')}>
          <thead>
            <tr>
              {(['time', 'what', 'about', 'who', 'how'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`diagnostics.activity.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </tbody>
        </table>
      )}
      {hasMore && (
        <Button className={styles.more} unavailable={isLoadingMore} onClick={loadMore}>
          {t('diagnostics.activity.more')}
        </Button>
      )}
    </>
  );
}
