import type { ElectronApplication, Page } from '@playwright/test';
import type { ConnectOptions } from '../contract/connectOptions.ts';
import { expect, type Machine, test } from './app.ts';
import { keychainEntries } from './keyring.ts';
import { asking, expectOutcome, pressByKeyboard, startInWindow } from './outcomes.ts';
import {
  DRIVER,
  type Driver,
  grant,
  logIn,
  noteConnectUrls,
  openRemotePage,
  readApp,
  tryWithSimulatedCars,
  waitForOutcome,
  walkConnect,
} from './pages.ts';
import { adminOf, type SandboxAdmin } from './sandbox.ts';

/** One electric car, young enough for a virtual key, whose VIN is known beforehand. */
const VIN = '0SCTESLA000000006';
const ELECTRIC: Driver = { ...DRIVER, email: `${VIN}@bev.smartcar.com` };
const IDENTITY = ['read_vehicle_info', 'read_vin'] as const;
const oneCar = { vehicle: { kind: 'vin', vin: VIN } } as const;

interface Begun {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly connectPage: Page;
  readonly admin: SandboxAdmin;
}

async function begin(machine: Machine, options: ConnectOptions): Promise<Begun> {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  const connectPage = await startInWindow(app, page, options);
  await connectPage.locator('#continue-button').waitFor();
  return { app, page, connectPage, admin: adminOf(connectPage) };
}

/** A VIN names the brand, so Connect does not ask for it. */
async function walkForOneCar(connectPage: Page, driver: Driver): Promise<void> {
  await connectPage.locator('#continue-button').click();
  await logIn(connectPage, driver);
  await grant(connectPage);
}

test('connected: the new car is shown, and a virtual key offered to the phone', async ({
  machine,
}) => {
  const options = asking([...IDENTITY, 'read_odometer', 'control_security']);
  const { page, connectPage } = await begin(machine, options);
  await walkConnect(connectPage, ELECTRIC);
  await expectOutcome(page, 'connected', {
    title: '1 vehicle connected',
    says: ['The sign-in is in the keychain', 'needs a virtual key for commands'],
  });
  const key = page.getByTestId('virtual-key');
  await expect(key.getByRole('img', { name: /QR code/ })).toBeVisible();
  const { connect } = await readApp(page);
  if (connect.status !== 'finished' || connect.outcome.kind !== 'connected') {
    throw new Error('The outcome has changed');
  }
  await expect(key).toContainText(connect.outcome.virtualKeyUrl ?? 'no address');

  await pressByKeyboard(page, 'outcome-primary');
  await expect(page.getByTestId('vehicle-detail')).toContainText('Tesla');
  await expect(page.getByTestId('connect-outcome')).toHaveCount(0);
});

test('connected: another car is a button away', async ({ machine }) => {
  const { page, connectPage } = await begin(machine, asking([...IDENTITY]));
  await walkConnect(connectPage, ELECTRIC);
  await waitForOutcome(page, 'connected');
  await pressByKeyboard(page, 'outcome-other');
  await page.getByTestId('connect-dialog').waitFor();
});

