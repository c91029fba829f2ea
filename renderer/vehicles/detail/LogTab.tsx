import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { CommandState } from '../../commands/CommandState.tsx';
import { commandName } from '../../commands/commandNames.ts';
import { formatCount } from '../../format/amount.ts';
import { exactTime } from '../../format/time.ts';
import { useStatus } from '../../state/cache.ts';
import { Button } from '../../ui/Button.tsx';
import { CallEntry } from './CallEntry.tsx';
import styles from './LogTab.module.css';
import { useCalls } from './useCalls.ts';
import { useCommandHistory } from './useCommandHistory.ts';
import detail from './VehicleDetail.module.css';

/** What of the month's calls this car has used. */
function useUse({ calls }: Vehicle): string {
  const { t } = useTranslation();
  const { budget } = useStatus();
  const used = formatCount(calls.count);
  return budget.callsPerVehiclePerMonth === null
    ? t('log.used', { count: calls.count, value: used })
    : t('log.usedOf', { used, limit: formatCount(budget.callsPerVehiclePerMonth) });
}

function Commands({ vehicleId }: { readonly vehicleId: string }) {
  const { t } = useTranslation();
  const id = useId();
  const records = useCommandHistory(vehicleId);
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={detail.section}>
        {t('log.commands')}
      </h3>
      {records.length === 0 ? (
        <p className={styles.none}>{t('log.noCommands')}</p>
      ) : (
        <ol className={styles.entries} data-testid="command-log">
          {records.map((record) => (
            <li key={record.runId} className={styles.entry}>
              <p className={styles.head}>
                <strong>{commandName(t, record.command)}</strong>
                <span>{t('log.by', { name: record.by, time: exactTime(record.startedAt) })}</span>
              </p>
              <CommandState item={record} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** What was asked of this car and what was done to it, newest first. */
export function LogTab({ vehicle }: { readonly vehicle: Vehicle }) {
  const { t } = useTranslation();
  const id = useId();
  const { calls, isLoading, hasMore, isLoadingMore, loadMore } = useCalls(vehicle);
  const use = useUse(vehicle);
  return (
    <>
      <Commands vehicleId={vehicle.id} />
      <section aria-labelledby={id}>
        <h3 id={id} className={detail.section}>
          {t('log.calls')}
        </h3>
        <p className={styles.none}>{use}</p>
        {calls.length === 0 && !isLoading ? (
          <p className={styles.none}>{t('log.noCalls')}</p>
        ) : (
          <ol className={styles.entries} data-testid="call-log">
            {calls.map((call) => (
              <CallEntry key={call.id} call={call} />
            ))}
          </ol>
        )}
        {hasMore && (
          <Button className={styles.more} unavailable={isLoadingMore} onClick={loadMore}>
            {t('log.more')}
          </Button>
        )}
      </section>
    </>
  );
}
