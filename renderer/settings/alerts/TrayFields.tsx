import { useTranslation } from 'react-i18next';
import { useStatus } from '../../state/cache.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import sections from '../SettingsScreen.module.css';
import { useUndoableChange } from '../useUndoableChange.ts';
import styles from './AlertSettings.module.css';

/** The app's icon among those of the system, and whether it goes on without its window. */
export function TrayFields() {
  const { t } = useTranslation();
  const { desktop } = useStatus();
  const { change, undo, changed } = useUndoableChange(
    desktop,
    window.motorpool['settings.setDesktop'],
  );
  return (
    <>
      <div className={sections.fields}>
        <div className={styles.rule}>
          <CheckField
            label={t('desktop.tray')}
            text={t('desktop.trayText')}
            checked={desktop.tray}
            testId="desktop-tray"
            onChange={(tray) => change({ tray })}
          />
        </div>
        {desktop.tray && (
          <div className={styles.rule}>
            <CheckField
              label={t('desktop.keepRunning')}
              text={t('desktop.keepRunningText')}
              checked={desktop.keepRunning}
              testId="desktop-keep-running"
              onChange={(keepRunning) => change({ keepRunning })}
            />
          </div>
        )}
      </div>
      <div role="status" className={sections.changed}>
        {changed && (
          <>
            <span>{t('desktop.changed')}</span>
            {changed.canUndo && (
              <Button look="link" data-testid="desktop-undo" onClick={undo}>
                {t('transport.undo')}
              </Button>
            )}
          </>
        )}
      </div>
    </>
  );
}
