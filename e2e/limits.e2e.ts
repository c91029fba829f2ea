import { expect, test } from './app.ts';
import { openMeter, openQueue, queueOf, setBudget, startWithCars } from './limits.ts';
import { readApp, waitForRefresh } from './pages.ts';
import { checkScreen } from './screens.ts';

test('Smartcar limits the application: the meter says so, and reading goes on by itself', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox({ args: ['--rate-limit', '30/120'] });
  const { page } = await startWithCars(machine, sandbox, 11);
  const start = new Date();

  // The app believes in more calls than the sandbox gives.
  for (let refresh = 0; refresh < 3; refresh += 1) {
    await page.keyboard.press('ControlOrMeta+Shift+r');
    await expect.poll(async () => (await queueOf(page)).budget.throttled || refresh < 2).toBe(true);
  }
  const meter = page.getByTestId('budget-meter');
  await expect(meter).toHaveAttribute('data-tone', 'attention');
  await expect(meter).toContainText(/Next call/);
  const panel = await openMeter(page);
  await expect(panel).toContainText('Smartcar said that it was asked too often');
  await checkScreen(page, 'limits-throttled');
  await page.keyboard.press('Escape');
  await expect(meter).toBeFocused();
  await expect(page.getByTestId('banner-offline')).toHaveCount(0);

  await waitForRefresh(page, start);
  await expect(meter).toHaveAttribute('data-tone', 'fine');
  await expect(meter).toContainText(/of 1,000 calls/);
  const { fleet } = await readApp(page);
  expect(fleet.vehicles.every(({ access }) => access === 'ok')).toBe(true);
});

test('Smartcar limits a vehicle: it says when it is asked next, and is', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { page } = await startWithCars(machine, sandbox, 3);
  const [vehicle] = (await readApp(page)).fleet.vehicles;
  if (!vehicle) throw new Error('no vehicle is connected');
  await sandbox.admin.fault({
    kind: 'api-error',
    error: 'RATE_LIMIT:VEHICLE',
    retryAfter: 8,
    vehicleId: vehicle.id,
    count: 1,
  });
  const start = new Date();
  await page.getByTestId('refresh-button').press('Enter');

  await expect(page.getByTestId('queue-status')).toContainText(/1 on hold, next \d/);
  const panel = await openQueue(page);
  await expect(panel).toContainText(/1 was asked too often/);
  await expect(panel.locator(`[data-vehicle-id="${vehicle.id}"]`)).toContainText(
    /Next \d.*: this car was asked too often/,
  );
  await checkScreen(page, 'limits-vehicle');
  await waitForRefresh(page, start);
  await expect(panel).toContainText('Nothing waits to be read.');
});

test('a month that is used up names the day on which it starts again', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { page } = await startWithCars(machine, sandbox, 3);
  await sandbox.admin.fault({ kind: 'api-error', error: 'BILLING:VEHICLE_REQUEST_LIMIT' });
  await page.getByTestId('refresh-button').press('Enter');

  const banner = page.getByTestId('banner-plan');
  await expect(banner).toContainText('3 vehicles have used up their calls of this month.');
  await expect(banner).toContainText(/read again from/);
  const meter = page.getByTestId('budget-meter');
  await expect(meter).toHaveAttribute('data-tone', 'fault');
  await expect(meter).toContainText(/No calls until/);
  await expect(page.getByTestId('banner-reconnect')).toHaveCount(0);
  await openMeter(page);
  await checkScreen(page, 'limits-month');
});

test('a suspended account says who can settle it', async ({ machine, startOwnSandbox }) => {
  const sandbox = await startOwnSandbox();
  const { page } = await startWithCars(machine, sandbox, 3);
  await sandbox.admin.fault({ kind: 'api-error', error: 'BILLING:ACCOUNT_SUSPENDED' });
  await page.getByTestId('refresh-button').press('Enter');

  const banner = page.getByTestId('banner-plan');
  await expect(banner).toContainText('Smartcar has suspended the account');
  await expect(banner).toContainText('Whoever pays for the Smartcar account can settle it');
  await expect(page.getByTestId('budget-meter')).toHaveAttribute('data-tone', 'fault');
  await expect(page.getByTestId('banner-reconnect')).toHaveCount(0);
  await checkScreen(page, 'limits-suspended');

  // Once it is settled, a person who asks is told nothing of it any more.
  await sandbox.admin.clearFaults();
  const start = new Date();
  await page.keyboard.press('ControlOrMeta+Shift+r');
  await waitForRefresh(page, start);
  await expect(banner).toHaveCount(0);
});

test('our own limit for the month holds the vehicles back', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { page } = await startWithCars(machine, sandbox, 3);
  await setBudget(page, { callsPerVehiclePerMonth: 9 });
  await sandbox.admin.forgetRequests();
  await page.keyboard.press('ControlOrMeta+Shift+r');
  await expect(page.getByTestId('queue-status')).toContainText(/3 on hold/);
  await expect(await openQueue(page)).toContainText('3 without calls in this month');
  expect(await sandbox.admin.requests()).not.toContainEqual(expect.stringContaining('/batch'));
});
