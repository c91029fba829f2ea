import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertSettings as AlertRules } from '../../../contract/alerts.ts';
import type { DesktopSettings } from '../../../contract/desktop.ts';
import { isMac } from '../../frame/shortcuts.ts';
import { useStatus } from '../../state/cache.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { Changed } from '../Changed.tsx';
import sections from '../SettingsScreen.module.css';
import { useUndoableChange } from '../useUndoableChange.ts';
import styles from './AlertSettings.module.css';
import { QuietHoursFields } from './QuietHoursFields.tsx';
import { RuleList } from './RuleList.tsx';
import { TrayFields } from './TrayFields.tsx';

/** What is watched for, and how and when it is told. */
export function AlertSettings() {
  const { t } = useTranslation();
  const { alertSettings, desktop } = useStatus();
  const alerts = useUndoableChange(alertSettings, window.motorpool['settings.setAlerts']);
  const icon = useUndoableChange(desktop, window.motorpool['settings.setDesktop']);
  /** Whose last change the bar below can take back. */
  const [isIconLast, setIconLast] = useState(false);
  const { notify, quiet } = alertSettings;

  const change = (part: Partial<AlertRules>) => {
    setIconLast(false);
    alerts.change(part);
  };
  const changeIcon = (part: Partial<DesktopSettings>) => {
    setIconLast(true);
    icon.change(part);
  };
  return (
    <>
      <p className={sections.quiet}>{t('alerts.settings.intro')}</p>
      <RuleList settings={alertSettings} onChange={change} />
      <h3>{t('alerts.settings.notifications')}</h3>
      <div className={sections.fields}>
        <div className={styles.rule}>
          <CheckField
            label={t('alerts.settings.notify')}
            text={t('alerts.settings.notifyText')}
            checked={notify}
            testId="alert-notify"
            onChange={(isOn) => change({ notify: isOn })}
          />
        </div>
        {notify && <QuietHoursFields quiet={quiet} onChange={(next) => change({ quiet: next })} />}
      </div>
      {!isMac && <TrayFields desktop={desktop} onChange={changeIcon} />}
      <Changed of={isIconLast ? icon : alerts} testId="alert-undo" />
    </>
  );
}
