import type { ElectronApplication, Page } from '@playwright/test';
import { DEFAULT_CONNECT_OPTIONS } from '../contract/connectOptions.ts';
import { expect, type Machine, test } from './app.ts';
import { leadTo } from './connectBar.ts';
import { expectNothingKept, keychainEntries } from './keyring.ts';
import {
  chooseBrand,
  closeConnectWindow,
  connectCars,
  DRIVER,
  leavePreamble,
  noteConnectUrls,
  readApp,
  remotePages,
  startConnect,
  tryWithSimulatedCars,
  waitForConnected,
  waitForOutcome,
  walkConnect,
} from './pages.ts';
import { adminOf, type SandboxAdmin } from './sandbox.ts';

interface Opened {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly connectPage: Page;
  readonly admin: SandboxAdmin;
  /** Where Connect must lead back to, and with which state; only the main process knows it. */
  readonly redirectUri: string;
  readonly state: string;
}

/** Starts the app and an attempt, and looks over the main process's shoulder. */
async function openConnect(machine: Machine): Promise<Opened> {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  const connectUrl = await noteConnectUrls(app);
  const connectPage = await startConnect(app, page);
  const { searchParams } = await connectUrl();
  return {
    app,
    page,
    connectPage,
    admin: adminOf(connectPage),
    redirectUri: searchParams.get('redirect_uri') ?? '',
    state: searchParams.get('state') ?? '',
  };
}

