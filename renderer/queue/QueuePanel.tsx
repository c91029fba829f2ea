import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/amount.ts';
import { shortTime } from '../format/time.ts';
import { useQueue } from '../state/cache.ts';
import { useSeconds } from '../state/clock.ts';
import { useFleetSummary } from '../state/fleet/hooks.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Facts.module.css';
import { GroupRules } from './GroupRules.tsx';
import { HeldList } from './HeldList.tsx';
import { PausedGroups } from './PausedGroups.tsx';
import { progressOf } from './progress.ts';
import { progressWords } from './progressWords.ts';
import { QueueList } from './QueueList.tsx';
import { useQueueActions } from './useQueueActions.ts';

/** The queue of reads: how it goes, what is next and why it waits, and the ways to hold or stop it. */
export function QueuePanel() {
  const { t } = useTranslation();
  const queue = useQueue();
  const { reach } = useFleetSummary();
  const now = useSeconds();
  const { pause, cancel } = useQueueActions();
  const { paused, waiting, held, finishesAt } = queue;
  const words = progressWords(t, progressOf(queue, reach), now);
  return (
    <div className={styles.facts}>
      <h2>{t('queue.title')}</h2>
      <p>
        {words ?? t('queue.empty')}
        {finishesAt !== null && !paused && (
          <>
            <br />
            <span className={styles.quiet}>
              {t('queue.finishesAt', { time: shortTime(finishesAt, now) })}
            </span>
          </>
        )}
      </p>
      <div className={styles.buttons}>
        <Button data-testid="queue-pause" onClick={() => pause.mutate(!paused)}>
          {t(paused ? 'queue.resume' : 'queue.pause')}
        </Button>
        {waiting > 0 && (
          <Button data-testid="queue-cancel" onClick={() => cancel.mutate(undefined)}>
            {t('queue.cancelAll', { count: waiting, value: formatCount(waiting) })}
          </Button>
        )}
      </div>
      <HeldList held={held} />
      <GroupRules />
      <PausedGroups />
      <QueueList />
    </div>
  );
}
