import { shell } from 'electron';
import type { HelpLink } from '../../contract/application.ts';
import type { Services } from '../app/services.ts';
import { clientSecretAccount } from '../keychain/storedTokens.ts';
import { Secret } from '../secret.ts';
import { applicationKey } from '../settings/schema.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import type { RequestHandlers } from './register.ts';

const DONE = { ok: true, value: null } as const;

/** The only addresses that the app opens in the system's browser. */
const HELP: Readonly<Record<HelpLink, string>> = {
  dashboard: 'https://dashboard.smartcar.com/',
  redirect_uris: 'https://smartcar.com/docs/connect/dashboard-config',
};

/** What each request of the contract does: one call into the service that owns the matter. */
export function createHandlers(services: Services): RequestHandlers {
  const { settings, vault, fleet, connector, board } = services;

  return {
    'app.bootstrap': () => services.bootstrap(),

    'setup.chooseSimulated': () => {
      services.useApplication({ kind: 'simulated' });
      void fleet.refresh();
      return DONE;
    },

    'setup.saveApplication': async ({ clientId, clientSecret, redirectUri, mode }) => {
      await vault.save(clientSecretAccount(clientId), new Secret(clientSecret));
      services.useApplication({ kind: 'own', clientId, redirectUri, mode });
      void fleet.refresh();
      return DONE;
    },

    'connect.start': async () => {
      const inUse = settings.get('application');
      if (!inUse) return { ok: false, failure: 'no_application' };
      try {
        const { origins, clientId, redirectUri, mode, exchange } = await services.access();
        return connector.start({
          connectOrigin: origins.connect,
          clientId,
          redirectUri,
          mode,
          exchange,
          application: applicationKey(inUse),
        });
      } catch (error) {
        if (!(error instanceof SmartcarError)) throw error;
        return { ok: false, failure: 'sandbox_failed' };
      }
    },
    'connect.focus': () => {
      connector.focus();
      return DONE;
    },
    'connect.cancel': () => {
      connector.cancel();
      return DONE;
    },
    'connect.retryExchange': () => connector.retryExchange(),
    'connect.dismiss': () => {
      connector.dismiss();
      return DONE;
    },

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
