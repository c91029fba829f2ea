import { expect, test } from './app.ts';
import { openQueue, startWithCars } from './limits.ts';
import { openFirstVehicle, readApp, waitForRefresh } from './pages.ts';
import { checkScreen } from './screens.ts';

test('a car maker that fails is called temporarily unavailable, and is asked again', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { page } = await startWithCars(machine, sandbox, 3);
  await sandbox.admin.fault({ kind: 'api-error', error: 'UPSTREAM:NO_RESPONSE' });
  await page.getByTestId('refresh-button').press('Enter');

  const banner = page.getByTestId('banner-failing-failed');
  await expect(banner).toContainText('3 of 3 vehicles gave no answer');
  await expect(banner).toContainText('temporarily unavailable');
  await expect(banner).toContainText('tries again by itself');
  const panel = await openQueue(page);
  await expect(panel).toContainText('3 temporarily unavailable');
  await checkScreen(page, 'limits-unavailable');

  const start = new Date();
  await sandbox.admin.clearFaults();
  await page.keyboard.press('Escape');
  await page.getByTestId('refresh-button').press('Enter');
  await waitForRefresh(page, start);
  await expect(banner).toHaveCount(0);
});

test('a car maker that limits requests is told as that', async ({ machine, startOwnSandbox }) => {
  const sandbox = await startOwnSandbox();
  const { page } = await startWithCars(machine, sandbox, 3);
  await sandbox.admin.fault({ kind: 'api-error', error: 'UPSTREAM:RATE_LIMIT' });
  await page.getByTestId('refresh-button').press('Enter');

  await expect(page.getByTestId('queue-status')).toContainText(/3 on hold, next \d/);
  await expect(await openQueue(page)).toContainText('3 whose car makers limit requests');
  await expect(page.getByTestId('banner-failing-failed')).toHaveCount(0);
  await checkScreen(page, 'limits-maker');
});

for (const [error, says] of [
  ['VEHICLE_STATE:ASLEEP', 'The car is asleep'],
  ['VEHICLE_STATE:UNREACHABLE', 'out of reach'],
] as const) {
  test(`${error} says what the car does, and keeps the last values`, async ({
    machine,
    startOwnSandbox,
  }) => {
    const sandbox = await startOwnSandbox();
    const { page } = await startWithCars(machine, sandbox, 3);
    for (const { id } of (await readApp(page)).fleet.vehicles) {
      await sandbox.admin.vehicleFails(id, error);
    }
    await page.getByTestId('refresh-button').press('Enter');

    await expect(page.getByTestId('banner-failing-car_state')).toContainText(
      '3 of 3 vehicles are asleep or out of reach',
    );
    await expect(page.getByTestId('queue-status')).toContainText(/3 on hold/);
    await expect(
      page.getByTestId('vehicle-row').locator('[data-column=odometer]').first(),
    ).toContainText(/\d/);
    await openFirstVehicle(page);
    await expect(page.getByTestId('vehicle-detail')).toContainText(says);
    await checkScreen(page, `limits-${error.split(':')[1]?.toLowerCase()}`);
  });
}

test('an ended sign-in asks for its owner, and missing permissions or plans never do', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { page } = await startWithCars(machine, sandbox, 3);
  const [first, second, third] = (await readApp(page)).fleet.vehicles;
  if (!first || !second || !third) throw new Error('too few vehicles are connected');
  await sandbox.admin.vehicleFails(first.id, 'PERMISSION');
  await sandbox.admin.vehicleFails(second.id, 'BILLING:INVALID_PLAN');
  const start = new Date();
  await page.getByTestId('refresh-button').press('Enter');
  await waitForRefresh(page, start);
  await expect(page.getByTestId('banner-plan')).toContainText('does not include all');
  await expect(page.getByTestId('banner-reconnect')).toHaveCount(0);
  await checkScreen(page, 'limits-plan');

  await sandbox.admin.vehicleFails(second.id, null);
  await sandbox.admin.vehicleFails(first.id, 'CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED');
  await page.getByTestId('refresh-button').press('Enter');
  await expect(page.getByTestId('attention-accessEnded')).toHaveText('1 to connect again');
  const banner = page.getByTestId('banner-reconnect');
  await expect(banner).toHaveCount(0);

  // So many of three are said above the table.
  await sandbox.admin.vehicleFails(third.id, 'CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED');
  await page.getByTestId('refresh-button').press('Enter');
  await expect(banner).toContainText(/2 .*need their owners/);
  await expect(page.getByTestId('banner-plan')).toHaveCount(0);
  await checkScreen(page, 'limits-reconnect');
  await banner.getByTestId('show-them').press('Enter');
  await expect(page.getByTestId('vehicle-row')).toHaveCount(2);
  await expect(page.locator(`[data-vehicle-id="${second.id}"]`)).toHaveCount(0);
});