/** The driver's cars are electric, which the sandbox's compatibility check knows. */
test.describe('a partial grant', () => {
  const options = asking([...IDENTITY, 'read_odometer', 'read_fuel', 'read_location']);

  test('tells what was declined from what the car cannot, and asks again', async ({ machine }) => {
    const { app, page, connectPage, admin } = await begin(machine, options);
    const lastConnectUrl = await noteConnectUrls(app);
    await admin.fault({ kind: 'decline-permission', permissions: ['read_location'] });
    await walkConnect(connectPage, DRIVER);
    await expectOutcome(page, 'partial_grant', {
      title: 'Connected. 3 of 5 permissions',
      says: ['the sign-in is kept'],
    });
    const screen = page.getByTestId('connect-outcome');
    await expect(screen).toHaveAttribute('data-tone', 'attention');
    await expect(screen).not.toContainText(/error|problem|failed/i);
    for (const [permission, state, words] of [
      ['read_odometer', 'granted', 'Granted'],
      ['read_location', 'declined', 'Declined'],
      ['read_fuel', 'not_capable', 'Car cannot'],
    ] as const) {
      const row = page.getByTestId(`grant-${permission}`);
      await expect(row).toHaveAttribute('data-state', state);
      await expect(row).toContainText(words);
    }

    await admin.clearFaults();
    const again = await openRemotePage(app, () => pressByKeyboard(page, 'outcome-primary'));
    const { searchParams } = await lastConnectUrl();
    expect(searchParams.get('approval_prompt')).toBe('force');
    expect(searchParams.get('scope')).toContain('read_location');
    await walkConnect(again, DRIVER);
    await waitForOutcome(page, 'partial_grant');
    // Now only what the car cannot is missing: nobody is asked for that.
    await expect(page.getByTestId('grant-read_location')).toHaveAttribute('data-state', 'granted');
    await expect(page.getByTestId('connect-outcome')).toContainText('Nobody needs to do anything');
    await expect(page.getByTestId('outcome-primary')).toHaveText(/^Show /);
  });

  test('can be kept as it is', async ({ machine }) => {
    const { page, connectPage } = await begin(machine, options);
    await walkConnect(connectPage, DRIVER);
    await waitForOutcome(page, 'partial_grant');
    await expect(page.getByTestId('outcome-close')).toHaveText('Keep as is');
    await pressByKeyboard(page, 'outcome-close');
    await expect(page.getByTestId('connect-outcome')).toHaveCount(0);
    await expect(page.getByTestId('vehicle-row').first()).toBeVisible();
    expect(keychainEntries(machine)).toHaveLength(1);
  });
});

test.describe('one car by its VIN', () => {
  const options = asking([...IDENTITY], [], oneCar);

  test('the right one is said to be it', async ({ machine }) => {
    const { page, connectPage } = await begin(machine, options);
    await walkForOneCar(connectPage, ELECTRIC);
    await expectOutcome(page, 'connected', {
      title: '1 vehicle connected',
      says: ['its VIN is the same'],
      picture: 'connected-same-vin',
    });
  });

  test('one that does not tell its VIN is connected with a word on it', async ({ machine }) => {
    const { page, connectPage, admin } = await begin(machine, options);
    await admin.fault({ kind: 'api-error', error: 'RESOURCE_NOT_FOUND:PATH', path: '/vin' });
    await walkForOneCar(connectPage, ELECTRIC);
    await expectOutcome(page, 'connected', {
      title: '1 vehicle connected',
      says: ['does not tell its VIN'],
      picture: 'connected-vin-not-readable',
    });
  });

  test.describe('another one', () => {
    async function connectAnother(machine: Machine): Promise<Begun> {
      const begun = await begin(machine, options);
      await begun.admin.fault({ kind: 'other-vehicle', count: 1 });
      await walkForOneCar(begun.connectPage, DRIVER);
      await waitForOutcome(begun.page, 'wrong_vehicle');
      return begun;
    }

    test('is told from the one that was asked for, and can be kept', async ({ machine }) => {
      const { page } = await connectAnother(machine);
      await expectOutcome(page, 'wrong_vehicle', {
        title: 'This is not the car you asked for',
        says: [VIN, 'Tesla', 'Nothing was saved'],
      });
      expect(keychainEntries(machine)).toEqual([]);
      expect((await readApp(page)).fleet.vehicles).toEqual([]);

      await pressByKeyboard(page, 'outcome-other');
      await waitForOutcome(page, 'connected');
      expect(keychainEntries(machine)).toHaveLength(1);
      await expect(page.getByTestId('vehicle-row').first()).toBeVisible();
    });

    test('is given back when the screen is closed', async ({ machine }) => {
      const { page, admin } = await connectAnother(machine);
      expect(await admin.connections()).not.toEqual([]);
      await expect(page.getByTestId('outcome-close')).toHaveText('Do not keep it');
      await pressByKeyboard(page, 'outcome-close');
      await expect.poll(() => admin.connections()).toEqual([]);
      expect(keychainEntries(machine)).toEqual([]);
    });

    test('leads to the right one on a second try', async ({ machine }) => {
      const { app, page } = await connectAnother(machine);
      const again = await openRemotePage(app, () => pressByKeyboard(page, 'outcome-primary'));
      await walkForOneCar(again, ELECTRIC);
      await waitForOutcome(page, 'connected');
      // The outcome does not wait for the values.
      await expect
        .poll(async () => (await readApp(page)).fleet.vehicles.map(({ vin }) => vin))
        .toEqual([VIN]);
    });
  });
});

