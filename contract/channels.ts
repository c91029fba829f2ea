/**
 * Names of what crosses the border between renderer and main process. Kept apart from the schemas so
 * that the preload, which needs names only, stays small.
 */
export const REQUESTS = [
  'app.appearance',
  'app.bootstrap',
  'setup.chooseSimulated',
  'setup.saveApplication',
  'setup.saveBackend',
  'settings.setTransport',
  'settings.setBudget',
  'settings.setTable',
  'settings.setAppearance',
  'settings.setAlerts',
  'alerts.see',
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
  'fleet.rememberFirst',
  'fleet.refresh',
  'fleet.disconnect',
  'fleet.label',
  'fleet.pause',
  'fleet.calls',
  'fleet.commands',
  'fleet.trends',
  'fleet.smallLines',
  'queue.list',
  'queue.pause',
  'queue.pauseGroup',
  'queue.cancel',
  'commands.dryRun',
  'commands.run',
  'commands.retryFailed',
  'commands.cancelRest',
  'commands.dismiss',
  'files.save',
  'files.open',
  'keychain.retry',
  'notices.dismiss',
  'help.open',
] as const;

export const EVENTS = [
  'fleet.changed',
  'fleet.reset',
  'queue.changed',
  'commands.changed',
  'connect.changed',
  'status.changed',
  'alerts.changed',
  'alerts.show',
] as const;

export type RequestName = (typeof REQUESTS)[number];
export type EventName = (typeof EVENTS)[number];
