import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../contract/application.ts';
import { firstKeyText, useActions, useWithKey } from '../actions/actions.ts';
import { AlertBell } from '../alerts/AlertBell.tsx';
import { HiddenMark } from '../privacy/HiddenMark.tsx';
import { CurrentProfile } from '../profiles/ProfileChip.tsx';
import { BudgetMeter } from '../queue/BudgetMeter.tsx';
import { useFleetSummary } from '../state/fleet/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { ApplicationMenu } from './ApplicationMenu.tsx';
import { ModeBadge, modeOf } from './ModeBadge.tsx';
import { useShell } from './shell.ts';
import styles from './TopBar.module.css';

/** What the window is about, what can be read, and the two things one does most: connect, refresh. */
export function TopBar({ application }: { readonly application: Application }) {
  const { t } = useTranslation();
  const { count, refreshing } = useFleetSummary();
  const { connect, refresh, refreshAll } = useActions();
  const withKey = useWithKey();
  const { screen } = useShell();
  const hasVehicles = count > 0;
  // The other areas have a title of their own.
  const Name = screen === 'vehicles' || screen === 'map' ? 'h1' : 'p';

  return (
    <header className={styles.bar}>
      <Name className={styles.name}>{t('app.name')}</Name>
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
              all: firstKeyText(refreshAll, t) ?? t('actions.noKey'),
              some: firstKeyText(refresh, t) ?? t('actions.noKey'),
            })}
            onClick={refreshAll.run}
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
        title={withKey(connect, t('frame.connect'))}
        aria-haspopup="dialog"
        onClick={connect.run}
      >
        <IconPlus size={16} aria-hidden />
        {t('frame.connect')}
      </Button>
      <ApplicationMenu application={application} />
    </header>
  );
}
