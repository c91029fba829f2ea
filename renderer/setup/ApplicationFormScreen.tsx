import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Application, ApplicationForm } from '../../contract/application.ts';
import { useHelp } from '../frame/actions.ts';
import { Button } from '../ui/Button.tsx';
import { Failure } from '../ui/Failure.tsx';
import { MantineHost } from '../ui/mantine/MantineHost.tsx';
import { ApplicationFields } from './ApplicationFields.tsx';
import screen from './SetupScreen.module.css';

interface ApplicationFormScreenProps {
  readonly application: Application | null;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** The second door: what Smartcar's dashboard says about the own application. */
export default function ApplicationFormScreen(props: ApplicationFormScreenProps) {
  const { application, onBack, onDone } = props;
  const { t } = useTranslation();
  const help = useHelp();
  const save = useMutation({
    mutationFn: (form: ApplicationForm) => window.motorpool['setup.saveApplication'](form),
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
    <MantineHost>
      <h1>{t('setup.formTitle')}</h1>
      <p className={screen.intro}>
        {`${t('setup.formIntro')} `}
        <Button look="link" onClick={() => help.mutate('dashboard')}>
          {t('setup.openDashboard')}
          <IconExternalLink size={14} aria-hidden />
        </Button>
      </p>
      <ApplicationFields
        application={application?.kind === 'own' ? application : null}
        isSaving={save.isPending}
        onSave={(form) => save.mutate(form)}
        onBack={onBack}
      />
      <Failure text={failure} />
    </MantineHost>
  );
}
