import type { SettingsId } from '../../frame/shell.ts';

/**
 * The branches of the catalogue whose texts are looked through for each page, by the search of the
 * settings and by the palette, which does not load what is on them.
 */
export const PAGE_WORDS: Readonly<Record<SettingsId, readonly string[]>> = {
  application: ['settings.application', 'settings.health', 'profiles'],
  connect: ['settings.transport', 'transport'],
  permissions: ['presets'],
  refresh: ['refreshRules', 'settings.budget.every'],
  budget: ['settings.budget'],
  alerts: ['alerts.settings', 'alerts.kind', 'desktop'],
  appearance: ['appearance'],
  map: ['ownMap'],
  shortcuts: ['actions.shortcuts', 'actions.name'],
  privacy: ['privacy', 'lock', 'settings.keychain'],
  data: ['data'],
};
