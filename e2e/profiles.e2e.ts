import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { keychainEntries } from './keyring.ts';
import { pressByKeyboard } from './outcomes.ts';
import {
  DRIVER,
  readApp,
  startConnect,
  tryWithSimulatedCars,
  waitForReadings,
  walkConnect,
} from './pages.ts';
import { checkScreen } from './screens.ts';
import { openSettings } from './settings.ts';
import { chooseOwnApplication } from './setup.ts';

const MENU = 'Application menu';

/** Switches by the application menu, with the keyboard alone. */
async function switchTo(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: MENU }).focus();
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitemradio', { name });
  await expect(item).toHaveAttribute('aria-checked', 'false');
  for (let moves = 0; moves < 10; moves += 1) {
    if (await item.evaluate((button) => button === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

const profileOf = (page: Page, id: string) =>
  page.locator(`[data-testid=profile][data-profile="${id}"]`);

test('two applications with their cars: switched, renamed, kept, and one of them removed', async ({
  machine,
  startOwnSandbox,
}) => {
  test.slow();
  const sandbox = await startOwnSandbox();
  const { app, page } = await machine.start({ env: sandbox.env });
  await tryWithSimulatedCars(page);
  await expect(page.getByTestId('profile-chip')).toHaveCount(0);
  await walkConnect(await startConnect(app, page), DRIVER);
  await waitForReadings(page);
  const simulated = (await readApp(page)).fleet.vehicles.map(({ id }) => id);

  // An own application beside them.
  await openSettings(page, 'application');
  await pressByKeyboard(page, 'profile-add');
  await page.getByRole('textbox', { name: 'Client ID' }).waitFor();
  await page.keyboard.press('Escape');
  await chooseOwnApplication(page, { sandbox });
  const chip = page.getByTestId('profile-chip');
  await expect(chip).toHaveText('Our Smartcar application');
  await expect(page.getByTestId('vehicle-row')).toHaveCount(0);
  const bmw = { brand: 'BMW', email: '3-vehicles@smartcar.com', password: 'x' };
  await walkConnect(await startConnect(app, page), bmw);
  await waitForReadings(page);
  const own = (await readApp(page)).fleet.vehicles.map(({ id }) => id);
  expect(own).toHaveLength(3);
  const entries = keychainEntries(machine);

  // There and back, by the menu: the cars are there at once, and nothing is gone.
  await switchTo(page, /^Simulated cars/);
  await expect(chip).toHaveText('Simulated cars');
  await expect(page.getByTestId('vehicle-row')).toHaveCount(simulated.length);
  await page.getByRole('button', { name: MENU }).click();
  await checkScreen(page, 'profiles-menu');
  await page.keyboard.press('Escape');
  await switchTo(page, /^Our Smartcar application/);
  await expect(page.getByTestId('vehicle-row')).toHaveCount(3);
  expect((await readApp(page)).fleet.vehicles.map(({ id }) => id)).toEqual(own);
  expect(keychainEntries(machine)).toEqual(expect.arrayContaining(entries));

  // Renamed and recoloured, taken back, and done again.
  const { status } = await readApp(page);
  const id = status.profile ?? '';
  await openSettings(page, 'application');
  const row = profileOf(page, id);
  await row.getByTestId('profile-edit').focus();
  await page.keyboard.press('Enter');
  const name = row.getByTestId('profile-name');
  await name.focus();
  await page.keyboard.type('Depot North');
  await page.keyboard.press('Enter');
  await expect(row.getByTestId('profile-chip')).toHaveText('Depot North');
  await pressByKeyboard(page, 'profile-undo');
  await expect(row.getByTestId('profile-chip')).toHaveText('Our Smartcar application');
  await expect(name).toBeFocused();
  await page.keyboard.type('Depot North');
  await page.keyboard.press('Enter');
  await row.getByTestId('profile-colour-blue').focus();
  await page.keyboard.press('ArrowRight');
  await expect(row.getByTestId('profile-chip')).toHaveAttribute('data-colour', 'teal');
  await checkScreen(page, 'profiles-settings');
  await app.close();

  const next = await machine.start({ env: sandbox.env });
  await expect(next.page.getByTestId('profile-chip')).toHaveText('Depot North');
  await expect(next.page.getByTestId('profile-chip')).toHaveAttribute('data-colour', 'teal');
  await expect(next.page.getByTestId('vehicle-row')).toHaveCount(3);

  // Removed with all that this computer holds of it; the other one is untouched.
  await openSettings(next.page, 'application');
  const gone = profileOf(next.page, id);
  await gone.getByTestId('profile-edit').press('Enter');
  await gone.getByTestId('profile-remove').press('Enter');
  const dialog = next.page.getByTestId('remove-profile');
  await expect(dialog).toContainText('3 vehicles with their values, labels and history');
  await expect(dialog).toContainText('The client secret from the keychain');
  await expect(next.page.getByTestId('remove-profile-confirm')).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await checkScreen(next.page, 'profiles-remove');
  await next.page.keyboard.press('Escape');
  await expect(gone.getByTestId('profile-remove')).toBeFocused();
  await next.page.keyboard.press('Enter');
  await expect(next.page.getByTestId('typed-word')).toBeFocused();
  await next.page.keyboard.type('remove');
  await next.page.keyboard.press('Enter');
  await expect(gone).toHaveCount(0);
  await expect(next.page.getByTestId('profile-add')).toBeFocused();
  await next.page.keyboard.press('Escape');
  await expect(next.page.getByTestId('vehicle-row')).toHaveCount(simulated.length);
  const left = keychainEntries(machine).map(({ account }) => account);
  expect(left.filter((account) => account.startsWith('client-secret:'))).toEqual([]);
  expect(left).toHaveLength(1);
  expect((await sandbox.admin.connections()).length).toBe(3);
});

test('a profile without its secret reads nothing, says so, and leads to the field', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { app, page } = await machine.start({ env: sandbox.env });
  await chooseOwnApplication(page, { sandbox });
  const bmw = { brand: 'BMW', email: '2-vehicles@smartcar.com', password: 'x' };
  await walkConnect(await startConnect(app, page), bmw);
  await waitForReadings(page);
  await app.close();

  // As after settings were brought over from another computer.
  const file = join(machine.userData, 'settings.json');
  const settings = JSON.parse(readFileSync(file, 'utf8'));
  settings.expectedSecrets = settings.expectedSecrets.filter(
    (account: string) => !account.startsWith('client-secret:'),
  );
  writeFileSync(file, JSON.stringify(settings));

  const next = await machine.start({ env: sandbox.env });
  const banner = next.page.getByTestId('banner-no_secret');
  await expect(banner).toContainText('no client secret for “Our Smartcar application”');
  await expect(next.page.getByTestId('vehicle-row')).toHaveCount(2);
  await sandbox.admin.forgetRequests();
  // At the start the stalest would be read, where they could.
  await expect.poll(async () => (await readApp(next.page)).queue.waiting).toBe(2);
  await next.page.getByTestId('refresh-button').click();
  await expect(next.page.getByTestId('queue-status')).toContainText('No reads without the secret');
  await checkScreen(next.page, 'profiles-no-secret');
  expect((await sandbox.admin.requests()).filter((one) => one.includes('/batch'))).toEqual([]);

  await banner.getByRole('button', { name: 'Enter the client secret' }).click();
  await next.page.getByLabel('Client secret', { exact: true }).fill(sandbox.clientSecret);
  await next.page.getByRole('button', { name: 'Use this application' }).click();
  await expect(banner).toHaveCount(0);
  await expect
    .poll(
      async () => (await sandbox.admin.requests()).filter((one) => one.includes('/batch')).length,
    )
    .toBeGreaterThanOrEqual(2);
  const { profiles } = (await readApp(next.page)).status;
  expect(profiles.map(({ hasSecret }) => hasSecret)).toEqual([true, true]);
});

test('settings of before there were profiles become the first one', async ({ machine }) => {
  const first = await machine.start();
  await tryWithSimulatedCars(first.page);
  await first.app.close();
  const file = join(machine.userData, 'settings.json');
  const { profiles, profile: _profile, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
  const [{ budget, connectOptions }] = profiles;
  const old = { ...rest, budget, connectOptions, transport: 'system_browser' };
  writeFileSync(file, JSON.stringify({ ...old, application: { kind: 'simulated' } }));

  const { page } = await machine.start();
  await page.getByTestId('connect-button').first().waitFor();
  expect((await readApp(page)).status).toMatchObject({
    application: { kind: 'simulated' },
    transport: 'system_browser',
    profile: 'simulated',
  });
});
