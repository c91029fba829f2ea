import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../contract/application.ts';
import type { PermissionPreset } from '../../contract/permissions.ts';
import { listText } from '../format/list.ts';
import { presetName } from '../format/presetName.ts';
import { modeOf } from '../frame/ModeBadge.tsx';
import { useShell } from '../frame/shell.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import shared from '../ui/shared.module.css';
import { ProfileList } from './profiles/ProfileList.tsx';
import { ReadHealth } from './ReadHealth.tsx';
import { SettingsFacts } from './SettingsFacts.tsx';
import styles from './SettingsScreen.module.css';

type OwnApplication = Extract<Application, { kind: 'own' }>;

function presetNames(t: TFunction, presets: readonly PermissionPreset[]): string {
  return presets.length === 0
    ? t('settings.application.presetsNone')
    : listText(presets.map((preset) => presetName(t, preset)));
}

function ownRows(
  t: TFunction,
  { clientId, exchange, redirectUris }: OwnApplication,
): readonly (readonly [string, ReactNode] | null)[] {
  return [
    [
      t('settings.application.clientId'),
      <span key="id" className={styles.copyable}>
        <span className={shared.copyable}>{clientId}</span>
        <CopyButton text={clientId} label={t('settings.application.copyClientId')} />
      </span>,
    ],
    [
      t('settings.application.secret'),
      exchange.kind === 'local'
        ? t('settings.application.secretLocal')
        : t('settings.application.secretBackend', { address: exchange.address }),
    ],
    [
      t('settings.application.redirectUris'),
      <ul key="uris" className={shared.copyable}>
        {redirectUris.map((uri) => (
          <li key={uri}>{uri}</li>
        ))}
      </ul>,
    ],
    exchange.kind === 'backend'
      ? [t('settings.application.presets'), presetNames(t, exchange.presets)]
      : null,
  ];
}

/** What Motorpool connects cars with, and the others that it can be switched to. */
export function ApplicationSettings({ application }: { readonly application: Application }) {
  const { t } = useTranslation();
  const { show } = useShell();
  const isOwn = application.kind === 'own';
  return (
    <>
      <ReadHealth />
      <SettingsFacts
        rows={[
          [t('settings.application.which'), t(`application.${application.kind}`)],
          [t('settings.application.mode'), t(`mode.${modeOf(application)}`)],
          ...(isOwn ? ownRows(t, application) : []),
        ]}
      />
      {!isOwn && <p className={styles.quiet}>{t('settings.application.simulatedText')}</p>}
      {isOwn && (
        <div className={styles.buttons}>
          <Button onClick={() => show('applicationForm')}>
            {t(
              application.exchange.kind === 'backend'
                ? 'settings.application.changeBackend'
                : 'settings.application.change',
            )}
          </Button>
        </div>
      )}
      <ProfileList />
    </>
  );
}
