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
  'settings.setBudget',
  'connect.start',
  'connect.reconnect',
  'connect.focus',
  'connect.copyLink',
  'connect.cancel',
  'connect.retryExchange',
  'connect.keepVehicle',
  'connect.dismiss',
  'eligibility.check',
  'fleet.page',
  'fleet.vehicle',
  'fleet.refresh',
  'fleet.disconnect',
  'fleet.label',
  'fleet.pause',
  'fleet.calls',
  'queue.list',
  'queue.pause',
  'queue.pauseGroup',
  'queue.cancel',
  'keychain.retry',
  'notices.dismiss',
  'help.open',
] as const;

export const EVENTS = [
  'fleet.changed',
  'fleet.reset',
  'queue.changed',
  'connect.changed',
  'status.changed',
] as const;

export type RequestName = (typeof REQUESTS)[number];
export type EventName = (typeof EVENTS)[number];
