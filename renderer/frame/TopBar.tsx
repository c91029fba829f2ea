import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../contract/application.ts';
import { useFleet } from '../state/cache.ts';
import { Button } from '../ui/Button.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { ApplicationMenu } from './ApplicationMenu.tsx';
import { useRefresh } from './actions.ts';
import { ModeBadge, modeOf } from './ModeBadge.tsx';
import { useShell } from './shell.ts';
import { isMac, modKeyText, useModKey } from './shortcuts.ts';
import styles from './TopBar.module.css';

/** What the window is about, and the two things one does most: connect a car, read values again. */
export function TopBar({ application }: { readonly application: Application }) {
  const { t } = useTranslation();
  const { openConnect } = useShell();
  const { vehicles, refreshing } = useFleet();
  const refresh = useRefresh();
  const isReading = refreshing.length > 0 || refresh.isPending;
  const withKey = (label: string, letter: string) =>
    t('frame.withKey', { label, key: modKeyText(letter, isMac) });

  useModKey('n', () => openConnect());
  useModKey('r', () => {
    if (!isReading && vehicles.length > 0) refresh.mutate(undefined);
  });

  return (
    <header className={styles.bar}>
      <h1 className={styles.name}>{t('app.name')}</h1>
      <ModeBadge mode={modeOf(application)} />
      <span className={styles.space} />
      {vehicles.length > 0 && (
        <Button
          className={`${styles.control} ${styles.refresh}`}
          data-testid="refresh-button"
          title={withKey(t('frame.refresh'), 'r')}
          unavailable={isReading}
          onClick={() => refresh.mutate(undefined)}
        >
          {isReading ? <Spinner /> : <IconRefresh size={16} aria-hidden />}
          {t(isReading ? 'frame.refreshing' : 'frame.refresh')}
        </Button>
      )}
      <Button
        look={vehicles.length > 0 ? 'primary' : 'plain'}
        className={styles.control}
        data-testid="connect-button"
        title={withKey(t('frame.connect'), 'n')}
        aria-haspopup="dialog"
        onClick={() => openConnect()}
      >
        <IconPlus size={16} aria-hidden />
        {t('frame.connect')}
      </Button>
      <ApplicationMenu application={application} />
    </header>
  );
}
