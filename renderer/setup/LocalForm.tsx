import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ApplicationForm } from '../../contract/application.ts';
import { useHelp } from '../frame/actions.ts';
import { Button } from '../ui/Button.tsx';
import { Failure } from '../ui/Failure.tsx';
import { ApplicationFields } from './ApplicationFields.tsx';
import type { OwnApplication } from './ownApplication.ts';
import screen from './SetupScreen.module.css';

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
  const save = useMutation({
    mutationFn: (form: ApplicationForm) =>
      window.motorpool['setup.saveApplication']({ form, profileId }),
    // What was typed is secret: it goes with the form, not minutes later.
    gcTime: 0,
    onSuccess: (result) => {
      if (result.ok) onDone();
    },
  });
  const failure = save.isError
    ? t('problem.unexpected')
    : save.data?.ok === false
      ? t(`setup.failure.${save.data.failure}`)
      : null;
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
        isSaving={save.isPending}
        onSave={(form) => save.mutate(form)}
        onBack={onBack}
      />
      <Failure text={failure} />
    </>
  );
}
