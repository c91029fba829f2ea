import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../contract/application.ts';
import { AlertBell } from '../alerts/AlertBell.tsx';
import { useKeysKey } from '../keys/useKeysKey.ts';
import { HiddenMark } from '../privacy/HiddenMark.tsx';
import { CurrentProfile } from '../profiles/ProfileChip.tsx';
import { BudgetMeter } from '../queue/BudgetMeter.tsx';
import { useAskedRefresh } from '../queue/useAskedRefresh.ts';
import { useRefreshKeys } from '../queue/useRefreshKeys.ts';
import { useFleetSummary } from '../state/fleet/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { ApplicationMenu } from './ApplicationMenu.tsx';
import { ModeBadge, modeOf } from './ModeBadge.tsx';
import { useShell } from './shell.ts';
import { isMac, modKeyText, useModKey } from './shortcuts.ts';
import styles from './TopBar.module.css';

/** What the window is about, what can be read, and the two things one does most: connect, refresh. */
export function TopBar({ application }: { readonly application: Application }) {
  const { t } = useTranslation();
  const { openConnect } = useShell();
  const { count, refreshing } = useFleetSummary();
  const refresh = useAskedRefresh();
  const hasVehicles = count > 0;

  useModKey('n', () => openConnect());
  useRefreshKeys();
  useKeysKey();

  return (
    <header className={styles.bar}>
      <h1 className={styles.name}>{t('app.name')}</h1>
      <ModeBadge mode={modeOf(application)} />
      <CurrentProfile />
      <span className={styles.space} />
      <HiddenMark />
      {hasVehicles && (
        <>
          <AlertBell />
          <BudgetMeter />
          <Button
            className={styles.control}
            data-testid="refresh-button"
            title={t('refresh.hint', {
              all: modKeyText('r', isMac, true),
              some: modKeyText('r', isMac),
            })}
            onClick={() => refresh(null)}
          >
            {refreshing.size > 0 ? <Spinner /> : <IconRefresh size={16} aria-hidden />}
            {t('frame.refresh')}
          </Button>
        </>
      )}
      <Button
        look={hasVehicles ? 'primary' : 'plain'}
        className={styles.control}
        data-testid="connect-button"
        title={t('frame.withKey', { label: t('frame.connect'), key: modKeyText('n', isMac) })}
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
