import type { ElectronApplication, Page } from '@playwright/test';
import type { Vehicle } from '../contract/vehicles.ts';
import { expect, type Machine, test } from './app.ts';
import { openInBrowser, walkInBrowser } from './browser.ts';
import { keychainEntries } from './keyring.ts';
import {
  connectCars,
  DRIVER,
  noteConnectUrls,
  openRemotePage,
  readApp,
  setTransport,
  startConnect,
  waitForOutcome,
  waitForReadings,
  walkConnect,
} from './pages.ts';
import type { SandboxAdmin } from './sandbox.ts';
import { chooseOwnApplication } from './setup.ts';

const LOGIN_OVER = 'CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED';

interface Ended {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly admin: SandboxAdmin;
  /** The vehicle whose login is over; the others of the same connection are well. */
  readonly vehicle: Vehicle;
}

async function vehicleOf(page: Page, { id }: Vehicle): Promise<Vehicle> {
  const found = (await readApp(page)).fleet.vehicles.find((one) => one.id === id);
  if (!found) throw new Error('The vehicle is gone');
  return found;
}

/** Lets the login of the first vehicle end at its car maker, and the app find out. */
async function endFirstLogin(page: Page, admin: SandboxAdmin): Promise<Vehicle> {
  const [vehicle, ...others] = (await readApp(page)).fleet.vehicles;
  if (!vehicle || others.length === 0) throw new Error('Two vehicles are needed');
  await admin.vehicleFails(vehicle.id, LOGIN_OVER);
  await page.getByTestId('refresh-button').click();
  await expect.poll(async () => (await vehicleOf(page, vehicle)).accessEnded?.reason).toBe('login');
  await expect.poll(async () => (await readApp(page)).fleet.refreshing).toEqual([]);
  for (const other of others) expect((await vehicleOf(page, other)).access).toBe('ok');
  return vehicleOf(page, vehicle);
}

async function connectThenEnd(machine: Machine): Promise<Ended> {
  const { app, page } = await machine.start();
  const admin = await connectCars(app, page);
  const vehicle = await endFirstLogin(page, admin);
  await admin.forgetRequests();
  return { app, page, admin, vehicle };
}

/** Opens the vehicle that needs it, and presses its one best button. */
async function pressConnectAgain(page: Page): Promise<void> {
  await page.getByTestId('vehicle-row').filter({ hasText: 'Connect again' }).click();
  const detail = page.getByTestId('vehicle-detail');
  await expect(detail).toContainText('the car maker asks the driver to log in again');
  await detail.getByTestId('reconnect-button').click();
}

async function openRenewal(app: ElectronApplication, page: Page): Promise<Page> {
  const connectPage = await openRemotePage(app, () => pressConnectAgain(page));
  await connectPage.locator('#username').waitFor();
  return connectPage;
}

async function logInAs(connectPage: Page, email: string): Promise<void> {
  await connectPage.locator('#username').fill(email);
  await connectPage.locator('#password').fill(DRIVER.password);
  await connectPage.locator('#sign-in-button').click({ noWaitAfter: true });
}

/** The vehicle is well again and was read since; the tokens are the same. */
async function expectRenewed(page: Page, vehicle: Vehicle, admin: SandboxAdmin): Promise<void> {
  await waitForOutcome(page, 'reauthenticated');
  await expect
    .poll(async () => {
      const { access, accessEnded, refreshedAt } = await vehicleOf(page, vehicle);
      return { access, accessEnded, isNewer: (refreshedAt ?? '') > (vehicle.refreshedAt ?? '') };
    })
    .toEqual({ access: 'ok', accessEnded: null, isNewer: true });
  const { readings } = await vehicleOf(page, vehicle);
  expect(readings.odometer.problem).toBeNull();
  expect(await admin.requests()).not.toContain('POST /oauth/token');
}

