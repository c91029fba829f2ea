import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../contract/application.ts';
import { useShell } from '../frame/shell.ts';
import { Button } from '../ui/Button.tsx';
import { useEscape } from '../ui/useEscape.ts';
import { AppearanceSettings } from './AppearanceSettings.tsx';
import { ApplicationSettings } from './ApplicationSettings.tsx';
import { AlertSettings } from './alerts/AlertSettings.tsx';
import { BudgetSettings } from './BudgetSettings.tsx';
import { KeychainSettings } from './KeychainSettings.tsx';
import styles from './SettingsScreen.module.css';
import { TransportSettings } from './TransportSettings.tsx';

/** Everything that is chosen once, in the order in which one looks for it. Changes apply at once. */
export default function SettingsScreen({ application }: { readonly application: Application }) {
  const { t } = useTranslation();
  const { show } = useShell();
  const heading = useRef<HTMLHeadingElement>(null);
  useEscape(() => show('vehicles'));
  useEffect(() => heading.current?.focus(), []);

  return (
    <div className={styles.screen}>
      <main className={styles.page} data-testid="settings-screen">
        <Button look="link" className={styles.back} onClick={() => show('vehicles')}>
          <IconArrowLeft size={16} aria-hidden />
          {t('settings.back')}
        </Button>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {t('settings.title')}
        </h1>
        <ApplicationSettings application={application} />
        <TransportSettings application={application} />
        <BudgetSettings />
        <AlertSettings />
        <AppearanceSettings />
        <KeychainSettings />
      </main>
    </div>
  );
}
