import type { ElectronApplication, Page } from '@playwright/test';
import type { Bootstrap, MotorpoolApi } from '../contract/api.ts';
import type { ConnectOutcome } from '../contract/connect.ts';
import type { Vehicle } from '../contract/vehicles.ts';
import { adminOf, type SandboxAdmin } from './sandbox.ts';

/** What a person types and chooses on the way through Connect. */
export interface Driver {
  /** The brand's code, as Smartcar spells it, e.g. `TESLA`. */
  readonly brand: string;
  readonly email: string;
  readonly password: string;
}

/** Somebody with two to four electric cars. */
export const DRIVER: Driver = {
  brand: 'TESLA',
  email: 'driver@fleet.example',
  password: 'any password',
};

/** First run: takes the door without an account, up to the empty table. */
export async function tryWithSimulatedCars(page: Page): Promise<void> {
  await page.getByTestId('door-simulated').click();
  await page.getByTestId('connect-button').waitFor();
}

/** Presses Connect and answers the window that opens. */
export async function startConnect(app: ElectronApplication, page: Page): Promise<Page> {
  const opening = app.waitForEvent('window');
  await page.getByTestId('connect-button').click();
  const connectPage = await opening;
  await connectPage.locator('#continue-button').waitFor();
  return connectPage;
}

export async function leavePreamble(connectPage: Page): Promise<void> {
  await connectPage.locator('#continue-button').click();
  await connectPage.locator('.brand-list-item').first().waitFor();
}

export async function chooseBrand(connectPage: Page, { brand }: Driver): Promise<void> {
  await connectPage.locator(`button#${brand}.brand-list-item`).click();
  await connectPage.locator('#username').waitFor();
}

export async function logIn(connectPage: Page, { email, password }: Driver): Promise<void> {
  await connectPage.locator('#username').fill(email);
  await connectPage.locator('#password').fill(password);
  await connectPage.locator('#sign-in-button').click();
  await connectPage.locator('#approval-button').waitFor();
}

/** Grants what is asked for; the app closes the window by itself. */
export async function grant(connectPage: Page): Promise<void> {
  const closed = connectPage.waitForEvent('close');
  await connectPage.locator('#approval-button').click({ noWaitAfter: true });
  await closed;
}

/** The whole way through Connect. */
export async function walkConnect(connectPage: Page, driver: Driver): Promise<void> {
  await leavePreamble(connectPage);
  await chooseBrand(connectPage, driver);
  await logIn(connectPage, driver);
  await grant(connectPage);
}

/** All that the app knows about its vehicles, its keychain and itself. */
export function readApp(page: Page): Promise<Bootstrap> {
  return page.evaluate(() =>
    (window as unknown as { readonly motorpool: MotorpoolApi }).motorpool['app.bootstrap'](),
  );
}

/** Waits until every vehicle in the table has been read. */
export async function waitForReadings(page: Page): Promise<void> {
  const rows = page.getByTestId('vehicle-row');
  await rows.first().waitFor();
  await page.locator('[data-testid=vehicle-row][aria-busy=true]').first().waitFor({
    state: 'detached',
  });
  await rows.first().locator('[data-column=odometer]').filter({ hasText: /\d/ }).waitFor();
}

/** Waits until every vehicle has been read since `start`. */
export async function waitForRefresh(page: Page, start: Date): Promise<void> {
  await page.waitForFunction(async (since) => {
    const { motorpool } = window as unknown as { readonly motorpool: MotorpoolApi };
    const { fleet } = await motorpool['app.bootstrap']();
    return fleet.vehicles.every(({ refreshedAt }) => refreshedAt !== null && refreshedAt >= since);
  }, start.toISOString());
}

export async function openFirstVehicle(page: Page): Promise<void> {
  await page.getByTestId('vehicle-row').first().click();
  await page.getByTestId('vehicle-detail').waitFor();
}

export async function openDisconnectDialog(page: Page): Promise<void> {
  await page.getByTestId('disconnect-button').click();
  await page.getByTestId('disconnect-confirm').waitFor();
}

export async function cancelDisconnect(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep this car' }).click();
  await page.getByTestId('disconnect-confirm').waitFor({ state: 'detached' });
}

/** Waits for the two doors of the first run. */
export async function firstRun(page: Page): Promise<void> {
  await page.getByTestId('door-simulated').waitFor();
}

/** Takes every vehicle out, and with the last one of a connection its tokens. */
export async function disconnectAll(page: Page, vehicles: readonly Vehicle[]): Promise<void> {
  for (const { id } of vehicles) {
    await page.evaluate(
      (vehicleId) =>
        (window as unknown as { readonly motorpool: MotorpoolApi }).motorpool['fleet.disconnect']({
          vehicleId,
        }),
      id,
    );
  }
}

/** From the first run to cars in the table. Answers the sandbox's control desk. */
export async function connectCars(app: ElectronApplication, page: Page): Promise<SandboxAdmin> {
  await tryWithSimulatedCars(page);
  const connectPage = await startConnect(app, page);
  const admin = adminOf(connectPage);
  await walkConnect(connectPage, DRIVER);
  await waitForReadings(page);
  return admin;
}

/** Waits for the screen of one outcome. */
export async function waitForOutcome(page: Page, kind: ConnectOutcome['kind']): Promise<void> {
  await page.locator(`[data-testid=connect-outcome][data-outcome=${kind}]`).waitFor();
}