test('the login of one vehicle is renewed, from the API’s error to fresh values', async ({
  machine,
}) => {
  const { app, page, admin, vehicle } = await connectThenEnd(machine);
  const entries = keychainEntries(machine);
  const connectUrl = await noteConnectUrls(app);
  const connectPage = await openRenewal(app, page);

  const url = await connectUrl();
  expect(url.pathname).toBe('/oauth/reauthenticate');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    response_type: 'vehicle_id',
    vehicle_id: vehicle.id,
    redirect_uri: expect.stringMatching(/^sc[0-9a-f-]{36}:\/\/connect$/),
    state: expect.stringMatching(/^[\w-]{43}$/),
  });

  // Only the owner of this vehicle can renew it.
  await logInAs(connectPage, 'somebody@else.example');
  await connectPage.locator('#login-error').waitFor();
  expect((await vehicleOf(page, vehicle)).access).toBe('reconnect');

  const closed = connectPage.waitForEvent('close');
  await logInAs(connectPage, DRIVER.email);
  await closed;
  await expectRenewed(page, vehicle, admin);
  await expect(page.getByTestId('connect-outcome')).toContainText('signed in again');
  await expect(page.getByTestId('vehicle-row').filter({ hasText: 'Connect again' })).toHaveCount(0);
  expect(keychainEntries(machine)).toEqual(entries);
});

test('a login that is called off changes nothing, and can be tried again from there', async ({
  machine,
}) => {
  const { app, page, admin, vehicle } = await connectThenEnd(machine);
  const connectPage = await openRenewal(app, page);
  await connectPage.locator('#cancel-login').click({ noWaitAfter: true });
  await waitForOutcome(page, 'user_cancelled');
  expect((await vehicleOf(page, vehicle)).access).toBe('reconnect');

  const again = await openRemotePage(app, () => page.getByTestId('outcome-primary').click());
  await again.locator('#username').waitFor();
  await logInAs(again, DRIVER.email);
  await expectRenewed(page, vehicle, admin);
});

test('an error of Connect’s is told, and the vehicle stays as it was', async ({ machine }) => {
  const { app, page, admin, vehicle } = await connectThenEnd(machine);
  await admin.fault({ kind: 'connect-error', error: 'server_error' });
  const connectPage = await openRenewal(app, page);
  await logInAs(connectPage, DRIVER.email);
  await waitForOutcome(page, 'server_error');
  expect((await vehicleOf(page, vehicle)).access).toBe('reconnect');
});

test.describe('an answer', () => {
  for (const [name, outcome, query] of [
    ['for another vehicle', 'unusable_answer', (state: string) => `vehicle_id=v&state=${state}`],
    ['with a code in place of a vehicle', 'unusable_answer', (s: string) => `code=c&state=${s}`],
    ['with a wrong state', 'state_mismatch', () => 'vehicle_id=v&state=of-someone-else'],
  ] as const) {
    test(`${name} renews nothing`, async ({ machine }) => {
      const { app, page, admin, vehicle } = await connectThenEnd(machine);
      const connectUrl = await noteConnectUrls(app);
      const connectPage = await openRenewal(app, page);
      const { searchParams } = await connectUrl();
      const state = searchParams.get('state') ?? '';
      const address = `${searchParams.get('redirect_uri')}?${query(state)}`;
      // The window may be destroyed on the way, and the script's answer with it.
      await connectPage
        .evaluate((url) => {
          window.location.href = url;
        }, address)
        .catch(() => undefined);
      await waitForOutcome(page, outcome);
      expect((await vehicleOf(page, vehicle)).access).toBe('reconnect');
      expect(await admin.requests()).not.toContain('POST /oauth/token');
    });
  }
});

test('the system’s browser serves as well', async ({ machine, startOwnSandbox, systemBrowser }) => {
  const sandbox = await startOwnSandbox();
  const { admin } = sandbox;
  const { app, page } = await machine.start({ env: { ...sandbox.env, ...systemBrowser.env } });
  await chooseOwnApplication(page, { sandbox });
  await walkConnect(await startConnect(app, page), DRIVER);
  await waitForReadings(page);
  const vehicle = await endFirstLogin(page, admin);
  await admin.forgetRequests();
  await setTransport(page, 'system_browser');
  await pressConnectAgain(page);
  const redirect = await walkInBrowser(await systemBrowser.nextAddress());
  expect(redirect.searchParams.get('vehicle_id')).toBe(vehicle.id);
  await openInBrowser(redirect);
  await expectRenewed(page, vehicle, admin);
});
