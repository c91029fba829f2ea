import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { QueueEntry } from '../../contract/queue.ts';
import { formatCount } from '../format/amount.ts';
import { shortTime } from '../format/time.ts';
import { useQueue } from '../state/cache.ts';
import { useSeconds } from '../state/clock.ts';
import { useVehicle } from '../state/fleet/hooks.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { ageText } from '../ui/useAge.ts';
import { displayName } from '../vehicles/vehicleName.ts';
import styles from './QueueList.module.css';
import { useQueueActions } from './useQueueActions.ts';
import { useQueueList } from './useQueueList.ts';

/** Why a vehicle is not being read yet. */
function whyWords(t: TFunction, { running, cause, notBefore }: QueueEntry, now: number): string {
  if (running) return t('queue.entry.running');
  if (cause === 'paused') return t('queue.entry.paused');
  if (cause === null || notBefore === null) return t('queue.entry.turn');
  return t('queue.entry.notBefore', {
    cause: t(`hold.one.${cause}`),
    time: shortTime(notBefore, now),
  });
}

function QueueItem({ entry }: { readonly entry: QueueEntry }) {
  const { t } = useTranslation();
  const now = useSeconds();
  const vehicle = useVehicle(entry.vehicleId);
  const { cancel } = useQueueActions();
  const name = (vehicle && displayName(vehicle)) ?? t('vehicles.unnamed');
  const asked = t(`queue.entry.${entry.askedBy}`, { age: ageText(t, entry.askedAt, now) });
  return (
    <li className={styles.entry} data-vehicle-id={entry.vehicleId}>
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.quiet}>
          {whyWords(t, entry, now)} · {asked}
        </span>
      </span>
      {!entry.running && (
        <IconButton
          icon={IconX}
          label={t('queue.entry.cancel', { name })}
          onClick={() => cancel.mutate([entry.vehicleId])}
        />
      )}
    </li>
  );
}

/** What is being read and what comes next, first things first. */
export function QueueList() {
  const { t } = useTranslation();
  const { running, waiting } = useQueue();
  const entries = useQueueList();
  const more = running + waiting - entries.length;
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>{t('queue.next')}</h3>
      <ul className={styles.list} data-testid="queue-list">
        {entries.map((entry) => (
          <QueueItem key={entry.vehicleId} entry={entry} />
        ))}
      </ul>
      {more > 0 && (
        <p className={styles.quiet}>{t('queue.more', { count: more, value: formatCount(more) })}</p>
      )}
    </section>
  );
}
