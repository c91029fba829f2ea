import type { ElectronApplication, Page } from '@playwright/test';
import type { TransportProblem } from '../contract/transport.ts';
import { expect, test } from './app.ts';
import { asking, expectOutcome, pressByKeyboard, SAFE, start } from './outcomes.ts';
import { DRIVER, openRemotePage, setTransport, waitForConnected, walkConnect } from './pages.ts';
import { occupyPort } from './ports.ts';
import { redirectUrisOfKind } from './sandbox.ts';
import { chooseOwnApplication } from './setup.ts';

const OPTIONS = asking(['read_vehicle_info', 'read_odometer']);

async function expectTransportFailed(
  page: Page,
  problem: TransportProblem,
  look: { readonly title: string; readonly says: readonly string[] },
): Promise<void> {
  await expectOutcome(page, 'transport_failed', {
    ...look,
    picture: `transport_failed-${problem}`,
  });
}

/** A window opens in place of the way that failed, and brings the car. */
async function connectInWindowInstead(app: ElectronApplication, page: Page): Promise<void> {
  await expect(page.getByTestId('outcome-primary')).toHaveText('Use a Motorpool window instead');
  const connectPage = await openRemotePage(app, () => pressByKeyboard(page, 'outcome-primary'));
  await walkConnect(connectPage, DRIVER);
  await waitForConnected(page);
}

test.describe('a way back that cannot be taken', () => {
  test('every port is taken: they are named, and a window serves', async ({
    machine,
    startOwnSandbox,
    systemBrowser,
  }) => {
    const sandbox = await startOwnSandbox();
    const uris = redirectUrisOfKind(sandbox, 'localhost');
    const ports = uris.map((uri) => new URL(uri).port);
    for (const port of ports) {
      const occupied = await occupyPort(Number(port));
      machine.atEnd(occupied.free);
    }
    const { app, page } = await machine.start({ env: { ...sandbox.env, ...systemBrowser.env } });
    const redirectUris = [...redirectUrisOfKind(sandbox, 'https'), ...uris];
    await chooseOwnApplication(page, { sandbox, redirectUris });
    await setTransport(page, 'system_browser');
    await start(page, OPTIONS);
    await expectTransportFailed(page, 'ports_taken', {
      title: 'The way back from the browser is blocked',
      says: [...ports, 'close the other program', SAFE],
    });
    expect(systemBrowser.addresses()).toEqual([]);
    await connectInWindowInstead(app, page);
  });

  test('no address is registered for it: the settings say which', async ({
    machine,
    startOwnSandbox,
  }) => {
    const sandbox = await startOwnSandbox();
    const { page } = await machine.start({ env: sandbox.env });
    const redirectUris = redirectUrisOfKind(sandbox, 'custom_scheme');
    await chooseOwnApplication(page, { sandbox, redirectUris });
    await start(page, OPTIONS, 'https');
    await expectTransportFailed(page, 'no_redirect_uri', {
      title: 'Connect has no way back into Motorpool',
      says: ['no redirect URI that begins with “https://”', 'The settings', SAFE],
    });
    await pressByKeyboard(page, 'outcome-primary');
    await expect(page.getByTestId('settings-screen')).toContainText(
      'no redirect URI that begins with “https://”',
    );
  });

  test('no browser opens: a window serves', async ({ machine, startOwnSandbox, systemBrowser }) => {
    const sandbox = await startOwnSandbox();
    const { app, page } = await machine.start({ env: { ...sandbox.env, ...systemBrowser.env } });
    await chooseOwnApplication(page, { sandbox });
    // What Electron answers where the desktop has no program for web addresses.
    await app.evaluate(({ shell }) => {
      shell.openExternal = () => Promise.reject(new Error('Launch was cancelled'));
    });
    await start(page, OPTIONS, 'system_browser');
    await expectTransportFailed(page, 'browser_not_opened', {
      title: 'No browser opened',
      says: ['choose a default browser', SAFE],
    });
    await connectInWindowInstead(app, page);
  });

  test('the system lets no link through: a window serves', async ({
    machine,
    startOwnSandbox,
    systemBrowser,
  }) => {
    const sandbox = await startOwnSandbox();
    systemBrowser.refuseSchemes();
    const { app, page } = await machine.start({ env: { ...sandbox.env, ...systemBrowser.env } });
    const redirectUris = redirectUrisOfKind(sandbox, 'custom_scheme');
    await chooseOwnApplication(page, { sandbox, redirectUris });
    await start(page, OPTIONS, 'system_browser');
    await expectTransportFailed(page, 'scheme_not_registered', {
      title: 'Your browser cannot hand the answer back',
      says: ['add a redirect URI on localhost', SAFE],
    });
    await connectInWindowInstead(app, page);
  });
});
