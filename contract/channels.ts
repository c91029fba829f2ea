/**
 * Names of what crosses the border between renderer and main process. Kept apart from the schemas so
 * that the preload, which needs names only, stays small.
 */
export const REQUESTS = [
  'app.bootstrap',
  'setup.chooseSimulated',
  'setup.saveApplication',
  'setup.saveBackend',
  'settings.setTransport',
  'connect.start',
  'connect.reconnect',
  'connect.focus',
  'connect.copyLink',
  'connect.cancel',
  'connect.retryExchange',
  'connect.keepVehicle',
  'connect.dismiss',
  'eligibility.check',
  'fleet.refresh',
  'fleet.disconnect',
  'keychain.retry',
  'notices.dismiss',
  'help.open',
] as const;

export const EVENTS = ['fleet.changed', 'connect.changed', 'status.changed'] as const;

export type RequestName = (typeof REQUESTS)[number];
export type EventName = (typeof EVENTS)[number];
