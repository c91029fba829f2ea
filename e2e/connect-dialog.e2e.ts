import { expect, test } from './app.ts';
import {
  DRIVER,
  leaveConnectDialog,
  openConnectDialog,
  remotePages,
  tryWithSimulatedCars,
  waitForConnected,
  walkConnect,
} from './pages.ts';
import { checkScreen } from './screens.ts';
import { chooseOwnApplication } from './setup.ts';

/** A VIN of a Honda whose check digit fits, and the same with one character mistyped. */
const VIN = '1HGCM82633A004352';
const MISTYPED = '1HGCM82633A004353';

test('Escape closes one layer at a time and gives the focus back', async ({ machine }) => {
  const { page } = await machine.start();
  await tryWithSimulatedCars(page);
  const dialog = await openConnectDialog(page);
  await dialog.getByTestId('connect-vehicle-make').check();
  await dialog.getByTestId('connect-make').fill('tes');
  await expect(page.getByRole('option', { name: 'Tesla' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option', { name: 'Tesla' })).toBeHidden();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByTestId('connect-button')).toBeFocused();
});

test('the fields come in the order in which they are read', async ({ machine }) => {
  const { page } = await machine.start();
  await tryWithSimulatedCars(page);
  await openConnectDialog(page);
  const visited: string[] = [];
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    visited.push(
      await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const named = element.closest<HTMLElement>('[data-testid]');
        return element.dataset.testid ?? named?.dataset.testid ?? element.tagName;
      }),
    );
    if (visited.at(-1) === 'connect-open') break;
  }
  const inOrder = [
    'connect-single',
    'connect-preset',
    'permission-read_vehicle_info',
    'permission-read_odometer',
    'permission-control_charge',
    'connect-advanced',
    'connect-open',
  ];
  expect(visited.filter((testId) => inOrder.includes(testId))).toEqual(inOrder);
});

test('who cannot finish is said as it is chosen', async ({ machine }) => {
  const { page } = await machine.start();
  await tryWithSimulatedCars(page);
  const dialog = await openConnectDialog(page);
  const sentence = dialog.getByTestId('connect-sentence');
  const needs = (name: string) =>
    dialog.getByTestId(`permission-${name}`).getByRole('radio', { name: 'Required' }).check();
  await expect(sentence).toContainText('Every car can finish');
  await needs('read_fuel');
  await expect(sentence).toHaveText('Cars without a fuel tank cannot finish: Fuel is required.');
  await needs('read_battery');
  await expect(sentence).toHaveText(
    'Only plug-in hybrids can finish: Fuel and Battery are required.',
  );
  await checkScreen(page, 'connect-dialog-required');
});

test('what is wrong stands at its field, and nothing opens', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { app, page } = await machine.start({ env: sandbox.env });
  await chooseOwnApplication(page, { sandbox, mode: 'live' });
  const dialog = await openConnectDialog(page);
  const open = dialog.getByTestId('connect-open');

  await dialog.getByTestId('connect-vehicle-make').check();
  await open.click();
  await expect(dialog.getByText('Choose a brand, or any car.')).toBeVisible();
  await expect(dialog.getByTestId('connect-make')).toBeFocused();
  await dialog.getByTestId('connect-make').fill('Ford');
  await expect(dialog.getByText('only by Smartcar’s phone apps, not from')).toBeVisible();
  await expect(page.getByRole('option', { name: 'Ford' })).toBeDisabled();
  await checkScreen(page, 'connect-dialog-make');
  await page.keyboard.press('Escape');

  await dialog.getByTestId('connect-vehicle-vin').check();
  await dialog.getByTestId('connect-vin').fill(MISTYPED);
  await expect(dialog.getByText('The check digit does not fit: at least')).toBeVisible();
  await expect(dialog.getByTestId('eligibility-inline')).toHaveText('');
  await open.click();
  await expect(dialog.getByTestId('connect-vin')).toBeFocused();

  const level = (name: string) =>
    dialog.getByTestId('permission-read_odometer').getByRole('radio', { name });
  await dialog.getByRole('radio', { name: 'Mileage only' }).check();
  for (const name of ['read_vehicle_info', 'read_vin', 'read_odometer']) {
    await dialog.getByTestId(`permission-${name}`).getByRole('radio', { name: 'Off' }).check();
  }
  await expect(dialog.getByText('Nothing is asked for.')).toBeVisible();
  await checkScreen(page, 'connect-dialog-problems');
  await level('Optional').check();

  await dialog.getByTestId('connect-advanced').click();
  await dialog.getByTestId('connect-external-id').fill('null');
  await expect(dialog.getByText('Smartcar takes this word as')).toBeVisible();
  await dialog.getByTestId('connect-external-id').fill('pool-7');
  await dialog.getByTestId('connect-clear-external-id').check();
  await expect(dialog.getByText('An ID cannot be set and removed at once.')).toBeVisible();
  await dialog.getByTestId('connect-external-id').fill('');
  expect(remotePages(app)).toEqual([]);

  await dialog.getByTestId('connect-vin').fill(VIN);
  await leaveConnectDialog(app, page);
});

test('while one car is being connected, that one is shown', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  await openConnectDialog(page);
  const connectPage = await leaveConnectDialog(app, page);
  const dialog = await openConnectDialog(page);
  await expect(dialog.getByTestId('connect-running')).toBeVisible();
  await expect(dialog.getByTestId('connect-open')).toHaveText('Show the Connect window');
  await dialog.getByTestId('connect-vehicle-make').check();
  await dialog.getByTestId('connect-make').fill('Audi');
  await page.keyboard.press('Escape');
  await checkScreen(page, 'connect-dialog-running');
  await dialog.getByTestId('connect-open').click();
  await expect(dialog).toBeHidden();
  expect(remotePages(app)).toEqual([connectPage]);
  await walkConnect(connectPage, DRIVER);
  await waitForConnected(page);
});

test.describe('pictures', () => {
  test('the dialog as it opens, unfolded, in the smallest window and with large text', async ({
    machine,
  }) => {
    const { page } = await machine.start();
    await tryWithSimulatedCars(page);
    const dialog = await openConnectDialog(page);
    await checkScreen(page, 'connect-dialog');
    await dialog.getByTestId('permissions-someBrands').locator('summary').click();
    await dialog.getByTestId('connect-advanced').click();
    await dialog.getByTestId('connect-transport').scrollIntoViewIfNeeded();
    await checkScreen(page, 'connect-dialog-advanced');
    await page.setViewportSize({ width: 1024, height: 640 });
    await checkScreen(page, 'connect-dialog-small');
    // The smallest window at 200 % text has half of its pixels.
    await page.setViewportSize({ width: 512, height: 320 });
    for (const testId of ['connect-vehicle-any', 'connect-force', 'connect-open']) {
      await dialog.getByTestId(testId).scrollIntoViewIfNeeded();
      await expect(dialog.getByTestId(testId)).toBeInViewport();
    }
    const overflow = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow).toBe(0);
    await checkScreen(page, 'connect-dialog-large-text');
  });
});
