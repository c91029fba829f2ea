import { PasswordInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/ActionIcon.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/PasswordInput.css';
import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  type Application,
  type ApplicationForm,
  type ApplicationFormProblem,
  applicationFormSchema,
  defaultRedirectUri,
} from '../../contract/application.ts';
import { useStatus } from '../state/cache.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ApplicationFields.module.css';
import { ModeField } from './ModeField.tsx';
import { RedirectUriField } from './RedirectUriField.tsx';
import { looksSwapped } from './swapped.ts';

interface ApplicationFieldsProps {
  /** The own application in use, whose fields are filled in; its secret never comes back. */
  readonly application: Extract<Application, { kind: 'own' }> | null;
  readonly isSaving: boolean;
  readonly onSave: (form: ApplicationForm) => void;
  readonly onBack: () => void;
}

/** The schema's issues carry a problem's name as their message. */
interface FieldProblem {
  readonly message?: string | undefined;
}

/** The four fields of an application, checked by the same schema as the main process uses. */
export function ApplicationFields(props: ApplicationFieldsProps) {
  const { application, isSaving, onSave, onBack } = props;
  const { t } = useTranslation();
  const { keychain } = useStatus();
  const [isSecretShown, setIsSecretShown] = useState(false);
  const form = useForm<ApplicationForm>({
    resolver: zodResolver(applicationFormSchema),
    mode: 'onTouched',
    defaultValues: {
      clientId: application?.clientId ?? '',
      clientSecret: '',
      redirectUri: application?.redirectUri ?? '',
      mode: application?.mode ?? 'live',
    },
  });
  const { register, setValue, setFocus, getFieldState, formState, control } = form;
  useEffect(() => setFocus('clientId'), [setFocus]);
  const values = useWatch({ control });
  const problem = (field: FieldProblem | undefined) =>
    field?.message ? t(`setup.problem.${field.message as ApplicationFormProblem}`) : undefined;
  const { errors } = formState;
  const filled = { clientId: '', clientSecret: '', redirectUri: '', ...values };
  const backend = { backend: keychain.backend };

  /** The redirect URI follows the client ID until somebody has written it by hand. */
  const followClientId = (clientId: string) => {
    if (application || getFieldState('redirectUri').isDirty) return;
    const trimmed = clientId.trim();
    form.resetField('redirectUri', {
      defaultValue: trimmed === '' ? '' : defaultRedirectUri(trimmed),
    });
  };
  const swap = () => {
    const { clientId, clientSecret } = form.getValues();
    setValue('clientId', clientSecret.trim(), { shouldValidate: true });
    setValue('clientSecret', clientId.trim(), { shouldValidate: true });
    followClientId(clientSecret);
  };

  return (
    <form className={styles.form} noValidate onSubmit={form.handleSubmit(onSave)}>
      <TextInput
        label={t('setup.clientId')}
        description={t('setup.clientIdHint')}
        autoComplete="off"
        spellCheck={false}
        error={problem(errors.clientId)}
        {...register('clientId', { onChange: (event) => followClientId(event.target.value) })}
      />
      <PasswordInput
        label={t('setup.clientSecret')}
        description={t(
          keychain.state === 'unavailable' ? 'setup.secretNoKeychain' : 'setup.secretGoesTo',
          backend,
        )}
        autoComplete="off"
        spellCheck={false}
        visible={isSecretShown}
        onVisibilityChange={setIsSecretShown}
        visibilityToggleButtonProps={{
          'aria-label': t(isSecretShown ? 'setup.hideSecret' : 'setup.showSecret'),
          tabIndex: 0,
        }}
        error={problem(errors.clientSecret)}
        {...register('clientSecret')}
      />
      {looksSwapped(filled) && (
        <p className={styles.swapped} role="status">
          {t('setup.swapped')}
          <Button onClick={swap}>{t('setup.swap')}</Button>
        </p>
      )}
      <RedirectUriField
        value={filled.redirectUri}
        problem={problem(errors.redirectUri)}
        field={register('redirectUri')}
      />
      <ModeField control={control} offersTest={application?.mode === 'test'} />
      <div className={styles.buttons}>
        <Button look="primary" type="submit" unavailable={isSaving}>
          {t(isSaving ? 'setup.saving' : 'setup.save')}
        </Button>
        <Button onClick={onBack}>{t('setup.backToDoors')}</Button>
      </div>
    </form>
  );
}
