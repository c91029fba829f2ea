import { NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import { useTranslation } from 'react-i18next';
import { type Application, MODES, type Mode } from '../../../contract/application.ts';
import type { ConnectOptionsIssue } from '../../../contract/connectOptions.ts';
import { modeOf } from '../../frame/ModeBadge.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import styles from './Advanced.module.css';
import { countryChoices } from './countries.ts';
import { canChooseMode, type Draft } from './draft.ts';
import { TransportField } from './TransportField.tsx';
import type { ChangeDraft } from './useDraft.ts';

interface AdvancedSectionProps {
  readonly application: Application;
  readonly draft: Draft;
  readonly change: ChangeDraft;
  /** What is wrong with a field, in words. */
  readonly problemAt: (field: ConnectOptionsIssue['field']) => string | null;
}

const ID_PARAMETERS = ['client_id', 'application_id'] as const;

/** What is seldom needed, one field below the other. */
export function AdvancedSection({ application, draft, change, problemAt }: AdvancedSectionProps) {
  const { t } = useTranslation();
  const modes = MODES.filter((mode) => mode !== 'test' || modeOf(application) === 'test');
  return (
    <div className={styles.fields}>
      <NativeSelect
        label={t('connectOptions.country.label')}
        description={t('connectOptions.country.hint')}
        data={[{ value: '', label: t('connectOptions.country.byLocation') }, ...countryChoices()]}
        value={draft.country ?? ''}
        error={problemAt('country')}
        data-testid="connect-country"
        onChange={({ target }) => change({ country: target.value || null })}
      />
      {canChooseMode(application) && (
        <NativeSelect
          label={t('connectOptions.mode.label')}
          description={t('connectOptions.mode.hint')}
          data={[
            {
              value: '',
              label: t('connectOptions.mode.ofApplication', {
                mode: t(`mode.${modeOf(application)}`),
              }),
            },
            ...modes.map((mode) => ({ value: mode, label: t(`mode.${mode}`) })),
          ]}
          value={draft.mode ?? ''}
          data-testid="connect-mode"
          onChange={({ target }) => change({ mode: (target.value || null) as Mode | null })}
        />
      )}
      <div className={styles.wide}>
        <CheckField
          label={t('connectOptions.force.label')}
          text={t('connectOptions.force.hint')}
          checked={draft.forcePrompt}
          testId="connect-force"
          onChange={(forcePrompt) => change({ forcePrompt })}
        />
      </div>
      <TextInput
        label={t('connectOptions.externalId.label')}
        description={t('connectOptions.externalId.hint')}
        value={draft.externalId}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        error={problemAt('externalId')}
        data-testid="connect-external-id"
        onChange={({ target }) => change({ externalId: target.value })}
      />
      <CheckField
        label={t('connectOptions.clearExternalId.label')}
        text={t('connectOptions.clearExternalId.hint')}
        checked={draft.clearExternalId}
        testId="connect-clear-external-id"
        onChange={(clearExternalId) => change({ clearExternalId })}
      />
      <TextInput
        label={t('connectOptions.user.label')}
        description={t('connectOptions.user.hint')}
        value={draft.user}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        data-testid="connect-user"
        onChange={({ target }) => change({ user: target.value })}
      />
      <NativeSelect
        label={t('connectOptions.idParameter.label')}
        description={t('connectOptions.idParameter.hint')}
        data={[...ID_PARAMETERS]}
        value={draft.idParameter}
        data-testid="connect-id-parameter"
        onChange={({ target }) =>
          change({ idParameter: ID_PARAMETERS.find((one) => one === target.value) ?? 'client_id' })
        }
      />
      <div className={styles.wide}>
        <TransportField
          application={application}
          value={draft.transport}
          onChange={(transport) => change({ transport })}
        />
      </div>
    </div>
  );
}
