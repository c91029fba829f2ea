import { clipboard, nativeTheme } from 'electron';
import type { Happening } from '../activity/activity.ts';
import { budgetFacts, labelHappening } from '../activity/happenings.ts';
import { connectionFacts } from '../app/connectionFacts.ts';
import type { KeptServices } from '../app/keptServices.ts';
import type { Services } from '../app/services.ts';
import type { LocalCopy } from '../fleet/localCopy/localCopy.ts';
import { openHelp } from '../windows/helpLinks.ts';
import { createDataHandlers } from './dataHandlers.ts';
import { importHandlers } from './importHandlers.ts';
import { createLockHandlers } from './lockHandlers.ts';
import { createMapHandlers } from './mapHandlers.ts';
import { createPrivacyHandlers } from './privacyHandlers.ts';
import { profileHandlers } from './profileHandlers.ts';
import type { RequestHandlers } from './register.ts';

const DONE = { ok: true, value: null } as const;

export interface HandlersOptions {
  readonly services: Services;
  readonly kept: KeptServices;
  readonly localCopy: LocalCopy;
  /** The page of the window hears events from now on. */
  readonly onListening: () => void;
}

/** What each request of the contract does: one call into the service that owns the matter. */
export function createHandlers(options: HandlersOptions): RequestHandlers {
  const { services, kept, localCopy } = options;
  const { settings, vault, fleet, commands, connector, connecting, board, activity, diagnostics } =
    services;
  const { scheduler } = fleet;
  const noteSetting = (event: string, facts: Happening['facts'] = {}) =>
    void activity.note({ kind: 'settings', event, byPerson: true, facts });
  const notePause = (event: string) => void activity.note({ kind: 'pause', event, byPerson: true });

  return {
    ...createPrivacyHandlers(services),
    ...importHandlers(services),
    ...createLockHandlers({ ...services, ...kept }),
    ...createDataHandlers({ ...services, ...kept, noteSetting }),
    'app.appearance': () => services.appearance(),
    'app.bootstrap': () => services.bootstrap(),
    'app.listening': () => {
      options.onListening();
      return DONE;
    },
    'app.rememberScreen': ({ screen }) => {
      settings.set('window', { ...settings.get('window'), screen });
      return DONE;
    },

    ...profileHandlers(services),
    'settings.setTransport': ({ transport }) => {
      settings.set('transport', transport);
      noteSetting('settings.transport', { transport });
      board.announce();
      return DONE;
    },

    'settings.setBudget': (budget) => {
      settings.set('budget', budget);
      noteSetting('settings.budget', budgetFacts(budget));
      scheduler.rebudget();
      board.announce();
      return DONE;
    },
    'settings.setPresets': ({ own, first }) => {
      settings.set('presets', own);
      settings.set('firstPreset', first);
      noteSetting('settings.presets', { sets: own.length });
      board.announce();
      return DONE;
    },
    'settings.setTable': (table) => {
      const { density } = settings.get('table');
      settings.set('table', table);
      // The application menu shows it, too.
      if (table.density !== density) board.announce();
      return DONE;
    },

    'settings.setAppearance': (appearance) => {
      settings.set('appearance', appearance);
      nativeTheme.themeSource = appearance.theme;
      board.announce();
      return DONE;
    },
    'settings.setAlerts': (next) => {
      const before = settings.get('alerts');
      settings.set('alerts', next);
      noteSetting('settings.alerts');
      board.announce();
      void services.alerts.resettle(before);
      return DONE;
    },
    'settings.setDesktop': (desktop) => {
      settings.set('desktop', desktop);
      noteSetting('settings.desktop');
      board.announce();
      return DONE;
    },
    'settings.setShortcuts': (shortcuts) => {
      settings.set('shortcuts', shortcuts);
      noteSetting('settings.shortcuts');
      board.announce();
      return DONE;
    },
    'alerts.see': ({ vehicleIds }) => {
      services.alerts.see(vehicleIds);
      return DONE;
    },

    ...createMapHandlers({ ...services, ...kept, noteSetting }),

    'connect.start': ({ options, transport }) => connecting.start(options, transport),
    'connect.reconnect': ({ vehicleId, transport }) => connecting.reconnect(vehicleId, transport),
    'connect.focus': () => {
      connector.focus();
      return DONE;
    },
    'connect.copyLink': async () => {
      const link = connector.link();
      if (!link) return { ok: false, failure: 'nothing_to_copy' };
      // Awaited for newer Electrons, where the clipboard answers later.
      await clipboard.writeText(link.reveal());
      return DONE;
    },
    'connect.cancel': () => {
      connector.cancel();
      return DONE;
    },
    'connect.retryExchange': () => connector.retryExchange(),
    'connect.keepVehicle': () => connector.keepVehicle(),
    'connect.dismiss': () => {
      connector.dismiss();
      return DONE;
    },
    'connection.facts': async ({ vehicleId }) => {
      const [vehicle] = await fleet.records([vehicleId]);
      return vehicle ? connectionFacts(services.tokens, vehicle.connectionId) : null;
    },
    'eligibility.check': (request) => services.checkEligibility(request),

    'fleet.page': ({ after, limit }) => fleet.page(after, limit),
    'fleet.rememberFirst': async ({ vehicleIds }) => {
      await localCopy.rememberFirst(vehicleIds);
      return DONE;
    },
    'fleet.refresh': async ({ vehicleIds }) => ({
      ok: true,
      value: await fleet.refresh(vehicleIds),
    }),
    'fleet.disconnect': async ({ vehicleId }) => {
      const vehicleName = await activity.nameOf(vehicleId);
      const answer = await fleet.disconnect(vehicleId);
      void activity.note({
        ...{ kind: 'disconnect', event: 'disconnect', byPerson: true, vehicleName },
        vehicleIds: [vehicleId],
        result: answer.ok ? 'done' : 'failed',
        facts: answer.ok ? {} : { failure: answer.failure },
      });
      return answer;
    },
    'fleet.label': async ({ vehicleIds, change }) => {
      await fleet.label(vehicleIds, change);
      void activity.note(labelHappening(vehicleIds, change));
      return DONE;
    },
    'fleet.pause': async ({ vehicleIds, paused }) => {
      await fleet.pause(vehicleIds, paused);
      const event = paused ? 'pause.vehicles' : 'resume.vehicles';
      void activity.note({ kind: 'pause', event, byPerson: true, vehicleIds });
      return DONE;
    },
    'fleet.calls': ({ vehicleId, before, limit }) => localCopy.calls(vehicleId, before, limit),
    'fleet.commands': ({ vehicleId, limit }) => localCopy.commands(vehicleId, limit),
    'fleet.trends': ({ vehicleId, kinds, from }) => localCopy.trends(vehicleId, kinds, from),
    'fleet.smallLines': ({ vehicleIds, from }) => localCopy.smallLines(vehicleIds, from),

    'queue.list': ({ limit }) => scheduler.list(limit),
    'queue.pause': async ({ paused }) => {
      await scheduler.pause(paused);
      notePause(paused ? 'pause.queue' : 'resume.queue');
      return DONE;
    },
    'queue.pauseGroup': async ({ group, paused }) => {
      await scheduler.pauseGroup(group, paused);
      notePause(paused ? 'pause.group' : 'resume.group');
      return DONE;
    },
    'queue.cancel': async ({ vehicleIds }) => {
      await scheduler.cancel(vehicleIds);
      return DONE;
    },

    'commands.dryRun': ({ command, vehicleIds }) => commands.dryRun(command, vehicleIds),
    'commands.run': ({ command, vehicleIds }) => commands.run(command, vehicleIds),
    'commands.retryFailed': () => commands.retryFailed(),
    'commands.cancelRest': () => {
      commands.cancelRest();
      return DONE;
    },
    'commands.dismiss': () => {
      commands.dismiss();
      return DONE;
    },

    'activity.page': ({ filter, before, limit }) => localCopy.activity(filter, before, limit),
    'diagnostics.health': () => diagnostics.health(),
    'diagnostics.log': ({ version }) => diagnostics.log(version),
    'diagnostics.supportFile': () => diagnostics.supportFile(),

    'files.save': kept.dialogs.save,
    'files.open': ({ kind }) => kept.dialogs.open(kind),

    'keychain.retry': async () => {
      const status = await vault.retry();
      if (status.state === 'available') await fleet.tokensAreBack();
      return { ok: true, value: status };
    },
    'notices.dismiss': ({ id }) => {
      board.dismiss(id);
      return DONE;
    },
    'help.open': async ({ link }) => {
      await openHelp(link);
      return DONE;
    },
  };
}
