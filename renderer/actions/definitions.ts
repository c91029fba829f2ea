import type { Icon } from '@tabler/icons-react';
import IconActivity from '@tabler/icons-react/dist/esm/icons/IconActivity.mjs';
import IconBaselineDensityMedium from '@tabler/icons-react/dist/esm/icons/IconBaselineDensityMedium.mjs';
import IconBaselineDensitySmall from '@tabler/icons-react/dist/esm/icons/IconBaselineDensitySmall.mjs';
import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs';
import IconCar from '@tabler/icons-react/dist/esm/icons/IconCar.mjs';
import IconCarGarage from '@tabler/icons-react/dist/esm/icons/IconCarGarage.mjs';
import IconCommand from '@tabler/icons-react/dist/esm/icons/IconCommand.mjs';
import IconDeviceDesktop from '@tabler/icons-react/dist/esm/icons/IconDeviceDesktop.mjs';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import IconFileExport from '@tabler/icons-react/dist/esm/icons/IconFileExport.mjs';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import IconHeartbeat from '@tabler/icons-react/dist/esm/icons/IconHeartbeat.mjs';
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconMap2 from '@tabler/icons-react/dist/esm/icons/IconMap2.mjs';
import IconMapPin from '@tabler/icons-react/dist/esm/icons/IconMapPin.mjs';
import IconMoon from '@tabler/icons-react/dist/esm/icons/IconMoon.mjs';
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconSun from '@tabler/icons-react/dist/esm/icons/IconSun.mjs';
import IconSwitchHorizontal from '@tabler/icons-react/dist/esm/icons/IconSwitchHorizontal.mjs';
import type { ActionId } from '../../contract/actions.ts';
import { FIXED_KEYS, keysWith, type Shortcuts } from '../../contract/shortcuts.ts';

interface ActionDefinition {
  readonly icon: Icon;
  /** Without `application` it works in the set-up too; `work` also needs the set-up to be left. */
  readonly needs: 'nothing' | 'application' | 'work' | 'vehicles';
}

/** Everything that can be done from anywhere. Its words are `actions.name` in the catalogue. */
export const ACTIONS: Readonly<Record<ActionId, ActionDefinition>> = {
  connect: { icon: IconPlus, needs: 'work' },
  refresh: { icon: IconRefresh, needs: 'vehicles' },
  refreshAll: { icon: IconRefresh, needs: 'vehicles' },
  pauseReading: { icon: IconPlayerPause, needs: 'application' },
  search: { icon: IconSearch, needs: 'vehicles' },
  export: { icon: IconDownload, needs: 'vehicles' },
  palette: { icon: IconCommand, needs: 'nothing' },
  vehicles: { icon: IconCar, needs: 'application' },
  map: { icon: IconMap2, needs: 'application' },
  showOnMap: { icon: IconMapPin, needs: 'vehicles' },
  onboarding: { icon: IconCarGarage, needs: 'application' },
  activity: { icon: IconActivity, needs: 'application' },
  settings: { icon: IconSettings, needs: 'application' },
  diagnostics: { icon: IconHeartbeat, needs: 'application' },
  supportFile: { icon: IconFileExport, needs: 'nothing' },
  importVins: { icon: IconFileImport, needs: 'work' },
  checkVins: { icon: IconListCheck, needs: 'work' },
  alerts: { icon: IconBell, needs: 'vehicles' },
  anotherApplication: { icon: IconSwitchHorizontal, needs: 'application' },
  themeLight: { icon: IconSun, needs: 'nothing' },
  themeDark: { icon: IconMoon, needs: 'nothing' },
  themeSystem: { icon: IconDeviceDesktop, needs: 'nothing' },
  rowsNormal: { icon: IconBaselineDensityMedium, needs: 'application' },
  rowsCompact: { icon: IconBaselineDensitySmall, needs: 'application' },
  keys: { icon: IconKeyboard, needs: 'nothing' },
  hideDetails: { icon: IconEyeOff, needs: 'application' },
  lockNow: { icon: IconLock, needs: 'application' },
};

/** Every key of an action, the one that a person can change first. */
export function keysOf(id: ActionId, shortcuts: Shortcuts): readonly string[] {
  const own = keysWith(shortcuts)[id];
  return [...(own === null ? [] : [own]), ...(FIXED_KEYS[id] ?? [])];
}

/** How things stand, as far as it decides what can be done. */
export interface ActionFacts {
  readonly hasApplication: boolean;
  readonly isSetup: boolean;
  readonly vehicles: number;
  /** The settings are shown, and the search is theirs. */
  readonly searchesSettings: boolean;
}

/** Why an action cannot be done now, as a key of `actions.whyNot`; `null` where it can. */
export function whyNot(id: ActionId, facts: ActionFacts): 'setup' | 'leaveSetup' | 'empty' | null {
  const { needs } = ACTIONS[id];
  if (needs === 'nothing') return null;
  if (!facts.hasApplication) return 'setup';
  if (needs === 'application') return null;
  if (facts.isSetup) return 'leaveSetup';
  if (id === 'search' && facts.searchesSettings) return null;
  return needs === 'vehicles' && facts.vehicles === 0 ? 'empty' : null;
}
