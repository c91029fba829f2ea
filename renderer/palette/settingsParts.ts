import type { ParseKeys } from 'i18next';
import type { SettingsId } from '../frame/shell.ts';

interface SettingsPart {
  readonly id: SettingsId;
  readonly name: ParseKeys;
}

/** The pages of the settings, in their order, without what is on them: that has a chunk of its own. */
export const SETTINGS_PARTS: readonly SettingsPart[] = [
  { id: 'application', name: 'settings.pages.application' },
  { id: 'profiles', name: 'profiles.title' },
  { id: 'connect', name: 'settings.pages.connect' },
  { id: 'permissions', name: 'presets.title' },
  { id: 'refresh', name: 'settings.pages.refresh' },
  { id: 'budget', name: 'settings.pages.budget' },
  { id: 'alerts', name: 'settings.pages.alerts' },
  { id: 'appearance', name: 'settings.pages.appearance' },
  { id: 'map', name: 'ownMap.title' },
  { id: 'privacy', name: 'settings.pages.privacy' },
  { id: 'data', name: 'settings.pages.data' },
  { id: 'shortcuts', name: 'actions.shortcuts.title' },
  { id: 'keychain', name: 'settings.pages.keychain' },
];
