import { makeVehicle } from '../sandbox/fleet/vehicle.ts';
import { expect, test } from './app.ts';
import { check, openImport, take } from './imports.ts';
import { openConnectDialog, tryWithSimulatedCars } from './pages.ts';
import { leaks } from './privacy.ts';
import { checkScreen } from './screens.ts';

test('a VIN that came from a checked list is used in Connect, and not shown', async ({
  machine,
}) => {
  const { page } = await machine.start();
  await tryWithSimulatedCars(page);
  const { vin } = makeVehicle(1, { kind: 'fleet', make: 'TESLA', ordinal: 0 });
  const secrets = [vin, vin.slice(-6)];
  await page.keyboard.press('Control+Shift+H');
  await expect(page.getByTestId('details-hidden')).toBeVisible();
  const dialog = await openConnectDialog(page);
  await dialog.getByTestId('eligibility-open').click();
  const screen = page.getByTestId('eligibility-screen');
  await screen.getByTestId('eligibility-paste').fill(vin);
  await screen.getByTestId('eligibility-country').selectOption('US');
  await screen.getByTestId('eligibility-check').click();
  const row = screen.getByTestId('eligibility-row');
  await expect(row).toContainText(/Hidden.*Tesla.*Likely/);
  await checkScreen(page, 'privacy-eligibility');
  // The list itself is what was typed, covered by dots.
  const elsewhere = async () =>
    (await leaks(page, secrets)).filter((one) => !/ in (field|TEXTAREA): /.test(one));
  expect(await elsewhere()).toEqual([]);
  await row.getByRole('button').click();
  await expect(dialog.getByRole('textbox', { name: 'VIN' })).toHaveValue('Hidden');
  await expect(dialog).toContainText('Likely');
  expect(await elsewhere()).toEqual([]);
  await checkScreen(page, 'privacy-connect');
  await dialog.getByRole('button', { name: 'Enter another VIN' }).press('Enter');
  await expect(dialog.getByTestId('connect-vin')).toHaveValue('');
});

test('an imported list is shown without VINs and plates', async ({ machine }) => {
  const { page } = await machine.start();
  await tryWithSimulatedCars(page);
  await page.keyboard.press('Control+Shift+H');
  const { vin } = makeVehicle(1, { kind: 'fleet', make: 'TESLA', ordinal: 0 });
  const secrets = [vin, vin.slice(-6), 'HP 77'];
  await openImport(page);
  const paste = page.getByTestId('import-paste');
  await paste.fill(`VIN,Plate\n${vin},HP 77`);
  await expect(paste).toHaveCSS('-webkit-text-security', 'disc');
  await page.getByTestId('import-read').click();
  await expect(page.getByTestId('import-preview-row')).toContainText('Hidden');
  expect(await leaks(page, secrets)).toEqual([]);
  await check(page);
  await expect(page.getByTestId('import-row')).toContainText('Tesla');
  expect(await leaks(page, secrets)).toEqual([]);
  await checkScreen(page, 'privacy-import');
  await take(page);
  await expect(page.getByTestId('board-card')).toContainText('Tesla');
  expect(await leaks(page, secrets)).toEqual([]);
  await checkScreen(page, 'privacy-board');
});
