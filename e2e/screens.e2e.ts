import { expect, test } from './app.ts';
import {
  connectCars,
  DRIVER,
  openDisconnectDialog,
  openFirstVehicle,
  openRemotePage,
  startConnect,
  tryWithSimulatedCars,
  waitForConnected,
  waitForOutcome,
  walkConnect,
} from './pages.ts';
import { adminOf } from './sandbox.ts';
import { checkScreen, takePictures } from './screens.ts';

test('setup: doors and both forms', async ({ machine }) => {
  const { page } = await machine.start();
  await page.getByTestId('door-simulated').waitFor();
  await checkScreen(page, 'doors');
  await page.getByTestId('door-own').click();
  await page.getByRole('textbox', { name: 'Client ID' }).waitFor();
  await checkScreen(page, 'form');
  await page.getByRole('button', { name: 'Use this application' }).click();
  await page.getByText('Enter the client ID.').waitFor();
  await checkScreen(page, 'form-problems');
  await page.getByTestId('secret-backend').check();
  await page.getByRole('textbox', { name: 'Address of the backend' }).waitFor();
  await checkScreen(page, 'form-backend');
  await page.getByRole('button', { name: 'Use this backend' }).click();
  await page.getByText('Enter the address of the backend.').waitFor();
  await checkScreen(page, 'form-backend-problems');
});

test('vehicles: empty, connecting, connected, detail, disconnect, offline', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  await checkScreen(page, 'empty');

  const connectPage = await startConnect(app, page);
  const admin = adminOf(connectPage);
  await checkScreen(page, 'connecting');
  await takePictures(connectPage, 'connect-window');
  await walkConnect(connectPage, {
    brand: 'BMW',
    email: '12-vehicles@smartcar.com',
    password: 'x',
  });
  await waitForConnected(page);
  await expect(page.getByTestId('vehicle-row')).toHaveCount(12);
  await expect(page.locator('[data-testid=vehicle-row][aria-busy=true]')).toHaveCount(0);
  await checkScreen(page, 'connected');

  await page.getByTestId('outcome-close').click();
  await checkScreen(page, 'vehicles');
  await openFirstVehicle(page);
  await checkScreen(page, 'detail');
  await openDisconnectDialog(page);
  await checkScreen(page, 'disconnect');
  await page.keyboard.press('Escape');

  await admin.fault({ kind: 'api-down' });
  await page.getByTestId('refresh-button').click();
  await page.getByTestId('banner-offline').waitFor();
  await checkScreen(page, 'offline');
});

test('a failed exchange', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  const connectPage = await startConnect(app, page);
  await adminOf(connectPage).fault({ kind: 'token-down' });
  await walkConnect(connectPage, { brand: 'AUDI', email: 'a@b.example', password: 'x' });
  await waitForOutcome(page, 'exchange_failed');
  await checkScreen(page, 'exchange-failed');
});

test.describe('without a keychain', () => {
  test.use({ keyringKind: 'locked' });

  test('the banner that stays', async ({ machine }) => {
    const { app, page } = await machine.start();
    await connectCars(app, page);
    await page.getByTestId('banner-keychain_memory').waitFor();
    await checkScreen(page, 'keychain-memory');
  });
});

test('the whole job works without a mouse', async ({ machine }) => {
  const { app, page } = await machine.start();
  await page.getByTestId('door-simulated').waitFor();
  await expect(page.getByTestId('door-simulated')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByTestId('connect-button').first().waitFor();

  await page.keyboard.press('ControlOrMeta+n');
  const dialog = page.getByTestId('connect-dialog');
  await expect
    .poll(() => dialog.evaluate((element) => element.contains(document.activeElement)))
    .toBe(true);
  const connectPage = await openRemotePage(app, () => page.keyboard.press('ControlOrMeta+Enter'));
  await walkConnect(connectPage, DRIVER);
  await waitForConnected(page);

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
