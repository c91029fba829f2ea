import IconFileExport from '@tabler/icons-react/dist/esm/icons/IconFileExport.mjs';
import { useEffect, useRef } from 'react';
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

const TABS: readonly DiagnosticsTab[] = ['health', 'activity', 'log'];

/** What happened, who did it, and how everything is; without a developer. */
export default function DiagnosticsScreen() {
  const { t } = useTranslation();
  const { show, diagnosticsTab: tab, showDiagnostics, openSupportFile } = useShell();
  const heading = useRef<HTMLHeadingElement>(null);
  useEscape(() => show('vehicles'));
  usePlainKey('s', openSupportFile);
  useEffect(() => heading.current?.focus(), []);

  return (
    <main className={styles.screen} data-testid="diagnostics-screen">
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {t('diagnostics.title')}
        </h1>
        <Button aria-keyshortcuts="S" data-testid="support-open" onClick={openSupportFile}>
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
    </main>
  );
}
