import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandRun } from '../../contract/commands.ts';
import { formatCount } from '../format/amount.ts';
import { useShell } from '../frame/shell.ts';
import { Button } from '../ui/Button.tsx';
import { Failure } from '../ui/Failure.tsx';
import { DialogFooter } from '../ui/mantine/DialogFooter.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import styles from './CommandDialog.module.css';
import { inReadingOrder, isSending, progressOf } from './progressOf.ts';
import { RunFacts } from './RunFacts.tsx';
import { RunList } from './RunList.tsx';
import { useCancelRest, useDismissRun, useRetryFailed } from './useCommandRequests.ts';

/** How a command goes, vehicle by vehicle, and what can be done about those where it failed. */
export function CommandResult({ run }: { readonly run: CommandRun }) {
  const { t } = useTranslation();
  const { closeLayer } = useShell();
  const heading = useRef<HTMLParagraphElement>(null);
  const cancel = useCancelRest();
  const again = useRetryFailed();
  const dismiss = useDismissRun();
  const progress = progressOf(run);
  const sending = isSending(progress);
  const canRetry = !sending && progress.retryable > 0;

  // The button that started it is gone, and with it the focus.
  useEffect(() => heading.current?.focus(), []);

  const finish = () => {
    if (run.isOver) dismiss();
    closeLayer();
  };

  return (
    <div className={styles.stage}>
      <div className={styles.body}>
        <p ref={heading} tabIndex={-1} className={styles.lead} data-testid="command-lead">
          {sending && <Spinner />}
          <strong>
            {sending
              ? t('command.run.going', {
                  done: formatCount(progress.total - progress.waiting - progress.sent),
                  total: formatCount(progress.total),
                })
              : t(run.isOver ? 'command.run.over' : 'command.run.confirming', {
                  count: progress.total,
                })}
          </strong>
        </p>
        <RunFacts progress={progress} hasConfirmation={run.command.kind !== 'disconnect'} />
        <RunList items={inReadingOrder(run, sending)} />
        <Failure text={again.failure && t(`command.failure.${again.failure}`)} />
      </div>
      <DialogFooter>
        <p className={styles.sentence}>
          {t(run.isOver ? 'command.run.kept' : 'command.run.goesOn')}
        </p>
        <div className={styles.buttons}>
          {progress.waiting > 0 && (
            <Button
              unavailable={cancel.isPending}
              data-testid="command-cancel-rest"
              onClick={cancel.cancelRest}
            >
              {t('command.run.cancelRest', {
                count: progress.waiting,
                value: formatCount(progress.waiting),
              })}
            </Button>
          )}
          {canRetry && (
            <Button unavailable={again.isPending} data-testid="command-retry" onClick={again.retry}>
              {t('command.run.retry', {
                count: progress.retryable,
                value: formatCount(progress.retryable),
              })}
            </Button>
          )}
          <Button look="primary" data-testid="command-done" onClick={finish}>
            {t(run.isOver ? 'command.run.done' : 'command.close')}
          </Button>
        </div>
      </DialogFooter>
    </div>
  );
}
