import type { ReadingProblemReason } from '../contract/readings.ts';
import type { VehicleRecord } from '../main/fleet/vehicleRecord.ts';
import { expect, type Machine, test } from './app.ts';
import { permission } from './connectDialog.ts';
import { startWithFleet } from './fleet.ts';
import { clipboardText } from './outcomes.ts';
import { readApp } from './pages.ts';
import { checkScreen } from './screens.ts';
import { numbered } from './table.ts';

function problem(reason: ReadingProblemReason, code: string | null = null) {
  const at = new Date(Date.now() - 60_000).toISOString();
  return { last: null, problem: { reason, code, requestId: null, retryAt: null, at } };
}

/** Starts the app with one car, which these changes tell apart from any other, and opens its details. */
async function startWithCar(machine: Machine, change: (car: VehicleRecord) => VehicleRecord) {
  const started = await startWithFleet(machine, 1, {
    vehicle: (vehicle, index) => change(numbered(vehicle, index)),
  });
  await started.page.getByTestId('vehicle-row').click();
  return { ...started, detail: started.page.getByTestId('vehicle-detail') };
}

test('what was not granted can be asked for where it is missed', async ({ machine }) => {
  const { page, detail } = await startWithCar(machine, (car) => ({
    ...car,
    asked: ['read_odometer'],
    permissions: ['read_odometer'],
    readings: { ...car.readings, fuel: problem('not_granted'), location: problem('not_granted') },
  }));
  const dialog = page.getByTestId('connect-dialog');
  await expect(detail.getByTestId('missing-values')).toContainText('Not granted: Fuel, Place.');
  await checkScreen(page, 'detail-help-missing');
  await detail.getByTestId('ask-values').press('Enter');
  for (const name of ['read_odometer', 'read_fuel', 'read_location']) {
    await expect(permission(dialog, name, 'Optional')).toBeChecked();
  }
  await page.keyboard.press('Escape');
  await expect(detail.getByTestId('ask-values')).toBeFocused();

  await detail.getByTestId('detail-tab-place').click();
  await checkScreen(page, 'detail-help-place');
  await detail.getByTestId('ask-place').press('Enter');
  await expect(permission(dialog, 'read_location', 'Optional')).toBeChecked();
  await expect(permission(dialog, 'read_fuel', 'Optional')).not.toBeChecked();
});

test.describe('a message for the driver', () => {
  test('a connection that has ended, while details are hidden and shown', async ({ machine }) => {
    const { app, page, detail } = await startWithCar(machine, (car) => ({
      ...car,
      access: 'reconnect',
      accessEnded: { reason: 'login', since: new Date(Date.now() - 86_400_000).toISOString() },
    }));
    await detail.getByTestId('copy-owner-message').press('Enter');
    await expect(detail).toContainText('Copied');
    const message = await clipboardText(app);
    expect(message).toContain('account at Ford');
    expect(message).toContain('Ford Transit 2024, MP 001.');
    await checkScreen(page, 'detail-help-ended');
    await detail.getByTestId('detail-tab-access').click();
    const signIn = detail.getByTestId('sign-in-facts');
    await expect(signIn).toContainText(/Valid until.*Ended on .*Last renewed.*Not known yet/);
    await signIn.scrollIntoViewIfNeeded();
    await checkScreen(page, 'detail-help-sign-in');

    const { privacy } = (await readApp(page)).status;
    await page.evaluate((next) => window.motorpool['privacy.set'](next), {
      ...privacy,
      hideDetails: true,
    });
    await page.getByTestId('details-hidden').waitFor();
    await detail.getByTestId('copy-owner-message').press('Enter');
    await expect.poll(() => clipboardText(app)).toContain('Ford Transit 2024.');
    expect(await clipboardText(app)).not.toContain('MP 001');
  });

  test('an account at the maker that needs its owner', async ({ machine }) => {
    const { app, page, detail } = await startWithCar(machine, (car) => ({
      ...car,
      readings: {
        ...car.readings,
        odometer: problem('account', 'CONNECTED_SERVICES_ACCOUNT:ACCOUNT_ISSUE'),
      },
    }));
    await expect(detail.getByTestId('detail-status')).toContainText('The owner must do something');
    await checkScreen(page, 'detail-help-account');
    await detail.getByTestId('copy-owner-message').press('Enter');
    await expect.poll(() => clipboardText(app)).toContain('app or website of Ford');
  });
});