test.describe('an answer that is not this attempt’s', () => {
  for (const [name, query] of [
    ['with a wrong state', 'code=c&state=of-someone-else'],
    ['without a state', 'code=c'],
    ['with a repeated state', 'code=c&state=a&state=a'],
    ['of another attempt, with an error', 'error=access_denied&state=of-another-attempt'],
  ] as const) {
    test(`${name}: nothing is exchanged, nothing kept`, async ({ machine }) => {
      const { page, connectPage, admin, redirectUri } = await openConnect(machine);
      await leadTo(connectPage, `${redirectUri}?${query}`);
      await waitForOutcome(page, 'state_mismatch');
      await expect(page.getByTestId('connect-outcome')).toContainText('Nothing was saved');
      expect(await admin.requests()).not.toContain('POST /oauth/token');
      await expectNothingKept(machine, page);
    });
  }

  test('in a subframe is refused; the attempt goes on', async ({ machine }) => {
    const { page, connectPage, admin, redirectUri, state } = await openConnect(machine);
    const frame = `${redirectUri}?code=c&state=${state}`.replaceAll('&', '&amp;');
    await connectPage.route('**/with-a-frame', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<iframe src="${frame}"></iframe>framed` }),
    );
    const origin = new URL(connectPage.url()).origin;
    const start = connectPage.url();
    await connectPage.goto(`${origin}/with-a-frame`);
    await connectPage.getByText('framed').waitFor();
    await connectPage.goto(start);
    await walkConnect(connectPage, DRIVER);
    await waitForConnected(page);
    const exchanges = (await admin.requests()).filter((line) => line === 'POST /oauth/token');
    expect(exchanges).toHaveLength(1);
  });

  test('from the app’s own window goes nowhere', async ({ machine }) => {
    const { app, page, admin, redirectUri, state } = await openConnect(machine);
    await page.evaluate((url) => {
      window.location.href = url;
    }, `${redirectUri}?code=c&state=${state}`);
    // Asked of the main process: the page itself still waits for a navigation that was stopped.
    const schemes = () =>
      app.evaluate(({ webContents }) =>
        webContents
          .getAllWebContents()
          .map((contents) => contents.getURL().split(':')[0])
          .sort(),
      );
    // The bar of the Connect window may still be on its way.
    await expect.poll(schemes).toEqual(['app', 'app', 'http']);
    expect(await admin.requests()).not.toContain('POST /oauth/token');
  });

  test('by window.open counts like any other, once', async ({ machine }) => {
    const { page, connectPage, redirectUri } = await openConnect(machine);
    await connectPage
      .evaluate((url) => void window.open(url), `${redirectUri}?code=c&state=x`)
      .catch(() => undefined);
    await waitForOutcome(page, 'state_mismatch');
  });
});

test('the Connect window goes to no other scheme and asks for nothing', async ({ machine }) => {
  const { app, connectPage } = await openConnect(machine);
  const before = connectPage.url();
  for (const address of ['file:///etc/passwd', 'mailto:a@b.example', 'http://192.0.2.1/']) {
    await leadTo(connectPage, address);
  }
  await connectPage.evaluate(() => void window.open('file:///etc/passwd'));
  expect(connectPage.url()).toBe(before);
  expect(remotePages(app)).toEqual([connectPage]);
  const permissions = await connectPage.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'clipboard-read'];
    const states = names.map((name) =>
      navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state),
    );
    return Promise.all(states);
  });
  expect(permissions).toEqual(['denied', 'denied', 'denied', 'denied']);
});

test.describe('Connect’s own ends', () => {
  const ends = [
    ['access_denied', 'driver@fleet.example', '#deny-button'],
    ['no_vehicles', '0-vehicles@smartcar.com', null],
    ['vehicle_incompatible', 'smartcar@vehicle-incompatible.com', null],
    ['invalid_subscription', 'smartcar@invalid-subscription.com', null],
    ['user_manually_returned_to_application', 'driver@fleet.example', '#back-to-app'],
  ] as const;
  for (const [kind, email, button] of ends) {
    test(kind, async ({ machine }) => {
      const { page, connectPage } = await openConnect(machine);
      await leavePreamble(connectPage);
      await chooseBrand(connectPage, { ...DRIVER, brand: 'AUDI' });
      await connectPage.locator('#username').fill(email);
      await connectPage.locator('#password').fill('x');
      await connectPage.locator('#sign-in-button').click();
      await connectPage.locator(button ?? '#problem-continue').click({ noWaitAfter: true });
      await waitForOutcome(page, kind);
      await expectNothingKept(machine, page);
    });
  }

  test('user_cancelled', async ({ machine }) => {
    const { page, connectPage } = await openConnect(machine);
    await leavePreamble(connectPage);
    await chooseBrand(connectPage, DRIVER);
    await connectPage.locator('#cancel-login').click({ noWaitAfter: true });
    await waitForOutcome(page, 'user_cancelled');
  });

  test('server_error', async ({ machine }) => {
    const { page, connectPage, admin } = await openConnect(machine);
    await admin.fault({ kind: 'connect-error', error: 'server_error' });
    await walkConnect(connectPage, DRIVER);
    await waitForOutcome(page, 'server_error');
  });
});

test.describe('the window', () => {
  test('closed half-way: what was there stays, and Connect works again', async ({ machine }) => {
    const { app, page } = await machine.start();
    await connectCars(app, page);
    const before = (await readApp(page)).fleet.vehicles.map(({ id }) => id);
    const entries = keychainEntries(machine);
    const connectPage = await startConnect(app, page);
    await leavePreamble(connectPage);
    await closeConnectWindow(app);
    await waitForOutcome(page, 'closed');
    expect(connectPage.isClosed()).toBe(true);
    expect((await readApp(page)).fleet.vehicles.map(({ id }) => id)).toEqual(before);
    expect(keychainEntries(machine)).toEqual(entries);
    const again = await startConnect(app, page);
    await walkConnect(again, { ...DRIVER, brand: 'BMW' });
    await waitForConnected(page);
  });

  test('cancelled from the app closes', async ({ machine }) => {
    const { app, page, connectPage } = await openConnect(machine);
    const closed = connectPage.waitForEvent('close');
    await page.getByTestId('connect-panel').getByRole('button', { name: 'Cancel' }).click();
    await closed;
    await waitForOutcome(page, 'cancelled');
    expect(app.windows()).toHaveLength(1);
  });

  test('asked for twice is brought forward, not opened twice', async ({ machine }) => {
    const { app, page, connectPage } = await openConnect(machine);
    const answer = await page.evaluate(
      (options) => window.motorpool['connect.start']({ options }),
      DEFAULT_CONNECT_OPTIONS,
    );
    expect(answer).toEqual({ ok: false, failure: 'already_running' });
    expect(remotePages(app)).toEqual([connectPage]);
  });
});
