import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ExportFailure,
  ImportFailure,
  ImportPlan,
  ImportResult,
} from '../../../contract/data.ts';
import { formatCount } from '../../format/amount.ts';
import { useShell } from '../../frame/shell.ts';
import { reloadImported } from '../../onboarding/importedList.ts';
import { restoreTable } from '../../state/tableSettings.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Preloaded } from '../../ui/Preloaded.tsx';
import { preloadable } from '../../ui/preloadable.ts';
import sections from '../SettingsScreen.module.css';
import styles from './DataSettings.module.css';
import { SIZES_KEY } from './SizeTable.tsx';
import { useDataWork } from './useDataWork.ts';
import { WorkBar } from './WorkBar.tsx';

const importDialog = preloadable(() => import('./ImportDialog.tsx'));

type Outcome =
  | { readonly kind: 'exported'; readonly name: string }
  | { readonly kind: 'imported'; readonly result: ImportResult }
  | { readonly kind: 'undone' };

/** The table's set-up came from the file, or went back: it is not pushed like the rest. */
async function reloadTable(): Promise<void> {
  restoreTable((await window.motorpool['app.bootstrap']()).table);
}

/** Everything into one file, and back. */
export function FileFields() {
  const { t } = useTranslation();
  const { report } = useShell();
  const queries = useQueryClient();
  const work = useDataWork();
  const importButton = useRef<HTMLButtonElement>(null);
  const [plan, setPlan] = useState<ImportPlan | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [failure, setFailure] = useState<ExportFailure | ImportFailure | null>(null);
  const onError = () => report('unexpected');
  const begin = () => {
    setOutcome(null);
    setFailure(null);
  };

  const exporting = useMutation({
    mutationFn: () => {
      const day = new Date().toISOString().slice(0, 10);
      return window.motorpool['data.export']({ name: t('data.fileName', { day }) });
    },
    onMutate: begin,
    onSuccess(answer) {
      if (answer.ok) setOutcome({ kind: 'exported', name: answer.value });
      else setFailure(answer.failure);
    },
    onError,
  });
  const checking = useMutation({
    mutationFn: () => window.motorpool['data.checkImport'](),
    onMutate: begin,
    onSuccess(answer) {
      if (answer.ok) setPlan(answer.value);
      else setFailure(answer.failure);
    },
    onError,
  });
  const undoing = useMutation({
    mutationFn: () => window.motorpool['data.undoImport'](),
    async onSuccess(answer) {
      if (!answer.ok) {
        setFailure(answer.failure);
        return;
      }
      setOutcome({ kind: 'undone' });
      importButton.current?.focus();
      await reloadTable();
    },
    onError,
  });

  const closePlan = () => {
    setPlan(null);
    importButton.current?.focus();
  };
  const onImported = async (result: ImportResult) => {
    setOutcome({ kind: 'imported', result });
    closePlan();
    await Promise.all([
      queries.invalidateQueries({ queryKey: SIZES_KEY }),
      reloadTable(),
      reloadImported(),
    ]);
  };
  const isBusy = exporting.isPending || checking.isPending;

  return (
    <>
      <p className={sections.quiet}>{t('data.exportText')}</p>
      <p className={sections.quiet}>{t('data.importText')}</p>
      <div className={sections.buttons}>
        <Button data-testid="data-export" unavailable={isBusy} onClick={() => exporting.mutate()}>
          {t('data.export')}
        </Button>
        <Button
          ref={importButton}
          data-testid="data-import"
          unavailable={isBusy}
          onClick={() => checking.mutate()}
        >
          {t('data.import')}
        </Button>
      </div>
      {work && !plan && <WorkBar work={work} />}
      <div role="status" className={styles.outcome} data-testid="data-outcome">
        {failure === 'cancelled' && t('data.stopped')}
        {outcome?.kind === 'exported' && t('data.exported', { name: outcome.name })}
        {outcome?.kind === 'undone' && t('data.undone')}
        {outcome?.kind === 'imported' && (
          <>
            <span>{t('data.imported', { count: outcome.result.labelled })}</span>
            <span>
              {t('data.importedValues', {
                count: outcome.result.history,
                value: formatCount(outcome.result.history),
              })}
            </span>
            <Button look="link" data-testid="data-undo" onClick={() => undoing.mutate()}>
              {t('data.undoLabels')}
            </Button>
          </>
        )}
      </div>
      <Failure text={failure && failure !== 'cancelled' ? t(`data.failure.${failure}`) : null} />
      {plan && (
        <Preloaded of={importDialog} with={{ plan, work, onImported, onClose: closePlan }} />
      )}
    </>
  );
}
