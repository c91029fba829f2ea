import { DEFAULT_CONNECT_OPTIONS } from '../contract/connectOptions.ts';
import { PERMISSION_PRESETS, PERMISSIONS } from '../contract/permissions.ts';
import { expect, test } from './app.ts';
import {
  type Choose,
  connectWith,
  expectParameters,
  type Parameters,
  permission,
  unfoldAdvanced,
} from './connectDialog.ts';
import {
  noteConnectUrls,
  openConnectDialog,
  openRemotePage,
  tryWithSimulatedCars,
} from './pages.ts';

/** What Connect is asked for by default: `required:` before what tells cars apart. */
const USUAL_SCOPE = (DEFAULT_CONNECT_OPTIONS.permissions ?? [])
  .map(({ permission, required }) => (required ? `required:${permission}` : permission))
  .join(' ');

/** What the sets are called. */
const SETS: ReadonlyMap<string, string> = new Map([
  ['mileage', 'Mileage only'],
  ['location_and_energy', 'Location and energy'],
  ['readable', 'Everything readable'],
  ['with_commands', 'With commands'],
]);

test('the usual choices are sent as they are, by the keyboard alone', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  const connectUrl = await noteConnectUrls(app);
  await page.keyboard.press('ControlOrMeta+n');
  await page.getByTestId('connect-dialog').waitFor();
  await expect(page.getByTestId('connect-vehicle-any')).toBeFocused();
  await openRemotePage(app, () => page.keyboard.press('ControlOrMeta+Enter'));
  const { searchParams } = await connectUrl();
  expectParameters(searchParams, {
    response_type: 'code',
    scope: USUAL_SCOPE,
    mode: 'simulated',
    approval_prompt: 'auto',
    single_select: null,
    single_select_vin: null,
    make: null,
    flags: null,
    user: null,
    external_id: null,
    application_id: null,
  });
  expect(searchParams.get('client_id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(searchParams.get('redirect_uri')).toBe(`sc${searchParams.get('client_id')}://connect`);
});

test.describe('the vehicle', () => {
  const choices: readonly (readonly [string, Choose, Parameters])[] = [
    [
      'any, but one only',
      async (dialog) => dialog.getByTestId('connect-single').check(),
      { single_select: 'true', make: null, single_select_vin: null },
    ],
    [
      'a brand from the list, found without its mark',
      async (dialog, page) => {
        await dialog.getByTestId('connect-vehicle-make').check();
        await dialog.getByTestId('connect-make').fill('skod');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await expect(dialog.getByTestId('connect-make')).toHaveValue('Škoda');
        await dialog.getByTestId('connect-single').uncheck();
      },
      { make: 'SKODA', single_select: null },
    ],
    [
      'a brand that Motorpool does not know, one car',
      async (dialog) => {
        await dialog.getByTestId('connect-vehicle-make').check();
        await dialog.getByTestId('connect-make').fill('mercedes');
        await dialog.getByTestId('connect-single').check();
      },
      { make: 'MERCEDES', single_select: 'true' },
    ],
    [
      'a VIN, whatever stood in the field for the brand',
      async (dialog) => {
        await dialog.getByTestId('connect-vehicle-vin').check();
        await dialog.getByTestId('connect-vin').fill('1hgcm 82633a-004352');
        await expect(dialog.getByText('Check digit is right')).toBeVisible();
        await expect(dialog.getByText('Honda 2003')).toBeVisible();
      },
      { single_select: 'true', single_select_vin: '1HGCM82633A004352', make: null },
    ],
  ];

  test('any, a brand or a VIN, one or several', async ({ machine }) => {
    const { app, page } = await machine.start();
    await tryWithSimulatedCars(page);
    const connectUrl = await noteConnectUrls(app);
    for (const [what, choose, expected] of choices) {
      await test.step(what, async () => {
        expectParameters(await connectWith(app, page, connectUrl, choose), expected);
      });
    }
  });
});

test.describe('the permissions', () => {
  test('by rows, sets, and Smartcar’s dashboard', async ({ machine }) => {
    const { app, page } = await machine.start();
    await tryWithSimulatedCars(page);
    const connectUrl = await noteConnectUrls(app);
    const scopeWith = async (choose: Choose) =>
      (await connectWith(app, page, connectUrl, choose)).get('scope');

    for (const { id, permissions } of PERMISSION_PRESETS.toReversed()) {
      const name = SETS.get(id) ?? id;
      expect(await scopeWith(async (dialog) => dialog.getByRole('radio', { name }).check())).toBe(
        permissions.join(' ').replace('read_vehicle_info', 'required:read_vehicle_info'),
      );
    }

    // The space bar: off, optional, required, off.
    expect(
      await scopeWith(async (dialog) => {
        await permission(dialog, 'read_fuel', 'Off').focus();
        await page.keyboard.press('Space');
        await page.keyboard.press('Space');
        await expect(permission(dialog, 'read_fuel', 'Required')).toBeChecked();
        await expect(permission(dialog, 'read_fuel', 'Required')).toBeFocused();
        await page.keyboard.press('Tab');
        await expect(permission(dialog, 'read_battery', 'Off')).toBeFocused();
        await page.keyboard.press('Space');
        await permission(dialog, 'read_vin', 'Optional').focus();
        await page.keyboard.press('Space');
        await page.keyboard.press('Space');
        await expect(permission(dialog, 'read_vin', 'Off')).toBeChecked();
      }),
    ).toBe('required:read_vehicle_info read_odometer required:read_fuel read_battery');

    expect(
      await scopeWith(async (dialog) => {
        await dialog.getByTestId('permissions-someBrands').locator('summary').click();
        for (const name of PERMISSIONS) await permission(dialog, name, 'Required').check();
      }),
    ).toBe(PERMISSIONS.map((name) => `required:${name}`).join(' '));

    expect(
      await scopeWith(async (dialog) =>
        dialog.getByRole('radio', { name: 'As set in the Smartcar dashboard' }).check(),
      ),
    ).toBeNull();

    // What was chosen last is where the next one begins.
    const dialog = await openConnectDialog(page);
    await expect(
      dialog.getByRole('radio', { name: 'As set in the Smartcar dashboard' }),
    ).toBeChecked();
    await expect(dialog.getByTestId('connect-sentence')).toContainText('Smartcar dashboard');
  });
});

test('the advanced choices', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  const connectUrl = await noteConnectUrls(app);
  const all = await connectWith(app, page, connectUrl, async (dialog) => {
    await unfoldAdvanced(dialog);
    await dialog.getByTestId('connect-country').selectOption('NO');
    await dialog.getByTestId('connect-force').check();
    await dialog.getByTestId('connect-external-id').fill(' pool 7&8 ');
    await dialog.getByTestId('connect-user').fill('staff-42');
    await dialog.getByTestId('connect-id-parameter').selectOption('application_id');
    await expect(dialog.getByTestId('connect-mode')).toHaveCount(0);
  });
  expectParameters(all, {
    flags: 'country:NO',
    approval_prompt: 'force',
    external_id: 'pool 7&8',
    user: 'staff-42',
    client_id: null,
  });
  expect(all.get('application_id')).toMatch(/^[0-9a-f-]{36}$/);

  const cleared = await connectWith(app, page, connectUrl, async (dialog) => {
    // Folded away, but it counts: so the fold says what differs. The owner is not remembered.
    await expect(dialog.getByTestId('connect-advanced')).toContainText('Norway');
    await unfoldAdvanced(dialog);
    await expect(dialog.getByTestId('connect-external-id')).toHaveValue('');
    await dialog.getByTestId('connect-clear-external-id').check();
  });
  expectParameters(cleared, { external_id: 'null' });
});
