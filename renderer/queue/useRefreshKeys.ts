import { useTranslation } from 'react-i18next';
import { fleetHours } from '../../contract/refreshRules.ts';
import { useShell } from '../frame/shell.ts';
import { useModKey } from '../frame/shortcuts.ts';
import { useStatus } from '../state/cache.ts';
import { useFleetSummary } from '../state/fleet/hooks.ts';
import { selection } from '../vehicles/selection/selection.ts';
import { staleInView } from './inView.ts';
import { useAskedRefresh } from './useAskedRefresh.ts';

/** Mod+R reads what is picked, or what is old of the rows in view; with Shift, all vehicles. */
export function useRefreshKeys(): void {
  const { t } = useTranslation();
  const { say } = useShell();
  const { count } = useFleetSummary();
  const { budget } = useStatus();
  const refresh = useAskedRefresh();

  useModKey('r', () => {
    if (count === 0) return;
    const picked = [...selection.ids()];
    const ids = picked.length > 0 ? picked : staleInView(fleetHours(budget), Date.now());
    if (ids.length > 0) refresh(ids);
    else say(t('refresh.fresh'));
  });
  useModKey('r', () => count > 0 && refresh(null), true);
}