test('a renewed login is said to be one, and leads to its car', async ({ machine }) => {
  const { app, page, connectPage, admin } = await begin(
    machine,
    asking([...IDENTITY, 'read_odometer']),
  );
  await walkConnect(connectPage, DRIVER);
  await waitForOutcome(page, 'connected');
  await page.getByTestId('outcome-close').click();
  const [vehicle] = (await readApp(page)).fleet.vehicles;
  if (!vehicle) throw new Error('No vehicle was connected');
  await admin.vehicleFails(vehicle.id, 'CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED');
  await page.getByTestId('refresh-button').click();

  // The status of the row does what it says, as the button in its details.
  const row = page.locator(`[data-vehicle-id="${vehicle.id}"]`);
  const renewal = await openRemotePage(app, () =>
    row.getByRole('button', { name: 'Connect again' }).click(),
  );
  await expect(page.getByTestId('connect-panel')).toContainText('Signing in again');
  await renewal.locator('#username').fill(DRIVER.email);
  await renewal.locator('#password').fill('x');
  await renewal.locator('#sign-in-button').click({ noWaitAfter: true });
  await expectOutcome(page, 'reauthenticated', {
    title: 'is signed in again',
    says: ['New values are being read'],
  });
  await pressByKeyboard(page, 'outcome-primary');
  await expect(page.getByTestId('vehicle-detail')).toBeVisible();
  await expect(page.getByTestId('connect-outcome')).toHaveCount(0);
});

test('Escape closes the details before it asks about the attempt', async ({ machine }) => {
  const { app, page, connectPage } = await begin(machine, asking([...IDENTITY]));
  await walkConnect(connectPage, ELECTRIC);
  await waitForOutcome(page, 'connected');
  await startInWindow(app, page, asking([...IDENTITY]));
  await page.getByTestId('vehicle-row').click();
  await page.getByTestId('vehicle-detail').waitFor();

  await page.keyboard.press('Escape');
  await expect(page.getByTestId('vehicle-detail')).toHaveCount(0);
  const question = page.getByTestId('connect-stop-question');
  await expect(question).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(question.getByRole('button', { name: 'Keep waiting' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(page.getByTestId('vehicle-row').locator('[tabindex="0"]')).toBeFocused();
  expect((await readApp(page)).connect.status).toBe('running');

  // One key press, one layer, whichever was opened last.
  await page.keyboard.press('Escape');
  await question.waitFor();
  await page.getByTestId('vehicle-row').click();
  await page.getByTestId('vehicle-detail').waitFor();
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(page.getByTestId('vehicle-detail')).toHaveCount(1);
});

test.describe('without a keychain', () => {
  test.use({ keyringKind: 'locked' });

  test('what is connected lasts for this run, and says so', async ({ machine }) => {
    const { page, connectPage } = await begin(machine, asking([...IDENTITY]));
    await walkConnect(connectPage, ELECTRIC);
    await expectOutcome(page, 'connected', {
      title: '1 vehicle connected',
      says: ['only until Motorpool quits'],
      picture: 'connected-in-memory',
    });
  });
});
