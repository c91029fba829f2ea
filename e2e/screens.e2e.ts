import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, root, test } from './app.ts';
import {
  connectCars,
  DRIVER,
  openDisconnectDialog,
  openFirstVehicle,
  startConnect,
  tryWithSimulatedCars,
  waitForOutcome,
  walkConnect,
} from './pages.ts';
import { adminOf } from './sandbox.ts';

const SCHEMES = ['light', 'dark'] as const;

/** Takes a picture of a screen in both themes, and lets axe look at it in both. */
async function check(page: Page, name: string): Promise<void> {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: join(root, 'out/screens', `${name}-${colorScheme}.png`) });
    // Electron opens no second page for axe's summary; the legacy mode needs none.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`);
    expect(found, `${name}, ${colorScheme}`).toEqual([]);
  }
}

test('setup: doors and form', async ({ machine }) => {
  const { page } = await machine.start();
  await page.getByTestId('door-simulated').waitFor();
  await check(page, 'doors');
  await page.getByTestId('door-own').click();
  await page.getByRole('textbox', { name: 'Client ID' }).waitFor();
  await check(page, 'form');
  await page.getByRole('button', { name: 'Use this application' }).click();
  await page.getByText('Enter the client ID.').waitFor();
  await check(page, 'form-problems');
});

test('vehicles: empty, connecting, connected, detail, disconnect, offline', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  await check(page, 'empty');

  const connectPage = await startConnect(app, page);
  const admin = adminOf(connectPage);
  await check(page, 'connecting');
  for (const colorScheme of SCHEMES) {
    await connectPage.emulateMedia({ colorScheme });
    await connectPage.screenshot({
      path: join(root, 'out/screens', `connect-window-${colorScheme}.png`),
    });
  }
  await walkConnect(connectPage, {
    brand: 'BMW',
    email: '12-vehicles@smartcar.com',
    password: 'x',
  });
  await waitForOutcome(page, 'connected');
  await expect(page.getByTestId('vehicle-row')).toHaveCount(12);
  await expect(page.locator('[data-testid=vehicle-row][aria-busy=true]')).toHaveCount(0);
  await check(page, 'connected');

  await page.getByTestId('connect-outcome').getByRole('button', { name: 'Close' }).click();
  await check(page, 'vehicles');
  await openFirstVehicle(page);
  await check(page, 'detail');
  await openDisconnectDialog(page);
  await check(page, 'disconnect');
  await page.keyboard.press('Escape');

  await admin.fault({ kind: 'api-down' });
  await page.getByTestId('refresh-button').click();
  await page.getByTestId('banner-offline').waitFor();
  await check(page, 'offline');
});

test('a failed exchange', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  const connectPage = await startConnect(app, page);
  await adminOf(connectPage).fault({ kind: 'token-down' });
  await walkConnect(connectPage, { brand: 'AUDI', email: 'a@b.example', password: 'x' });
  await waitForOutcome(page, 'exchange_failed');
  await check(page, 'exchange-failed');
});

test.describe('without a keychain', () => {
  test.use({ keyringKind: 'locked' });

  test('the banner that stays', async ({ machine }) => {
    const { app, page } = await machine.start();
    await connectCars(app, page);
    await page.getByTestId('banner-keychain_memory').waitFor();
    await check(page, 'keychain-memory');
  });
});

test('the whole job works without a mouse', async ({ machine }) => {
  const { app, page } = await machine.start();
  await page.getByTestId('door-simulated').waitFor();
  await expect(page.getByTestId('door-simulated')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByTestId('connect-button').first().waitFor();

  const opening = app.waitForEvent('window');
  await page.keyboard.press('ControlOrMeta+n');
  await walkConnect(await opening, DRIVER);
  await waitForOutcome(page, 'connected');

  const rows = page.getByTestId('vehicle-row');
  await expect(rows).toHaveCount(2);
  for (let presses = 0; presses < 30; presses += 1) {
    if (await rows.first().evaluate((row) => row.contains(document.activeElement))) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const detail = page.getByTestId('vehicle-detail');
  await detail.waitFor();
  await page.keyboard.press('Escape');
  await expect(detail).toHaveCount(0);
  await expect
    .poll(() => rows.nth(1).evaluate((row) => row.contains(document.activeElement)))
    .toBe(true);
});
