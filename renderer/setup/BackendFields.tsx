import { TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type BackendForm, backendFormSchema } from '../../contract/application.ts';
import type { BackendFailure } from '../../contract/responses.ts';
import { useStatus } from '../state/cache.ts';
import { Button } from '../ui/Button.tsx';
import { Failure } from '../ui/Failure.tsx';
import styles from './ApplicationFields.module.css';
import { fieldAtFault } from './backendProblem.ts';
import { sendOnModEnter } from './formKeys.ts';
import { SecretField } from './SecretField.tsx';
import { useProblemText } from './useProblemText.ts';

interface BackendFieldsProps {
  /** The backend in use; its staff token never comes back. */
  readonly address: string | null;
  /** Why the backend was not taken into use; said at the field that has to be changed. */
  readonly failure: BackendFailure | null;
  readonly takesFocus: boolean;
  readonly isSaving: boolean;
  readonly onSave: (form: BackendForm) => void;
  /** What was tried is being changed, so its failure no longer holds. */
  readonly onEdit: () => void;
  readonly onBack: () => void;
}

/** Where the company's backend is and by which right one may ask it; the rest it tells itself. */
export function BackendFields(props: BackendFieldsProps) {
  const { address, failure, takesFocus, isSaving, onSave, onEdit, onBack } = props;
  const { t } = useTranslation();
  const problem = useProblemText();
  const { keychain } = useStatus();
  const { register, setFocus, handleSubmit, formState } = useForm<BackendForm>({
    resolver: zodResolver(backendFormSchema),
    mode: 'onTouched',
    defaultValues: { address: address ?? '', staffToken: '' },
  });
  const { errors } = formState;
  const atFault = failure && fieldAtFault(failure);
  const failureText = failure && t(`setup.backendFailure.${failure}`);
  const failureAt = (field: keyof BackendForm) =>
    atFault === field ? (failureText ?? undefined) : undefined;

  const first = address === null ? 'address' : 'staffToken';
  useEffect(() => {
    if (takesFocus) setFocus(first);
  }, [first, takesFocus, setFocus]);
  useEffect(() => {
    if (atFault) setFocus(atFault);
  }, [atFault, setFocus]);

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={handleSubmit(onSave)}
      onKeyDown={(event) => sendOnModEnter(event, isSaving)}
    >
      <TextInput
        label={t('setup.backendAddress')}
        description={t('setup.backendAddressHint')}
        autoComplete="off"
        spellCheck={false}
        error={problem(errors.address) ?? failureAt('address')}
        {...register('address', { onChange: onEdit })}
      />
      <SecretField
        label={t('setup.staffToken')}
        description={t(
          keychain.state === 'unavailable' ? 'setup.tokenNoKeychain' : 'setup.tokenGoesTo',
          { backend: keychain.backend },
        )}
        showLabel={t('setup.showStaffToken')}
        hideLabel={t('setup.hideStaffToken')}
        problem={problem(errors.staffToken) ?? failureAt('staffToken')}
        field={register('staffToken', { onChange: onEdit })}
      />
      <p className={styles.hint}>{t('setup.backendGives')}</p>
      <div className={styles.buttons}>
        <Button look="primary" type="submit" unavailable={isSaving}>
          {t(isSaving ? 'setup.asking' : 'setup.saveBackend')}
        </Button>
        <Button onClick={onBack}>{t('setup.backToDoors')}</Button>
      </div>
      <Failure text={atFault ? null : failureText} />
    </form>
  );
}
