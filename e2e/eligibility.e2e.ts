import type { Locator, Page } from '@playwright/test';
import { ELIGIBILITY_BATCH } from '../contract/eligibility.ts';
import { checkDigitOf } from '../contract/vin.ts';
import { makeVehicle } from '../sandbox/fleet/vehicle.ts';
import { expect, test } from './app.ts';
import { checkGerman } from './language.ts';
import { openConnectDialog, tryWithSimulatedCars } from './pages.ts';
import { checkScreen } from './screens.ts';
import { chooseOwnApplication } from './setup.ts';

/** A car of the sandbox's own fleet: an electric one, which has no tank. */
const TESLA = makeVehicle(1, { kind: 'fleet', make: 'TESLA', ordinal: 0 }).vin;
const HONDA = makeVehicle(1, { kind: 'fleet', make: 'HONDA', ordinal: 0 }).vin;
const TOO_OLD = '1HGCM82633A004352';
const MISTYPED = '1HGCM82633A004353';
const BY_PHONE_ONLY = 'WF0AXXWPMA1234567';

/** VINs of cars that nobody has, each with a right check digit. */
function vins(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const draft = `5YJ3E1EA0KF${String(900_000 + at)}`;
    return draft.slice(0, 8) + checkDigitOf(draft) + draft.slice(9);
  });
}

function level(dialog: Locator, permission: string, name: string): Locator {
  return dialog.getByTestId(`permission-${permission}`).getByRole('radio', { name });
}

async function typeVin(dialog: Locator, vin: string): Promise<Locator> {
  await dialog.getByTestId('connect-vehicle-vin').check();
  await dialog.getByTestId('connect-vin').fill(vin);
  return dialog.getByTestId('eligibility-inline');
}

/** Pastes a list into the open check. */
async function pasteList(page: Page, text: string): Promise<Locator> {
  const screen = page.getByTestId('eligibility-screen');
  await screen.getByTestId('eligibility-paste').fill(text);
  await screen.getByTestId('eligibility-country').selectOption('US');
  return screen;
}

test.describe('below a typed VIN', () => {
  test('what can be expected, and what is in the way; never blocking', async ({ machine }) => {
    const { page } = await machine.start();
    await tryWithSimulatedCars(page);
    const dialog = await openConnectDialog(page);
    await dialog.getByTestId('connect-advanced').click();
    await dialog.getByTestId('connect-country').selectOption('US');

    const inline = await typeVin(dialog, TESLA.slice(0, -1));
    await expect(dialog.getByText('16 of 17 characters')).toBeVisible();
    await expect(inline).toHaveText('');

    await typeVin(dialog, TESLA);
    await expect(inline).toContainText('Likely');
    await expect(inline).toContainText('Smartcar checked this car.');
    await expect(inline).toContainText(/Cannot give: .*Fuel/);
    await level(dialog, 'read_fuel', 'Required').check();
    await expect(inline).toContainText('Fuel is required, so this car cannot finish.');
    await checkScreen(page, 'connect-dialog-vin');
    await level(dialog, 'read_fuel', 'Off').check();
    await expect(inline).not.toContainText('Fuel');

    await typeVin(dialog, TOO_OLD);
    await expect(inline).toContainText('Unlikely');
    await expect(inline).toContainText('You can try anyway.');
    await checkScreen(page, 'connect-dialog-unlikely');
    await expect(dialog.getByTestId('connect-open')).not.toHaveAttribute('aria-disabled');

    // Outside the United States only the brand is known.
    await dialog.getByTestId('connect-country').selectOption('DE');
    await typeVin(dialog, TESLA);
    await expect(inline).toContainText('this very car was not checked');
    await expect(inline).toContainText('Germany');
  });

  test('why it could not be checked, and the check once more', async ({
    machine,
    startOwnSandbox,
  }) => {
    const sandbox = await startOwnSandbox();
    const { page } = await machine.start({ env: sandbox.env });
    await chooseOwnApplication(page, { sandbox });
    await sandbox.admin.fault({ kind: 'api-down' });
    const dialog = await openConnectDialog(page);
    const inline = await typeVin(dialog, TESLA);
    await expect(inline).toContainText('Nobody can tell before trying.');
    await expect(inline).toContainText('Smartcar could not be reached.');
    await sandbox.admin.clearFaults();
    await inline.getByRole('button', { name: 'Check again' }).click();
    await expect(inline).toContainText('Likely');
  });
});

