import type { ParseKeys } from 'i18next';
import type { SettingsId } from '../../frame/shell.ts';

interface PageName {
  readonly id: SettingsId;
  readonly name: ParseKeys;
}

/**
 * All pages of the settings, in the order in which one looks for things. Apart from what is on them, so
 * that the palette can name them without loading it.
 */
export const PAGE_NAMES = [
  { id: 'application', name: 'settings.pages.application' },
  { id: 'connect', name: 'settings.pages.connect' },
  { id: 'permissions', name: 'presets.title' },
  { id: 'refresh', name: 'settings.pages.refresh' },
  { id: 'budget', name: 'settings.pages.budget' },
  { id: 'alerts', name: 'settings.pages.alerts' },
  { id: 'appearance', name: 'settings.pages.appearance' },
  { id: 'map', name: 'ownMap.title' },
  { id: 'shortcuts', name: 'actions.shortcuts.title' },
  { id: 'privacy', name: 'settings.pages.privacy' },
  { id: 'data', name: 'settings.pages.data' },
] as const satisfies readonly PageName[];
