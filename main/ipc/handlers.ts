import { clipboard, shell } from 'electron';
import type { HelpLink } from '../../contract/application.ts';
import type { Services } from '../app/services.ts';
import type { RequestHandlers } from './register.ts';

const DONE = { ok: true, value: null } as const;

/** The pages for people that the app opens in the system's browser. */
const HELP: Readonly<Record<HelpLink, string>> = {
  dashboard: 'https://dashboard.smartcar.com/',
  redirect_uris: 'https://smartcar.com/docs/connect/dashboard-config',
  status_page: 'https://status.smartcar.com/',
  brands: 'https://smartcar.com/docs/help/brand-subscriptions',
};

/** What each request of the contract does: one call into the service that owns the matter. */
export function createHandlers(services: Services): RequestHandlers {
  const { settings, vault, fleet, connector, connecting, setup, board } = services;

  return {
    'app.bootstrap': () => services.bootstrap(),

    'setup.chooseSimulated': () => {
      services.useApplication({ kind: 'simulated' });
      return DONE;
    },
    'setup.saveApplication': async (form) => {
      await setup.saveApplication(form);
      return DONE;
    },
    'setup.saveBackend': (form) => setup.saveBackend(form),
    'settings.setTransport': ({ transport }) => {
      settings.set('transport', transport);
      board.announce();
      return DONE;
    },

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
    'eligibility.check': (request) => services.checkEligibility(request),

    'fleet.refresh': async ({ vehicleIds }) => {
      await fleet.refresh(vehicleIds);
      return DONE;
    },
    'fleet.disconnect': ({ vehicleId }) => fleet.disconnect(vehicleId),

    'keychain.retry': async () => {
      const status = await vault.retry();
      if (status.state === 'available') void fleet.refresh();
      return { ok: true, value: status };
    },
    'notices.dismiss': ({ id }) => {
      board.dismiss(id);
      return DONE;
    },
    'help.open': async ({ link }) => {
      await shell.openExternal(HELP[link]);
      return DONE;
    },
  };
}
