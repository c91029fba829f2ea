import IconFileExport from '@tabler/icons-react/dist/esm/icons/IconFileExport.mjs';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DiagnosticsTab, useShell } from '../frame/shell.ts';
import { Button } from '../ui/Button.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { useEscape } from '../ui/useEscape.ts';
import { usePlainKey } from '../ui/usePlainKey.ts';
import { ActivityTab } from './activity/ActivityTab.tsx';
import styles from './DiagnosticsScreen.module.css';
import { HealthTab } from './health/HealthTab.tsx';
import { LogTab } from './log/LogTab.tsx';
import { SupportDialog } from './support/SupportDialog.tsx';

const TABS: readonly DiagnosticsTab[] = ['health', 'activity', 'log'];

/** What happened, who did it, and how everything is; without a developer. */
export default function DiagnosticsScreen() {
  const { t } = useTranslation();
  const { show, diagnosticsTab: tab, showDiagnostics } = useShell();
  const [isMakingFile, setMakingFile] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEscape(() => show('vehicles'), !isMakingFile);
  usePlainKey('s', () => setMakingFile(true));
  useEffect(() => heading.current?.focus(), []);
  const close = () => {
    setMakingFile(false);
    opener.current?.focus();
  };

  return (
    <main className={styles.screen} data-testid="diagnostics-screen">
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {t('diagnostics.title')}
        </h1>
        <Button
          ref={opener}
          aria-keyshortcuts="S"
          data-testid="support-open"
          onClick={() => setMakingFile(true)}
        >
          <IconFileExport size={16} aria-hidden />
          {t('frame.withKey', { label: t('diagnostics.support.open'), key: 'S' })}
        </Button>
      </div>
      <Tabs
        label={t('diagnostics.tabs.label')}
        tabs={TABS.map((value) => ({ value, label: t(`diagnostics.tabs.${value}`) }))}
        value={tab}
        onChoose={showDiagnostics}
        testIdPrefix="diagnostics-tab"
      >
        {tab === 'health' && <HealthTab />}
        {tab === 'activity' && <ActivityTab />}
        {tab === 'log' && <LogTab />}
      </Tabs>
      {isMakingFile && <SupportDialog onClose={close} />}
    </main>
  );
}
