import { useTranslation } from 'react-i18next';
import type { DesktopSettings } from '../../../contract/desktop.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import sections from '../SettingsScreen.module.css';
import styles from './AlertSettings.module.css';

interface TrayFieldsProps {
  readonly desktop: DesktopSettings;
  readonly onChange: (part: Partial<DesktopSettings>) => void;
}

/** The app's icon in the system tray, and whether the app goes on without its window. */
export function TrayFields({ desktop, onChange }: TrayFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className={sections.fields}>
      <div className={styles.rule}>
        <CheckField
          label={t('desktop.tray')}
          text={t('desktop.trayText')}
          checked={desktop.tray}
          testId="desktop-tray"
          onChange={(tray) => onChange({ tray })}
        />
      </div>
      {desktop.tray && (
        <div className={styles.rule}>
          <CheckField
            label={t('desktop.keepRunning')}
            text={t('desktop.keepRunningText')}
            checked={desktop.keepRunning}
            testId="desktop-keep-running"
            onChange={(keepRunning) => onChange({ keepRunning })}
          />
        </div>
      )}
    </div>
  );
}
