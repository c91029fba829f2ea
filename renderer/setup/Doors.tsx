import IconFlask from '@tabler/icons-react/dist/esm/icons/IconFlask.mjs';
import IconKey from '@tabler/icons-react/dist/esm/icons/IconKey.mjs';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../contract/application.ts';
import { Failure } from '../ui/Failure.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { Door } from './Door.tsx';
import styles from './Doors.module.css';
import screen from './SetupScreen.module.css';

interface DoorsProps {
  /** The application in use; `null` on the first run. */
  readonly application: Application | null;
  readonly onForm: () => void;
  readonly onDone: () => void;
}

/** The first question: simulated cars, or the own application. The first is ready to be pressed. */
export function Doors({ application, onForm, onDone }: DoorsProps) {
  const { t } = useTranslation();
  const first = useRef<HTMLButtonElement>(null);
  const simulate = useMutation({
    mutationFn: () => window.motorpool['setup.chooseSimulated'](),
    onSuccess: (result) => {
      if (result.ok) onDone();
    },
  });
  const failure = simulate.data?.ok === false ? simulate.data.failure : null;
  const hasFailed = simulate.isError || failure !== null;
  const isFirstRun = application === null;
  useEffect(() => first.current?.focus(), []);

  return (
    <>
      <h1>{t(isFirstRun ? 'setup.title' : 'setup.titleAgain')}</h1>
      <p className={screen.intro}>{t(isFirstRun ? 'setup.intro' : 'setup.introAgain')}</p>
      <div className={styles.doors}>
        <Door
          ref={first}
          testId="door-simulated"
          picture={simulate.isPending ? <Spinner size={20} /> : <IconFlask size={20} aria-hidden />}
          title={t(simulate.isPending ? 'setup.simulatedStarting' : 'setup.simulated')}
          text={t('setup.simulatedText')}
          note={application?.kind === 'simulated' ? t('setup.inUse') : null}
          unavailable={simulate.isPending}
          onOpen={() => simulate.mutate()}
        />
        <Door
          testId="door-own"
          picture={<IconKey size={20} aria-hidden />}
          title={t('setup.own')}
          text={t('setup.ownText')}
          note={application?.kind === 'own' ? t('setup.inUse') : null}
          unavailable={simulate.isPending}
          onOpen={onForm}
        />
      </div>
      <Failure
        text={
          failure === 'busy'
            ? t('problem.profile_busy')
            : hasFailed
              ? t('setup.failure.sandbox_failed')
              : null
        }
      />
    </>
  );
}
