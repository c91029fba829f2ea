import type { Icon } from '@tabler/icons-react';
import IconAppWindow from '@tabler/icons-react/dist/esm/icons/IconAppWindow.mjs';
import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs';
import IconChecklist from '@tabler/icons-react/dist/esm/icons/IconChecklist.mjs';
import IconDatabase from '@tabler/icons-react/dist/esm/icons/IconDatabase.mjs';
import IconGauge from '@tabler/icons-react/dist/esm/icons/IconGauge.mjs';
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import IconMap2 from '@tabler/icons-react/dist/esm/icons/IconMap2.mjs';
import IconPalette from '@tabler/icons-react/dist/esm/icons/IconPalette.mjs';
import IconPlugConnected from '@tabler/icons-react/dist/esm/icons/IconPlugConnected.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import IconShieldLock from '@tabler/icons-react/dist/esm/icons/IconShieldLock.mjs';
import type { ParseKeys } from 'i18next';
import type { ComponentType } from 'react';
import type { Application } from '../../../contract/application.ts';
import type { SettingsId } from '../../frame/shell.ts';
import { AppearanceSettings } from '../AppearanceSettings.tsx';
import { ApplicationSettings } from '../ApplicationSettings.tsx';
import { AlertSettings } from '../alerts/AlertSettings.tsx';
import { BudgetSettings } from '../BudgetSettings.tsx';
import { DataSettings } from '../data/DataSettings.tsx';
import { MapSettings } from '../map/MapSettings.tsx';
import { PermissionSettings } from '../permissions/PermissionSettings.tsx';
import { PrivacySettings } from '../privacy/PrivacySettings.tsx';
import { RefreshSettings } from '../refresh/RefreshSettings.tsx';
import { ShortcutSettings } from '../shortcuts/ShortcutSettings.tsx';
import { TransportSettings } from '../TransportSettings.tsx';
import { PAGE_NAMES } from './pageNames.ts';
import { PAGE_WORDS } from './pageWords.ts';

export interface SettingsPage {
  readonly id: SettingsId;
  /** What the list calls it. */
  readonly name: ParseKeys;
  readonly icon: Icon;
  /** The branches of the catalogue whose texts the search looks through for this page. */
  readonly words: readonly string[];
  /** What stands below its heading, which says the name. */
  readonly Section: ComponentType<{ readonly application: Application }>;
}

/** What belongs to each page. A new one is a line here, in `pageNames.ts` and in `pageWords.ts`. */
const PAGES: Readonly<Record<SettingsId, Omit<SettingsPage, 'id' | 'name' | 'words'>>> = {
  application: {
    icon: IconAppWindow,
    Section: ApplicationSettings,
  },
  connect: {
    icon: IconPlugConnected,
    Section: TransportSettings,
  },
  permissions: { icon: IconChecklist, Section: PermissionSettings },
  refresh: {
    icon: IconRefresh,
    Section: RefreshSettings,
  },
  budget: { icon: IconGauge, Section: BudgetSettings },
  alerts: {
    icon: IconBell,
    Section: AlertSettings,
  },
  appearance: { icon: IconPalette, Section: AppearanceSettings },
  map: { icon: IconMap2, Section: MapSettings },
  shortcuts: {
    icon: IconKeyboard,
    Section: ShortcutSettings,
  },
  privacy: {
    icon: IconShieldLock,
    Section: PrivacySettings,
  },
  data: { icon: IconDatabase, Section: DataSettings },
};

const [first, ...others] = PAGE_NAMES;

const pageFor = ({ id, name }: (typeof PAGE_NAMES)[number]): SettingsPage => ({
  ...{ id, name, words: PAGE_WORDS[id] },
  ...PAGES[id],
});

/** All pages, in their order. */
export const SETTINGS_PAGES: readonly [SettingsPage, ...SettingsPage[]] = [
  pageFor(first),
  ...others.map(pageFor),
];

/** The page that was asked for; the first one where there is none. */
export function pageOf(id: SettingsId | null): SettingsPage {
  return SETTINGS_PAGES.find((page) => page.id === id) ?? SETTINGS_PAGES[0];
}
