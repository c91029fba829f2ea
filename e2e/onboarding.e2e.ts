import type { ElectronApplication, Page } from '@playwright/test';
import { seedFleet } from '../build/bench/seed.ts';
import type { VehicleRecord } from '../main/fleet/vehicleRecord.ts';
import { expect, test } from './app.ts';
import {
  check,
  expectColumn,
  FLEET_CSV,
  openImport,
  openOnboarding,
  paste,
  SECOND_TESLA,
  TESLA,
  take,
  vins,
} from './imports.ts';
import { speakGerman, unreachable } from './language.ts';
import { clipboardText } from './outcomes.ts';
import {
  DRIVER,
  grant,
  leaveConnectDialog,
  logIn,
  readApp,
  tryWithSimulatedCars,
  waitForConnected,
} from './pages.ts';
import { checkScreen } from './screens.ts';
import { numbered, resize } from './table.ts';

/** Walks the driver of this car through Connect, which knows its brand by the VIN. */
async function connectAsked(app: ElectronApplication, page: Page, vin: string): Promise<void> {
  const connectPage = await leaveConnectDialog(app, page);
  await connectPage.locator('#continue-button').click();
  await logIn(connectPage, { ...DRIVER, email: `${vin}@bev.smartcar.com` });
  await grant(connectPage);
  await waitForConnected(page);
}

test('with nothing there: two doors, and what drivers are asked for', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  await page.getByTestId('onboarding-open').press('Enter');
  const screen = page.getByTestId('onboarding-screen');
  await expect(screen.getByRole('heading', { name: 'Onboarding' })).toBeFocused();
  await expect(screen).toContainText('No car is connected or imported yet.');
  await expect(screen).toContainText('Read how far the car has been driven.');
  await checkScreen(page, 'onboarding-empty');

  await page.getByTestId('onboarding-copy').press('Enter');
  await expect.poll(() => clipboardText(app)).toContain('you can take your consent back');
  await page.keyboard.press('c');
  await expect(page.getByTestId('connect-dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('v');
  await expect(page.getByTestId('import-screen')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(screen).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('onboarding-open')).toBeVisible();
});

test('the list is connected one by one, with its labels, over a restart', async ({ machine }) => {
  const first = await machine.start();
  await tryWithSimulatedCars(first.page);
  await openImport(first.page);
  await paste(first.page, FLEET_CSV);
  await check(first.page);
  await first.page.getByTestId('import-country').selectOption('US');
  await expect(first.page.getByTestId('import-row').nth(0)).toContainText('Likely');
  await take(first.page);
  const bar = first.page.getByTestId('list-bar');
  await expect(bar).toContainText('0 of 2 connected. Next: Wagen 1');

  await first.page.getByTestId('connect-next').press('Enter');
  const dialog = first.page.getByTestId('connect-dialog');
  await expect(dialog.getByTestId('connect-vin')).toHaveValue(TESLA);
  await connectAsked(first.app, first.page, TESLA);
  await expect(bar).toContainText('1 of 2 connected. Next: Wagen 2');
  await expect
    .poll(async () => (await readApp(first.page)).fleet.vehicles.map(({ labels }) => labels))
    .toMatchObject([
      { name: 'Wagen 1', plate: 'B-MP 1', driver: 'Jürgen Groß', group: 'Vertrieb' },
    ]);
  await first.page.getByTestId('outcome-close').press('Enter');
  await expectColumn(first.page, 'imported', 1);
  await checkScreen(first.page, 'onboarding-board');
  await first.app.close();

  const second = await machine.start();
  await openOnboarding(second.page);
  await expect(second.page.getByTestId('list-bar')).toContainText('1 of 2 connected.');
  await second.page.getByTestId('connect-next').press('Enter');
  await connectAsked(second.app, second.page, SECOND_TESLA);
  await expect(second.page.getByTestId('list-bar')).toContainText('Nothing is left to connect.');
  // A vehicle's card leads to its details.
  await second.page.getByTestId('outcome-close').press('Enter');
  const columns = second.page.locator('[data-column="connected"], [data-column="partly"]');
  await columns.getByTestId('board-card').filter({ hasText: 'Wagen 1' }).press('Enter');
  await expect(second.page.getByTestId('vehicle-detail')).toContainText('Wagen 1');
});

test('cards are taken off and put back, by keyboard; the list too', async ({ machine }) => {
  const { page } = await machine.start();
  await tryWithSimulatedCars(page);
  await openImport(page);
  await paste(page, vins(60).join('\n'));
  await check(page);
  await take(page);
  await expectColumn(page, 'imported', 60);
  await expect(page.getByText('First 50 of 60')).toBeVisible();
  const cards = page.getByTestId('board-card');
  await cards.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(cards.nth(1)).toBeFocused();
  await page.keyboard.press('Delete');
  await expectColumn(page, 'imported', 59);
  await expect(cards.nth(1)).toBeFocused();
  await page.getByTestId('list-restore').press('Enter');
  await expectColumn(page, 'imported', 60);

  await page.getByTestId('list-clear').press('Enter');
  await expect(page.getByText('60 cars were taken off the list.')).toBeVisible();
  await page.getByTestId('list-restore').press('Enter');
  await expectColumn(page, 'imported', 60);
  await cards.first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('connect-vin')).toHaveValue(/^5YJ3E1EA/);
  await page.keyboard.press('Escape');
  await expect(cards.first()).toBeFocused();
});

const ASKED = ['read_vehicle_info', 'read_odometer', 'read_location'];

/** Vehicles of every standing: connected, connected partly, in need of their driver, revoked. */
function ofEveryStanding(record: VehicleRecord, index: number): VehicleRecord {
  const car = { ...numbered(record, index), asked: ASKED, permissions: ASKED };
  const since = new Date(Date.now() - 3 * 86_400_000).toISOString();
  switch (index % 4) {
    case 1:
      return { ...car, permissions: ASKED.slice(0, 2) };
    case 2:
      return { ...car, access: 'reconnect', accessEnded: { reason: 'login', since } };
    case 3:
      return { ...car, access: 'reconnect', accessEnded: { reason: 'revoked', since } };
    default:
      return car;
  }
}

test('every standing has its column, arrows lead across, in both languages', async ({
  machine,
}) => {
  await seedFleet(machine.userData, 400, { vehicle: ofEveryStanding });
  const { app, page } = await machine.start();
  await page.getByTestId('vehicle-row').first().waitFor();
  await openOnboarding(page);
  for (const column of ['partly', 'connected', 'needsDriver', 'revoked']) {
    await expectColumn(page, column, 100);
  }
  await expect(page.locator('[data-column="partly"]')).toContainText('1 permission is missing');
  await expect(page.locator('[data-column="revoked"]')).toContainText('Ended 3 d ago');
  await page.locator('[data-column="partly"] [data-testid="board-card"]').first().focus();
  await page.keyboard.press('ArrowRight');
  const connected = page.locator('[data-column="connected"] [data-testid="board-card"]').first();
  await expect(connected).toBeFocused();
  await checkScreen(page, 'onboarding-standings');
  await page.getByTestId('board-filter').fill('pool');
  await expectColumn(page, 'partly', 0);
  await expectColumn(page, 'connected', 100);

  await speakGerman(page);
  await resize(app, 1024, 640);
  await page.getByTestId('board-filter').fill('');
  expect(await unreachable(page)).toEqual([]);
  await checkScreen(page, 'onboarding-standings-de');
});
