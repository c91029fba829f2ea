import type { ReadingProblemReason } from '../contract/readings.ts';
import type { VehicleRecord } from '../main/fleet/vehicleRecord.ts';
import { expect, type Machine, test } from './app.ts';
import { permission } from './connectDialog.ts';
import { startWithFleet } from './fleet.ts';
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
