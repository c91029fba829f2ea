import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import {
  asking,
  clipboardText,
  expectOutcome,
  logInAs,
  pressByKeyboard,
  SAFE,
  startInWindow,
} from './outcomes.ts';
import {
  chooseBrand,
  DRIVER,
  leavePreamble,
  logIn,
  noteConnectUrls,
  openRemotePage,
  tryWithSimulatedCars,
  waitForConnected,
  walkConnect,
} from './pages.ts';

test('a driver who said no is sent what each permission is for', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  const connectPage = await startInWindow(app, page, asking(['read_odometer', 'read_location']));
  await leavePreamble(connectPage);
  await chooseBrand(connectPage, DRIVER);
  await logIn(connectPage, DRIVER);
  await connectPage.locator('#deny-button').click({ noWaitAfter: true });
  const screen = page.getByTestId('connect-outcome');
  await pressByKeyboard(page, 'outcome-other');
  await expect(screen).toContainText('Copied');
  const message = await clipboardText(app);
  expect(message).toContain('Odometer: ');
  expect(message).toContain('Place: ');
  expect(message).not.toContain('Fuel');

  await screen.locator('summary').click();
  await expect(screen).toContainText('we never see your password');
});

test.describe('what only the owner can do', () => {
  for (const [kind, email, title, says] of [
    ['no_vehicles', '0-vehicles@smartcar.com', 'that account has no car', 'add the car'],
    [
      'invalid_subscription',
      'smartcar@invalid-subscription.com',
      'connected service is not active',
      'renew the connected service',
    ],
  ] as const) {
    test(kind, async ({ machine }) => {
      const { app, page } = await machine.start();
      await tryWithSimulatedCars(page);
      const connectPage = await startInWindow(app, page);
      await logInAs(connectPage, email);
      await connectPage.locator('#problem-continue').click({ noWaitAfter: true });
      await expectOutcome(page, kind, { title, says: [SAFE] });
      await pressByKeyboard(page, 'outcome-primary');
      await expect(page.getByTestId('connect-outcome')).toContainText('Copied');
      expect(await clipboardText(app)).toContain(says);
      // Once the owner has done it, the same is asked for again.
      await openRemotePage(app, () => pressByKeyboard(page, 'outcome-other'));
    });
  }
});

/** The driver's cars are electric: they have no fuel tank. */
test.describe('a car that cannot give what is required', () => {
  async function refuse(connectPage: Page, email: string, shares: boolean): Promise<void> {
    await logInAs(connectPage, email, 'TESLA');
    await connectPage.locator('#share-vehicle').setChecked(shares);
    await connectPage.locator('#problem-continue').click({ noWaitAfter: true });
  }

  test('is connected with just the failing permission optional', async ({ machine }) => {
    const { app, page } = await machine.start();
    await tryWithSimulatedCars(page);
    const lastConnectUrl = await noteConnectUrls(app);
    const options = asking(['read_odometer', 'read_fuel'], ['read_odometer', 'read_fuel']);
    await refuse(await startInWindow(app, page, options), DRIVER.email, true);
    await expectOutcome(page, 'vehicle_incompatible', {
      title: 'This car cannot share what you need',
      says: ['cannot give: Fuel', /VIN\s*[A-Z0-9]{17}/, SAFE],
    });
    await expect(page.getByTestId('outcome-primary')).toHaveText(
      'Try again with these optional: Fuel',
    );
    const again = await openRemotePage(app, () => pressByKeyboard(page, 'outcome-primary'));
    expect((await lastConnectUrl()).searchParams.get('scope')).toBe(
      'required:read_odometer read_fuel',
    );
    await walkConnect(again, DRIVER);
    await waitForConnected(page);
  });

  test('and keeps to itself which car it is, is tried with all optional', async ({ machine }) => {
    const { app, page } = await machine.start();
    await tryWithSimulatedCars(page);
    const lastConnectUrl = await noteConnectUrls(app);
    const options = asking(['read_odometer', 'read_fuel'], ['read_odometer', 'read_fuel']);
    await refuse(await startInWindow(app, page, options), DRIVER.email, false);
    await expectOutcome(page, 'vehicle_incompatible', {
      title: 'This car cannot share what you need',
      picture: 'vehicle_incompatible-unnamed',
    });
    await openRemotePage(app, () => pressByKeyboard(page, 'outcome-primary'));
    expect((await lastConnectUrl()).searchParams.get('scope')).toBe('read_odometer read_fuel');
  });

  test('though nothing was required, leads to another car', async ({ machine }) => {
    const { app, page } = await machine.start();
    await tryWithSimulatedCars(page);
    const connectPage = await startInWindow(app, page, asking(['read_odometer']));
    await logInAs(connectPage, 'smartcar@vehicle-incompatible.com');
    await connectPage.locator('#problem-continue').click({ noWaitAfter: true });
    await expectOutcome(page, 'vehicle_incompatible', {
      title: 'This car cannot share what you need',
      says: ['nobody needs to do anything'],
      picture: 'vehicle_incompatible-nothing-required',
    });
    await pressByKeyboard(page, 'outcome-primary');
    await page.getByTestId('connect-dialog').waitFor();
  });
});