test.describe('a pasted list', () => {
  test('is checked, sorted and filtered, and leads to Connect', async ({ machine }) => {
    const { page } = await machine.start();
    await tryWithSimulatedCars(page);
    const dialog = await openConnectDialog(page);
    await level(dialog, 'read_tires', 'Required').check();
    await dialog.getByTestId('eligibility-open').click();
    const screen = await pasteList(
      page,
      `VIN;Brand\n${TOO_OLD};Honda\n${MISTYPED}\n${TESLA}, ${HONDA}\n${TESLA}\nKA12 ${BY_PHONE_ONLY}`,
    );
    await expect(screen.getByText('5 VINs')).toBeVisible();
    await expect(screen.getByText('1 duplicate left out')).toBeVisible();
    await expect(screen.getByText('1 text that is not a VIN')).toBeVisible();
    await screen.getByTestId('eligibility-check').click();

    const rows = screen.getByTestId('eligibility-row');
    await expect(rows).toHaveCount(6);
    const vins = () =>
      rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.vin));
    expect(await vins()).toEqual([TESLA, HONDA, TOO_OLD, BY_PHONE_ONLY, MISTYPED, 'KA12']);
    await expect(rows.nth(0)).toContainText(/Tesla.*Right.*Likely.*Fuel/);
    await expect(rows.nth(3)).toContainText('only by Smartcar’s phone apps');
    await expect(rows.nth(4)).toContainText(/Wrong.*mistyped/);
    await checkScreen(page, 'eligibility-list');
    await screen.getByTestId('eligibility-filter-likely').check();
    await expect(rows).toHaveCount(2);
    await screen.getByTestId('eligibility-filter-all').check();

    // The dialog comes up again with this car, and with all that was chosen in it before.
    await rows
      .nth(0)
      .getByRole('button', { name: `Connect ${TESLA}` })
      .click();
    await expect(screen).toBeHidden();
    await expect(dialog.getByTestId('connect-vin')).toHaveValue(TESLA);
    await expect(level(dialog, 'read_tires', 'Required')).toBeChecked();

    // The list stays at hand for the next one.
    await dialog.getByTestId('connect-vin').fill('');
    await dialog.getByTestId('connect-vin').click();
    await page.getByRole('option', { name: HONDA }).click();
    await expect(dialog.getByTestId('connect-vin')).toHaveValue(HONDA);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: 'Check several cars first' }).click();
    await expect(rows).toHaveCount(6);
  });

  test('can be stopped, and is checked in pieces', async ({ machine, startOwnSandbox }) => {
    const count = ELIGIBILITY_BATCH + 5;
    const sandbox = await startOwnSandbox();
    const { page } = await machine.start({ env: sandbox.env });
    await chooseOwnApplication(page, { sandbox });
    await page.getByRole('button', { name: 'Check several cars first' }).click();
    const screen = await pasteList(page, vins(count).join(' '));
    const rows = screen.getByTestId('eligibility-row');
    const unchecked = rows.filter({ hasText: 'This car was not checked.' });

    await sandbox.admin.fault({ kind: 'api-delay', ms: 600_000 });
    await screen.getByTestId('eligibility-check').click();
    await expect(screen.getByText(`Checked 0 of ${count}`)).toBeVisible();
    await checkScreen(page, 'eligibility-progress');
    await screen.getByTestId('eligibility-cancel').click();
    await expect(unchecked).toHaveCount(count);

    await sandbox.admin.clearFaults();
    await sandbox.admin.forgetRequests();
    await screen.getByTestId('eligibility-check').click();
    await expect(unchecked).toHaveCount(0);
    await expect(rows).toHaveCount(count);
    expect(await sandbox.admin.requests()).toHaveLength(count);
  });

  test('says once why it could not be checked', async ({ machine, startOwnSandbox }) => {
    const sandbox = await startOwnSandbox();
    const { page } = await machine.start({ env: sandbox.env });
    await chooseOwnApplication(page, { sandbox });
    await sandbox.admin.fault({ kind: 'api-down' });
    await page.getByRole('button', { name: 'Application menu' }).click();
    await page.getByRole('menuitem', { name: 'Check cars before connecting' }).click();
    const screen = await pasteList(page, `${TESLA}\n${HONDA}\n${MISTYPED}`);
    await screen.getByTestId('eligibility-check').click();
    await expect(screen.getByTestId('eligibility-problem')).toHaveCount(1);
    await expect(screen.getByTestId('eligibility-problem')).toContainText('could not be reached');
    await expect(screen.getByTestId('eligibility-row').nth(0)).toContainText('Tesla');
    await checkScreen(page, 'eligibility-problem');
    await checkGerman(page, 'eligibility-problem');
    await page.keyboard.press('Escape');
    await expect(screen).toBeHidden();
    await expect(page.getByRole('button', { name: 'Application menu' })).toBeFocused();
  });
});
