import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../../contract/application.ts';
import type { ConnectOptionsIssue } from '../../../contract/connectOptions.ts';
import { useConnectRequest, useConnectStart } from '../../frame/actions.ts';
import { ModeBadge, modeOf } from '../../frame/ModeBadge.tsx';
import { useShell } from '../../frame/shell.ts';
import { useConnect, useStatus } from '../../state/cache.ts';
import { Failure } from '../../ui/Failure.tsx';
import { LayerDialog } from '../../ui/mantine/LayerDialog.tsx';
import { AdvancedFold } from './AdvancedFold.tsx';
import styles from './ConnectDialog.module.css';
import { ConnectFooter } from './ConnectFooter.tsx';
import { DriverPreview } from './DriverPreview.tsx';
import { optionsOf } from './draft.ts';
import { PermissionsSection } from './PermissionsSection.tsx';
import { RunningNotice } from './RunningNotice.tsx';
import { useDraft } from './useDraft.ts';
import { useIssues } from './useIssues.ts';
import { useModEnter } from './useModEnter.ts';
import { VehicleSection } from './VehicleSection.tsx';

interface ConnectDialogProps {
  readonly application: Application;
  /** False while another dialog lies above; what was chosen here is kept. */
  readonly isOnTop: boolean;
}

/** What can be put right first: a field, or the first choice of the permissions. */
const FIRST_PROBLEM = '[aria-invalid="true"], [data-problem] input';

/** The choices for one run of Connect, in the words of somebody who knows cars and no parameters. */
export default function ConnectDialog({ application, isOnTop }: ConnectDialogProps) {
  const { t } = useTranslation();
  const { closeLayer, closeLayers } = useShell();
  const { transport: usualTransport } = useStatus();
  const connect = useConnect();
  const [draft, change] = useDraft(application);
  const options = optionsOf(draft);
  const issues = useIssues(options, application);
  const start = useConnectStart();
  const focus = useConnectRequest('connect.focus');
  const content = useRef<HTMLDivElement>(null);
  // The attempt that was just started is none to point at: the dialog closes for it.
  const running = connect.status === 'running' && !start.isPending ? connect : null;
  const { transport } = draft;

  const problemAt = (field: ConnectOptionsIssue['field']) => {
    const problem = issues.at(field);
    return problem && t(`connectOptions.problem.${problem}`);
  };
  const failure = start.isError
    ? t('problem.unexpected')
    : start.data && !start.data.ok && start.data.failure === 'sandbox_failed'
      ? t('problem.sandbox_failed')
      : null;

  const open = () => {
    if (start.isPending) return;
    if (running) {
      focus.mutate();
      closeLayers();
      return;
    }
    if (!issues.areNone) {
      flushSync(issues.sayAll);
      content.current?.querySelector<HTMLElement>(FIRST_PROBLEM)?.focus();
      return;
    }
    const way = transport === usualTransport ? {} : { transport };
    start.mutate(
      { options, ...way },
      {
        onSuccess: (result) => {
          if (result.ok || result.failure === 'already_running') closeLayers();
        },
      },
    );
  };
  useModEnter(open, isOnTop);

  return (
    <LayerDialog
      isOnTop={isOnTop}
      testId="connect-dialog"
      title={t('connectOptions.title')}
      badge={<ModeBadge mode={draft.mode ?? modeOf(application)} />}
      width={1040}
      className={styles.dialog}
      onClose={closeLayer}
    >
      <div className={styles.body} ref={content}>
        <div className={styles.form}>
          {running && <RunningNotice attempt={running} />}
          <VehicleSection
            draft={draft}
            change={change}
            asked={options.permissions}
            problem={issues.at('vehicle')}
          />
          <PermissionsSection
            application={application}
            draft={draft}
            change={change}
            problem={issues.at('permissions')}
          />
          <AdvancedFold
            application={application}
            draft={draft}
            change={change}
            problemAt={problemAt}
          />
        </div>
        <DriverPreview options={options} />
      </div>
      <div className={styles.failure}>
        <Failure text={failure} />
      </div>
      <ConnectFooter
        levels={draft.usesDashboard ? null : draft.levels}
        transport={running?.transport ?? transport}
        isRunning={running !== null}
        isBusy={start.isPending}
        onOpen={open}
        onClose={closeLayer}
      />
    </LayerDialog>
  );
}
