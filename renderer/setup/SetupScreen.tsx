import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import { useTranslation } from 'react-i18next';
import { useShell } from '../frame/shell.ts';
import { useStatus } from '../state/cache.ts';
import { Button } from '../ui/Button.tsx';
import { Preloaded } from '../ui/Preloaded.tsx';
import { preloadable } from '../ui/preloadable.ts';
import { useEscape } from '../ui/useEscape.ts';
import { useIdlePreload } from '../ui/useIdlePreload.ts';
import { Doors } from './Doors.tsx';
import styles from './SetupScreen.module.css';

const applicationFormScreen = preloadable(() => import('./ApplicationFormScreen.tsx'));

/**
 * From install to something that works: the two doors, and the form behind the second. The same
 * screen serves a later change of mind; then there is a way back and looking changes nothing.
 */
export default function SetupScreen() {
  const { t } = useTranslation();
  const { screen, show } = useShell();
  const { application } = useStatus();
  const canGoBack = application !== null;
  const isNew = screen === 'newApplication';
  const isForm = screen === 'applicationForm' || isNew;

  // The form brings the component kit with it; it is fetched while the doors are being read.
  useIdlePreload(applicationFormScreen.preload);
  useEscape(() => {
    if (isForm) show('doors');
    else if (canGoBack) show('vehicles');
  });

  return (
    <div className={styles.screen}>
      <main className={styles.page}>
        {canGoBack && (
          <Button look="link" className={styles.back} onClick={() => show('vehicles')}>
            <IconArrowLeft size={16} aria-hidden />
            {t('setup.backToVehicles')}
          </Button>
        )}
        {isForm ? (
          <Preloaded
            of={applicationFormScreen}
            with={{
              application: isNew ? null : application,
              onBack: () => show('doors'),
              onDone: () => show('vehicles'),
            }}
          />
        ) : (
          <Doors
            application={application}
            onForm={() => show('newApplication')}
            onDone={() => show('vehicles')}
          />
        )}
      </main>
    </div>
  );
}
