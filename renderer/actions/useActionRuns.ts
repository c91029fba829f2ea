import { useTranslation } from 'react-i18next';
import type { ActionId } from '../../contract/actions.ts';
import type { Appearance } from '../../contract/appearance.ts';
import type { Density } from '../../contract/tableView.ts';
import { type SettingsId, useShell } from '../frame/shell.ts';
import { lockNow } from '../lock/lockNow.ts';
import { useToggleDetails } from '../privacy/usePrivacy.ts';
import { staleInView } from '../queue/inView.ts';
import { useAskedRefresh } from '../queue/useAskedRefresh.ts';
import { useQueueActions } from '../queue/useQueueActions.ts';
import { useIsPaused, useStatus } from '../state/cache.ts';
import { useTableSettings } from '../state/tableSettings.ts';
import { selection } from '../vehicles/selection/selection.ts';
import { screenActions } from './screenActions.ts';

/** What each action does. Whether it can be done now is asked before. */
export function useActionRuns(): Readonly<Record<ActionId, () => void>> {
  const { t } = useTranslation();
  const shell = useShell();
  const { budget, appearance } = useStatus();
  const isPaused = useIsPaused();
  const { pause } = useQueueActions();
  const [table, changeTable] = useTableSettings();
  const refresh = useAskedRefresh();
  const toggleDetails = useToggleDetails(shell.report, shell.say);

  function onScreen(id: 'search' | 'export'): void {
    if (!screenActions.isHere(id)) shell.show('vehicles');
    screenActions.run(id);
  }
  function setTheme(theme: Appearance['theme']): void {
    window.motorpool['settings.setAppearance']({ ...appearance.choice, theme }).catch(() =>
      shell.report('unexpected'),
    );
  }
  const setDensity = (density: Density) => changeTable({ ...table, density });

  return {
    connect: () => shell.openConnect(),
    refresh() {
      const picked = [...selection.ids()];
      const ids = picked.length > 0 ? picked : staleInView(budget, Date.now());
      if (ids.length > 0) refresh(ids);
      else shell.say(t('refresh.fresh'));
    },
    refreshAll: () => refresh(null),
    pauseReading() {
      const said = t(`actions.reading.${isPaused ? 'resumed' : 'paused'}`);
      pause.mutate(!isPaused, { onSuccess: () => shell.say(said) });
    },
    search: () => onScreen('search'),
    export: () => onScreen('export'),
    palette: shell.openPalette,
    vehicles() {
      shell.show('vehicles');
      if (screenActions.isHere('vehicles')) screenActions.run('vehicles');
    },
    map: () => shell.showOnMap(null),
    showOnMap() {
      const [picked, ...others] = selection.ids();
      const id = picked !== undefined && others.length === 0 ? picked : shell.openVehicleId;
      if (id === null) shell.say(t('actions.noneToShow'));
      else shell.showOnMap(id);
    },
    onboarding: () => shell.show('onboarding'),
    activity: () => shell.showDiagnostics(null),
    settings: () => shell.showSettings(),
    diagnostics: () => shell.showDiagnostics('health'),
    supportFile: shell.openSupportFile,
    importVins: () => shell.show('vinImport'),
    checkVins: shell.openEligibility,
    alerts: () => shell.openAlerts(null),
    anotherApplication: () => shell.show('doors'),
    themeLight: () => setTheme('light'),
    themeDark: () => setTheme('dark'),
    themeSystem: () => setTheme('system'),
    rowsNormal: () => setDensity('normal'),
    rowsCompact: () => setDensity('compact'),
    keys: shell.openKeys,
    hideDetails: toggleDetails,
    lockNow() {
      const showSettings = (page: SettingsId) => {
        shell.closeLayers();
        shell.showSettings(page);
      };
      lockNow(showSettings, shell.report);
    },
  };
}
