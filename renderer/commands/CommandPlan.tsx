import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command, CommandKind } from '../../contract/commands.ts';
import type { CommandRequest } from '../frame/layers.ts';
import { useShell } from '../frame/shell.ts';
import { useCommandRun } from '../state/cache.ts';
import { useFleetSummary } from '../state/fleet/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { Failure } from '../ui/Failure.tsx';
import { DialogFooter } from '../ui/mantine/DialogFooter.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { ChargeLimitField } from './ChargeLimitField.tsx';
import styles from './CommandDialog.module.css';
import { Consequences } from './Consequences.tsx';
import { commandFor } from './commandNames.ts';
import { PlanBudget } from './PlanBudget.tsx';
import { PlanList } from './PlanList.tsx';
import { planOf } from './planOf.ts';
import { isSending, progressOf } from './progressOf.ts';
import { TypedWord } from './TypedWord.tsx';
import { isWord, type TypedKind, wordFor } from './typedWord.ts';
import { useRunCommand } from './useCommandRequests.ts';
import { useDryRun } from './useDryRun.ts';

/** Where most fleets stop charging, to spare the battery. */
const USUAL_LIMIT = 0.8;

function typedKind(kind: CommandKind): TypedKind | null {
  return kind === 'unlock' || kind === 'disconnect' ? kind : null;
}

/** What a command would do, before anything is sent. */
export function CommandPlan({ request }: { readonly request: CommandRequest }) {
  const { kind, vehicleIds } = request;
  const { t } = useTranslation();
  const { closeLayer, openCommandRun } = useShell();
  const { reach } = useFleetSummary();
  const [limit, setLimit] = useState(USUAL_LIMIT);
  const [word, setWord] = useState('');
  const command: Command = kind === 'set_charge_limit' ? { kind, limit } : { kind };
  const { dryRun, hasFailed } = useDryRun(command, vehicleIds, reach);
  const running = useCommandRun();
  const start = useRunCommand();
  const blockerId = useId();
  const runButton = useRef<HTMLButtonElement>(null);

  const plan = dryRun && planOf(dryRun);
  const able = plan?.able.length ?? 0;
  const typed = typedKind(kind);
  const isOffline = reach === 'offline' || dryRun?.offline === true;
  const isBusy = running !== null && isSending(progressOf(running));
  const blocker = isOffline ? 'offline' : isBusy ? 'busy' : plan && able === 0 ? 'nobody' : null;
  const isReady =
    plan !== undefined &&
    blocker === null &&
    !start.isPending &&
    (typed === null || isWord(word, wordFor(t, typed)));

  // Where nothing is to be typed or chosen first, Enter is all it needs.
  const isPlain = able > 0 && typed === null && kind !== 'set_charge_limit';
  useEffect(() => {
    if (isPlain) runButton.current?.focus();
  }, [isPlain]);

  const run = () => {
    if (!isReady) return;
    start.run(
      { command, vehicleIds },
      {
        onSuccess: (result) => {
          if (result.ok) openCommandRun();
        },
      },
    );
  };

  return (
    <form
      className={styles.stage}
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <div className={styles.body}>
        {plan ? (
          <PlanList kind={kind} plan={plan} />
        ) : (
          <p role="status" className={styles.looking}>
            {!hasFailed && <Spinner />}
            {t(hasFailed ? 'problem.unexpected' : 'command.plan.looking')}
          </p>
        )}
        {kind === 'set_charge_limit' && <ChargeLimitField value={limit} onChange={setLimit} />}
        {able > 0 && <Consequences kind={kind} count={able} />}
        {typed && able > 0 && (
          <TypedWord word={wordFor(t, typed)} value={word} onChange={setWord} />
        )}
        <Failure text={start.failure && t(`command.failure.${start.failure}`)} />
      </div>
      <DialogFooter>
        <div
          id={blockerId}
          role="status"
          className={styles.sentence}
          data-testid="command-sentence"
        >
          {blocker ? (
            <p className={styles.blocker}>
              {t(`command.blocked.${blocker}`)}{' '}
              {blocker === 'busy' && (
                <Button look="link" onClick={openCommandRun}>
                  {t('command.blocked.show')}
                </Button>
              )}
            </p>
          ) : (
            dryRun && <PlanBudget dryRun={dryRun} />
          )}
        </div>
        <div className={styles.buttons}>
          <Button onClick={closeLayer}>{t('command.close')}</Button>
          {able > 0 && (
            <Button
              ref={runButton}
              type="submit"
              look={typed ? 'danger' : 'primary'}
              unavailable={!isReady}
              aria-describedby={blockerId}
              data-testid="command-run"
            >
              {start.isPending && <Spinner />}
              {commandFor(t, kind, able)}
            </Button>
          )}
        </div>
      </DialogFooter>
    </form>
  );
}
