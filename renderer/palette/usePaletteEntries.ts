import IconFilter from '@tabler/icons-react/dist/esm/icons/IconFilter.mjs';
import IconLayoutList from '@tabler/icons-react/dist/esm/icons/IconLayoutList.mjs';
import { useTranslation } from 'react-i18next';
import { ACTION_IDS } from '../../contract/actions.ts';
import { type Action, useActions } from '../actions/actions.ts';

import { useShell } from '../frame/shell.ts';
import { isMac } from '../frame/shortcuts.ts';
import { type KeyNameOf, keyText } from '../keys/keyText.ts';
import { PAGE_NAMES } from '../settings/pages/pageNames.ts';
import { useFleetSummary, vehicleById } from '../state/fleet/hooks.ts';
import { useTableSettings } from '../state/tableSettings.ts';
import { useSelection } from '../vehicles/selection/selection.ts';
import { useBulkActions } from '../vehicles/selection/useBulkActions.ts';
import { withActive } from '../vehicles/views/viewList.ts';
import { foundEntries, type PaletteEntry, withRecent } from './entries.ts';
import { useProfileEntries } from './profileEntries.ts';
import { recent } from './recent.ts';
import { foundSettings, pageEntry } from './settingsEntries.ts';
import { foundVehicles, vehicleEntry, vehicleEntryId } from './vehicleEntries.ts';

const PLAIN = { detail: null, keys: [], whyNot: null } as const;

function actionEntry(
  { id, icon, name, keys, whyNot, run }: Action,
  nameOf: KeyNameOf,
): PaletteEntry {
  const written = keys.map((key) => keyText(key, isMac, nameOf));
  return {
    ...{ id, group: 'actions', icon, label: name },
    detail: null,
    keys: written,
    whyNot,
    run,
  };
}

/** What the palette offers for a query: without one, everything but the vehicles. */
export function usePaletteEntries(query: string): readonly PaletteEntry[] {
  const { t, i18n } = useTranslation();
  const { screen, show, showSettings, openVehicle } = useShell();
  const actions = useActions();
  const { count } = useFleetSummary();
  const [table, changeTable] = useTableSettings();
  const picked = useSelection();
  const bulk = useBulkActions(actions.export.run);
  const isWork = actions.connect.whyNot === null;

  function open(id: string): void {
    if (screen !== 'map') show('vehicles');
    openVehicle(id);
  }
  function searchTable(): void {
    changeTable({ ...table, current: { ...table.current, query: query.trim() } });
    actions.vehicles.run();
  }

  const bulkEntries = [...bulk.first, ...bulk.more].map(
    ({ id, icon, label, run }): PaletteEntry => {
      return { id: `picked ${id}`, group: 'picked', icon, label, ...PLAIN, run };
    },
  );
  const views = [{ id: null, name: t('views.all') }, ...table.views].map(
    ({ id, name }): PaletteEntry => ({
      ...{ id: `view ${id}`, group: 'views', icon: IconLayoutList, label: name },
      ...PLAIN,
      whyNot: actions.search.whyNot,
      run() {
        changeTable(withActive(table, id));
        actions.vehicles.run();
      },
    }),
  );
  const profiles = useProfileEntries(actions.connect.whyNot);
  const ofSettings = {
    ...{ t, show: showSettings, whyNot: actions.settings.whyNot },
    branch: (path: string): unknown => i18n.getResource(i18n.language, 'translation', path),
  };
  const settings = PAGE_NAMES.map((page) => pageEntry(page, ofSettings));
  const plain = [
    ...(picked.size > 0 && isWork ? bulkEntries : []),
    ...ACTION_IDS.filter((id) => id !== 'palette').map((id) => actionEntry(actions[id], t)),
    ...views,
    ...profiles,
    ...settings,
  ];
  if (query.trim() === '') {
    const used = isWork ? recent.ids() : [];
    const vehicles = used.flatMap((id) => {
      const vehicle = id.startsWith(vehicleEntryId(''))
        ? vehicleById(id.slice(vehicleEntryId('').length))
        : null;
      return vehicle ? [vehicleEntry(vehicle, t, open)] : [];
    });
    return withRecent([...plain, ...vehicles], recent.ids());
  }
  const vehicles = isWork ? foundVehicles(query).map((one) => vehicleEntry(one, t, open)) : [];
  const inTable: PaletteEntry = {
    ...{ id: 'inTable', group: 'vehicles', icon: IconFilter, ...PLAIN },
    label: t('actions.palette.inTable', { query: query.trim() }),
    run: searchTable,
  };
  const found = foundEntries(plain, query);
  // By their texts they come last: whoever types a driver's name does not look for a help text.
  const byText = foundSettings(query, ofSettings).filter(
    ({ id }) => !found.some((entry) => entry.id === id),
  );
  return [...found, ...vehicles, ...(vehicles.length > 0 && count > 0 ? [inTable] : []), ...byText];
}
