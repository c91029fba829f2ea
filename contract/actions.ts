/**
 * What a person can do from anywhere in the app: by a key, in the palette and, where it stands there,
 * in the application menu, which the main process builds.
 */
export const ACTION_IDS = [
  'connect',
  'refresh',
  'refreshAll',
  'pauseReading',
  'search',
  'export',
  'palette',
  'vehicles',
  'map',
  'showOnMap',
  'onboarding',
  'activity',
  'settings',
  'diagnostics',
  'supportFile',
  'importVins',
  'checkVins',
  'alerts',
  'anotherApplication',
  'themeLight',
  'themeDark',
  'themeSystem',
  'rowsNormal',
  'rowsCompact',
  'keys',
  'hideDetails',
  'lockNow',
] as const;
export type ActionId = (typeof ACTION_IDS)[number];

/** Those that work before there is an application, too. */
export const FREE_ACTIONS: ReadonlySet<ActionId> = new Set<ActionId>([
  'palette',
  'supportFile',
  'themeLight',
  'themeDark',
  'themeSystem',
  'keys',
]);
