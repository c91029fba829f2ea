import type { Page } from '@playwright/test';
import { expect, type Machine, test } from './app.ts';
import { keychainEntries, writeKeychainEntry } from './keyring.ts';
import {
  connectCars,
  DRIVER,
  grant,
  logIn,
  openFirstVehicle,
  openRemotePage,
  readApp,
  startConnect,
  tryWithSimulatedCars,
  waitForConnected,
  waitForReadings,
  walkConnect,
} from './pages.ts';
import { adminOf, type SandboxAdmin } from './sandbox.ts';
import { chooseOwnApplication } from './setup.ts';

const DAY_MS = 24 * 3600_000;

async function exchanges(admin: SandboxAdmin): Promise<number> {
  return (await admin.requests()).filter((line) => line === 'POST /oauth/token').length;
}

/** Reads all vehicles at once, without the question before it which ones there are. */
async function readAtOnce(page: Page): Promise<void> {
  const vehicleIds = (await readApp(page)).fleet.vehicles.map(({ id }) => id);
  await page.evaluate((ids) => window.motorpool['fleet.refresh']({ vehicleIds: ids }), vehicleIds);
  await expect.poll(async () => (await readApp(page)).fleet.refreshing).toEqual([]);
}

async function expectAllWell(page: Page, count: number): Promise<void> {
  const { vehicles } = (await readApp(page)).fleet;
  expect(vehicles).toHaveLength(count);
  for (const { access } of vehicles) expect(access).toBe('ok');
}

test('expired access tokens refresh by themselves, once for each connection', async ({
  machine,
}) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  const connectPage = await startConnect(app, page);
  const admin = adminOf(connectPage);
  await walkConnect(connectPage, { ...DRIVER, brand: 'BMW', email: '12-vehicles@smartcar.com' });
  await waitForReadings(page);
  await walkConnect(await startConnect(app, page), {
    ...DRIVER,
    brand: 'AUDI',
    email: '8-vehicles@smartcar.com',
  });
  await expect(page.getByTestId('vehicle-grid')).toHaveAttribute('aria-rowcount', '21');
  await expect.poll(async () => (await readApp(page)).fleet.refreshing).toEqual([]);
  const before = keychainEntries(machine);
  expect(before).toHaveLength(2);

  await admin.expireAccessTokens();
  await admin.forgetRequests();
  // Long enough for several vehicles to hear that their token is over.
  await admin.fault({ kind: 'token-delay', ms: 500 });
  await readAtOnce(page);
  expect(await exchanges(admin)).toBe(2);
  await expectAllWell(page, 20);
  const after = keychainEntries(machine);
  expect(after.map(({ account }) => account).sort()).toEqual(
    before.map(({ account }) => account).sort(),
  );
  for (const { password } of before) {
    expect(after.map((entry) => entry.password)).not.toContain(password);
  }
});

test('a refresh that got no answer loses no connection', async ({ machine }) => {
  const { app, page } = await machine.start();
  const admin = await connectCars(app, page);
  const { vehicles } = (await readApp(page)).fleet;
  const entries = keychainEntries(machine);
  await admin.expireAccessTokens();
  await admin.fault({ kind: 'token-down' });
  await page.getByTestId('refresh-button').click();
  await page.getByTestId('banner-offline').waitFor();
  await expectAllWell(page, vehicles.length);
  expect(keychainEntries(machine)).toEqual(entries);
  await admin.clearFaults();
  await page.getByTestId('refresh-button').click();
  await expect(page.getByTestId('banner-offline')).toHaveCount(0);
  await expectAllWell(page, vehicles.length);
});

test('a sign-in that Smartcar ended asks for connecting again, and keeps the values', async ({
  machine,
}) => {
  const { app, page } = await machine.start();
  const admin = await connectCars(app, page);
  const before = (await readApp(page)).fleet.vehicles;
  await admin.expireAccessTokens();
  await admin.expireRefreshTokens();
  await page.getByTestId('refresh-button').click();
  await expect(page.getByTestId('vehicle-row').first()).toContainText('Connect again');
  const after = (await readApp(page)).fleet.vehicles;
  expect(after.map(({ readings }) => readings.odometer.last)).toEqual(
    before.map(({ readings }) => readings.odometer.last),
  );
  expect(after.map(({ accessEnded }) => accessEnded?.reason)).toEqual(before.map(() => 'revoked'));

  // Connecting again gives the same cars a new connection, and the old tokens go.
  const connectPage = await startConnect(app, page);
  await walkConnect(connectPage, DRIVER);
  await expect(page.getByTestId('vehicle-row').first()).toContainText('Connected');
  expect(keychainEntries(machine)).toHaveLength(1);
  expect((await readApp(page)).fleet.vehicles).toHaveLength(before.length);
});

/** The tokens in the keychain become so much older, as if the computer had been off meanwhile. */
function ageTokens(machine: Machine, ms: number): Date {
  const [entry, ...others] = keychainEntries(machine).filter(({ account }) =>
    account.startsWith('connection:'),
  );
  if (!entry || others.length > 0) throw new Error('There should be one connection');
  const tokens = JSON.parse(entry.password) as { expiresAt: number; refreshExpiresAt: number };
  const refreshExpiresAt = tokens.refreshExpiresAt - ms;
  const aged = { ...tokens, expiresAt: tokens.expiresAt - ms, refreshExpiresAt };
  writeKeychainEntry(machine, { account: entry.account, password: JSON.stringify(aged) });
  return new Date(refreshExpiresAt);
}

test('a sign-in that was not used for 60 days asks for connecting again, and says since when', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const first = await machine.start({ env: sandbox.env });
  await chooseOwnApplication(first.page, { sandbox });
  await walkConnect(await startConnect(first.app, first.page), DRIVER);
  await waitForReadings(first.page);
  const before = (await readApp(first.page)).fleet.vehicles;
  await first.app.close();

  await sandbox.admin.advanceClock(63 * DAY_MS);
  const ended = ageTokens(machine, 63 * DAY_MS);
  const { app, page } = await machine.start({ env: sandbox.env });
  await expect(page.getByTestId('vehicle-row').first()).toContainText('Connect again');
  const { vehicles } = (await readApp(page)).fleet;
  expect(vehicles.map(({ accessEnded }) => accessEnded)).toEqual(
    before.map(() => ({ reason: 'idle', since: ended.toISOString() })),
  );
  expect(vehicles.map(({ readings }) => readings.odometer.last)).toEqual(
    before.map(({ readings }) => readings.odometer.last),
  );

  // The one that is looked at is connected again; the others wait for their own turn.
  await openFirstVehicle(page);
  await expect(page.getByTestId('vehicle-detail')).toContainText('not used for 60 days');
  const connectPage = await openRemotePage(app, () => page.getByTestId('reconnect-button').click());
  await connectPage.locator('#continue-button').click();
  await logIn(connectPage, DRIVER);
  await grant(connectPage);
  await waitForConnected(page);
  await expect
    .poll(async () => (await readApp(page)).fleet.vehicles.map(({ access }) => access).sort())
    .toEqual(['ok', ...before.slice(1).map(() => 'reconnect')]);
});
