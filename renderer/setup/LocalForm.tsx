import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import { useTranslation } from 'react-i18next';
import { useHelp } from '../frame/actions.ts';
import { Button } from '../ui/Button.tsx';
import { Failure } from '../ui/Failure.tsx';
import { ApplicationFields } from './ApplicationFields.tsx';
import type { OwnApplication } from './ownApplication.ts';
import screen from './SetupScreen.module.css';
import { useCheckedSave } from './useCheckedSave.ts';

interface LocalFormProps {
  readonly application: OwnApplication | null;
  /** Whose details these are; `null`: a new profile's. */
  readonly profileId: string | null;
  /** Whether the first field is where the person goes on. */
  readonly takesFocus: boolean;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** What Smartcar's dashboard says about the own application, its client secret included. */
export function LocalForm({ application, profileId, takesFocus, onBack, onDone }: LocalFormProps) {
  const { t } = useTranslation();
  const help = useHelp();
  const { found, work, isBroken, failure, ...does } = useCheckedSave(profileId, onDone);
  return (
    <>
      <p className={screen.intro}>
        {`${t('setup.formIntro')} `}
        <Button look="link" onClick={() => help.mutate('dashboard')}>
          {t('setup.openDashboard')}
          <IconExternalLink size={14} aria-hidden />
        </Button>
      </p>
      <ApplicationFields
        application={application}
        takesFocus={takesFocus}
        found={found}
        work={work}
        onSave={does.checkAndSave}
        onSaveUnchecked={does.saveUnchecked}
        onEdit={does.forget}
        onBack={onBack}
      />
      <Failure
        text={isBroken ? t('problem.unexpected') : failure && t(`setup.failure.${failure}`)}
      />
    </>
  );
}
