import IconClockPause from '@tabler/icons-react/dist/esm/icons/IconClockPause.mjs';
import IconCloudOff from '@tabler/icons-react/dist/esm/icons/IconCloudOff.mjs';
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import { useTranslation } from 'react-i18next';
import { useQueue } from '../state/cache.ts';
import { useSeconds } from '../state/clock.ts';
import { useFleetSummary } from '../state/fleet/hooks.ts';
import { PopoverPanel } from '../ui/PopoverPanel.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { useAgeText } from '../ui/useAge.ts';
import { type Progress, progressOf } from './progress.ts';
import { progressWords } from './progressWords.ts';
import { QueuePanel } from './QueuePanel.tsx';
import styles from './QueueStatus.module.css';

/** Where the queue is shown, for buttons that open it from elsewhere. */
export const QUEUE_PANEL_ID = 'queue-panel';

function ProgressIcon({ kind }: Pick<Progress, 'kind'>) {
  switch (kind) {
    case 'running':
      return <Spinner size={14} />;
    case 'paused':
      return <IconPlayerPause size={14} aria-hidden />;
    case 'idle':
      return <IconRefresh size={14} aria-hidden />;
    case 'offline':
      return <IconCloudOff size={14} aria-hidden />;
    default:
      return <IconClockPause size={14} aria-hidden />;
  }
}

/** How the reads go, or how fresh the values are when nothing waits; opens the queue. */
export function QueueStatus() {
  const { t } = useTranslation();
  const queue = useQueue();
  const { readAt, reach } = useFleetSummary();
  const now = useSeconds();
  const age = useAgeText(readAt);
  const progress = progressOf(queue, reach);
  const rest = age === null ? t('frame.neverRead') : t('frame.lastRead', { age });
  return (
    <PopoverPanel
      button={
        <>
          <ProgressIcon kind={progress.kind} />
          {progressWords(t, progress, now) ?? rest}
        </>
      }
      buttonTitle={t('queue.open')}
      buttonLook="link"
      buttonClassName={styles.status}
      buttonTone={progress.kind === 'offline' ? 'attention' : undefined}
      label={t('queue.title')}
      place="above"
      testId="queue-status"
      panelId={QUEUE_PANEL_ID}
    >
      {() => <QueuePanel />}
    </PopoverPanel>
  );
}
