import { TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import { zodResolver } from '@hookform/resolvers/zod';
import { type KeyboardEvent, useEffect } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  type ApplicationForm,
  applicationFormSchema,
  defaultRedirectUri,
} from '../../contract/application.ts';
import type { ApplicationCheck } from '../../contract/applicationCheck.ts';
import { useStatus } from '../state/cache.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ApplicationFields.module.css';
import { nextField, sendOnModEnter } from './formKeys.ts';
import { ModeField } from './ModeField.tsx';
import type { OwnApplication } from './ownApplication.ts';
import { RedirectUrisField } from './RedirectUrisField.tsx';
import { SaveButtons } from './SaveButtons.tsx';
import { SecretField } from './SecretField.tsx';
import { looksSwapped } from './swapped.ts';
import { useProblemText } from './useProblemText.ts';

interface ApplicationFieldsProps {
  /** The own application in use, whose fields are filled in; its secret never comes back. */
  readonly application: OwnApplication | null;
  readonly takesFocus: boolean;
  /** What Smartcar said to what is in the fields; `null` before it was asked. */
  readonly found: ApplicationCheck | null;
  readonly work: 'checking' | 'saving' | null;
  /** Has it checked first, and saved if all is well. */
  readonly onSave: (form: ApplicationForm) => void;
  readonly onSaveUnchecked: (form: ApplicationForm) => void;
  /** What was checked is being changed. */
  readonly onEdit: () => void;
  readonly onBack: () => void;
}

/** Where Enter goes on to. */
const NEXT_FIELDS = { clientId: 'clientSecret', clientSecret: 'redirectUris' } as const;

/** The fields of an application, checked by the same schema as the main process uses. */
export function ApplicationFields(props: ApplicationFieldsProps) {
  const { application, takesFocus, found, work, onSave, onSaveUnchecked, onEdit, onBack } = props;
  const { t } = useTranslation();
  const problem = useProblemText();
  const { keychain } = useStatus();
  const form = useForm<ApplicationForm>({
    resolver: zodResolver(applicationFormSchema),
    mode: 'onTouched',
    defaultValues: {
      clientId: application?.clientId ?? '',
      clientSecret: '',
      redirectUris: application?.redirectUris.join('\n') ?? '',
      mode: application?.mode ?? 'live',
    },
  });
  const { register, setValue, setFocus, getFieldState, formState, control } = form;
  const { errors } = formState;
  useEffect(() => {
    if (takesFocus) setFocus('clientId');
  }, [takesFocus, setFocus]);
  const isRefused = found?.credentials === 'credentials_refused';
  useEffect(() => {
    if (isRefused) setFocus('clientSecret');
  }, [isRefused, setFocus]);
  const filled = {
    clientId: '',
    clientSecret: '',
    redirectUris: '',
    ...useWatch({ control }),
  };

  /** The redirect URI follows the client ID until somebody has written it by hand. */
  const followClientId = (clientId: string) => {
    if (application || getFieldState('redirectUris').isDirty) return;
    const trimmed = clientId.trim();
    form.resetField('redirectUris', {
      defaultValue: trimmed === '' ? '' : defaultRedirectUri(trimmed),
    });
  };
  const swap = () => {
    const { clientId, clientSecret } = form.getValues();
    setValue('clientId', clientSecret.trim(), { shouldValidate: true });
    setValue('clientSecret', clientId.trim(), { shouldValidate: true });
    followClientId(clientSecret);
    onEdit();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    sendOnModEnter(event, work !== null);
    const next = nextField(event, NEXT_FIELDS);
    if (!next) return;
    event.preventDefault();
    setFocus(next);
  };

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={form.handleSubmit(onSave)}
      onChange={onEdit}
      onKeyDown={onKeyDown}
    >
      <TextInput
        label={t('setup.clientId')}
        description={t('setup.clientIdHint')}
        autoComplete="off"
        spellCheck={false}
        error={problem(errors.clientId)}
        {...register('clientId', { onChange: (event) => followClientId(event.target.value) })}
      />
      <SecretField
        label={t('setup.clientSecret')}
        description={t(
          keychain.state === 'unavailable' ? 'setup.secretNoKeychain' : 'setup.secretGoesTo',
          { backend: keychain.backend },
        )}
        showLabel={t('setup.showSecret')}
        hideLabel={t('setup.hideSecret')}
        problem={
          problem(errors.clientSecret) ?? (isRefused ? t('setupCheck.refusedSecret') : undefined)
        }
        field={register('clientSecret')}
      />
      {looksSwapped(filled) && (
        <p className={styles.swapped} role="status">
          {t('setup.swapped')}
          <Button onClick={swap}>{t('setup.swap')}</Button>
        </p>
      )}
      <RedirectUrisField
        clientId={filled.clientId}
        value={filled.redirectUris}
        problem={problem(errors.redirectUris)}
        field={register('redirectUris')}
        onChange={(value) => {
          setValue('redirectUris', value, { shouldDirty: true, shouldValidate: true });
          onEdit();
        }}
      />
      <ModeField control={control} offersTest={application?.mode === 'test'} />
      <SaveButtons
        found={found}
        work={work}
        onSaveUnchecked={form.handleSubmit(onSaveUnchecked)}
        onBack={onBack}
      />
    </form>
  );
}
