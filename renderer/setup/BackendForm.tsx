import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BackendForm as Form } from '../../contract/application.ts';
import { Failure } from '../ui/Failure.tsx';
import { BackendFields } from './BackendFields.tsx';
import type { OwnApplication } from './ownApplication.ts';
import screen from './SetupScreen.module.css';

interface BackendFormProps {
  readonly application: OwnApplication | null;
  /** Whose details these are; `null`: a new profile's. */
  readonly profileId: string | null;
  /** Whether the first field is where the person goes on. */
  readonly takesFocus: boolean;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** A company's backend keeps the client secret; two things are enough to use it. */
export function BackendForm({
  application,
  profileId,
  takesFocus,
  onBack,
  onDone,
}: BackendFormProps) {
  const { t } = useTranslation();
  const save = useMutation({
    mutationFn: (form: Form) => window.motorpool['setup.saveBackend']({ form, profileId }),
    // What was typed is secret: it goes with the form, not minutes later.
    gcTime: 0,
    onSuccess: (result) => {
      if (result.ok) onDone();
    },
  });
  const { exchange } = application ?? {};
  return (
    <>
      <p className={screen.intro}>{t('setup.backendIntro')}</p>
      <BackendFields
        address={exchange?.kind === 'backend' ? exchange.address : null}
        failure={save.data?.ok === false ? save.data.failure : null}
        takesFocus={takesFocus}
        isSaving={save.isPending}
        onSave={(form) => save.mutate(form)}
        onEdit={save.reset}
        onBack={onBack}
      />
      <Failure text={save.isError ? t('problem.unexpected') : null} />
    </>
  );
}
