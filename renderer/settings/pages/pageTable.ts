import type { Icon } from '@tabler/icons-react';
import IconAppWindow from '@tabler/icons-react/dist/esm/icons/IconAppWindow.mjs';
import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs';
import IconChecklist from '@tabler/icons-react/dist/esm/icons/IconChecklist.mjs';
import IconDatabase from '@tabler/icons-react/dist/esm/icons/IconDatabase.mjs';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import IconGauge from '@tabler/icons-react/dist/esm/icons/IconGauge.mjs';
import IconKey from '@tabler/icons-react/dist/esm/icons/IconKey.mjs';
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import IconMap2 from '@tabler/icons-react/dist/esm/icons/IconMap2.mjs';
import IconPalette from '@tabler/icons-react/dist/esm/icons/IconPalette.mjs';
import IconPlugConnected from '@tabler/icons-react/dist/esm/icons/IconPlugConnected.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import IconStack2 from '@tabler/icons-react/dist/esm/icons/IconStack2.mjs';
import type { ParseKeys } from 'i18next';
import type { ComponentType } from 'react';
import type { Application } from '../../../contract/application.ts';
import type { SettingsId } from '../../frame/shell.ts';
import { AppearanceSettings } from '../AppearanceSettings.tsx';
import { ApplicationSettings } from '../ApplicationSettings.tsx';
import { AlertSettings } from '../alerts/AlertSettings.tsx';
import { BudgetSettings } from '../BudgetSettings.tsx';
import { DataSettings } from '../data/DataSettings.tsx';
import { KeychainSettings } from '../KeychainSettings.tsx';
import { MapSettings } from '../map/MapSettings.tsx';
import { PermissionSettings } from '../permissions/PermissionSettings.tsx';
import { PrivacySettings } from '../privacy/PrivacySettings.tsx';
import { ProfileSettings } from '../profiles/ProfileSettings.tsx';
import { RefreshSettings } from '../refresh/RefreshSettings.tsx';
import { ShortcutSettings } from '../shortcuts/ShortcutSettings.tsx';
import { TransportSettings } from '../TransportSettings.tsx';
import { PAGE_NAMES, type PageId } from './pageNames.ts';

export interface SettingsPage {
  readonly id: PageId;
  /** What the list calls it. */
  readonly name: ParseKeys;
  readonly icon: Icon;
  /** The branches of the catalogue whose texts the search looks through for this page. */
  readonly words: readonly string[];
  readonly Section: ComponentType<{ readonly application: Application }>;
}

/** What belongs to each page. A new one is a line here and one in `pageNames.ts`. */
const PAGES: Readonly<Record<PageId, Omit<SettingsPage, 'id' | 'name'>>> = {
  application: {
    icon: IconAppWindow,
    words: ['settings.application', 'settings.health'],
    Section: ApplicationSettings,
  },
  profiles: { icon: IconStack2, words: ['profiles'], Section: ProfileSettings },
  connect: {
    icon: IconPlugConnected,
    words: ['settings.transport', 'transport'],
    Section: TransportSettings,
  },
  permissions: { icon: IconChecklist, words: ['presets'], Section: PermissionSettings },
  refresh: {
    icon: IconRefresh,
    words: ['refreshRules', 'settings.budget.every'],
    Section: RefreshSettings,
  },
  budget: { icon: IconGauge, words: ['settings.budget'], Section: BudgetSettings },
  alerts: {
    icon: IconBell,
    words: ['alerts.settings', 'alerts.kind', 'desktop'],
    Section: AlertSettings,
  },
  appearance: { icon: IconPalette, words: ['appearance'], Section: AppearanceSettings },
  map: { icon: IconMap2, words: ['ownMap'], Section: MapSettings },
  privacy: { icon: IconEyeOff, words: ['privacy', 'lock'], Section: PrivacySettings },
  data: { icon: IconDatabase, words: ['data'], Section: DataSettings },
  shortcuts: {
    icon: IconKeyboard,
    words: ['actions.shortcuts', 'actions.name'],
    Section: ShortcutSettings,
  },
  keychain: { icon: IconKey, words: ['settings.keychain'], Section: KeychainSettings },
};

const [first, ...others] = PAGE_NAMES;

const pageFor = ({ id, name }: (typeof PAGE_NAMES)[number]): SettingsPage => ({
  ...{ id, name },
  ...PAGES[id],
});

/** All pages, in their order. */
export const SETTINGS_PAGES: readonly [SettingsPage, ...SettingsPage[]] = [
  pageFor(first),
  ...others.map(pageFor),
];

/** Sections that stand on the page of another. */
const ON_PAGE: Partial<Record<SettingsId, SettingsId>> = { notifications: 'alerts' };

/** The page that a section is on; the first one where there is none. */
export function pageOf(section: SettingsId | null): SettingsPage {
  const id = section === null ? null : (ON_PAGE[section] ?? section);
  return SETTINGS_PAGES.find((page) => page.id === id) ?? SETTINGS_PAGES[0];
}
