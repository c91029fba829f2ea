import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/amount.ts';
import { useShell } from '../frame/shell.ts';
import { useCommandRun } from '../state/cache.ts';
import { Button } from '../ui/Button.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import styles from './CommandStatus.module.css';
import { commandName } from './commandNames.ts';
import { isSending, progressOf } from './progressOf.ts';

/** How the last command goes, in the status bar: the way back to a dialog that was closed. */
export function CommandStatus() {
  const { t } = useTranslation();
  const { openCommandRun } = useShell();
  const run = useCommandRun();
  if (!run) return null;
  const progress = progressOf(run);
  const sending = isSending(progress);
  const name = commandName(t, run.command);
  const text = sending
    ? t('command.status.going', {
        name,
        done: formatCount(progress.total - progress.waiting - progress.sent),
        total: formatCount(progress.total),
      })
    : progress.failed > 0
      ? t('command.status.failed', {
          name,
          count: progress.failed,
          value: formatCount(progress.failed),
        })
      : t('command.status.over', {
          name,
          accepted: formatCount(progress.accepted),
          total: formatCount(progress.total),
        });
  const Picture = progress.failed > 0 ? IconAlertTriangle : IconCheck;
  return (
    <Button
      look="link"
      className={styles.status}
      data-tone={progress.failed > 0 ? 'attention' : undefined}
      data-testid="command-status"
      title={t('command.status.open')}
      aria-haspopup="dialog"
      onClick={openCommandRun}
    >
      {sending ? <Spinner size={14} /> : <Picture size={14} aria-hidden />}
      {text}
    </Button>
  );
}
