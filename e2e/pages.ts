import type { ElectronApplication, Locator, Page } from '@playwright/test';
import type { MotorpoolApi } from '../contract/api.ts';
import type { ConnectOutcome } from '../contract/connect.ts';
import { unpackVehicles } from '../contract/packedVehicles.ts';
import type { Bootstrap } from '../contract/responses.ts';
import type { Transport } from '../contract/transport.ts';
import type { FleetPage, Vehicle } from '../contract/vehicles.ts';
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

/** How long cars may take to be read again. */
const REFRESH_LIMIT_MS = 60_000;

/** How long a window may take to go to its first address. */
const OPEN_LIMIT_MS = 20_000;

/** First run: takes the door without an account, up to the empty table. */
export async function tryWithSimulatedCars(page: Page): Promise<void> {
  await page.getByTestId('door-simulated').click();
  await page.getByTestId('connect-button').waitFor();
}

/** Chooses how Connect comes back into the app, as the settings do. */
export async function setTransport(page: Page, transport: Transport): Promise<void> {
  await page.evaluate(
    (chosen) =>
      (window as unknown as { readonly motorpool: MotorpoolApi }).motorpool[
        'settings.setTransport'
      ]({ transport: chosen }),
    transport,
  );
}

/** The page of ours that surrounds Connect in its window. */
const isFrame = (page: Page) => page.url().startsWith('app://bundle/connectBar.html');
/** Pages that are not ours: Connect as the sandbox serves it, or a car maker's pop-up. */
const isRemote = (address: URL | string) => /^https?:/.test(String(address));

/** Does something upon which Connect opens in its window, and answers Connect's page. */
export async function openRemotePage(
  app: ElectronApplication,
  press: () => Promise<void>,
): Promise<Page> {
  const opening = app.waitForEvent('window', {
    predicate: (opened) =>
      opened.waitForURL(isRemote, { waitUntil: 'commit', timeout: OPEN_LIMIT_MS }).then(
        () => true,
        () => false,
      ),
  });
  await press();
  return opening;
}

/** The pages that are open now and not ours. */
export function remotePages(app: ElectronApplication): Page[] {
  return app.windows().filter((page) => isRemote(page.url()));
}

/** The page of ours that surrounds Connect: its address, back, reload, close, the browser. */
export async function connectFrame(app: ElectronApplication): Promise<Page> {
  return app.windows().find(isFrame) ?? app.waitForEvent('window', { predicate: isFrame });
}

/** Closes the Connect window as a person does, by the desktop's button. */
export async function closeConnectWindow(app: ElectronApplication): Promise<void> {
  const frame = await connectFrame(app);
  const closed = frame.waitForEvent('close');
  await app.evaluate(({ BaseWindow, BrowserWindow }) =>
    BaseWindow.getAllWindows()
      .find((window) => !(window instanceof BrowserWindow))
      ?.close(),
  );
  await closed;
}

/** Presses Connect and waits for the choices that come before the window. */
export async function openConnectDialog(page: Page): Promise<Locator> {
  await page.getByTestId('connect-button').click();
  const dialog = page.getByTestId('connect-dialog');
  await dialog.waitFor();
  return dialog;
}

/** Opens Connect with what the dialog says, and answers its first page. */
export async function leaveConnectDialog(app: ElectronApplication, page: Page): Promise<Page> {
  const connectPage = await openRemotePage(app, () => page.getByTestId('connect-open').click());
  await connectPage.locator('#continue-button').waitFor();
  return connectPage;
}

/** Connects with the choices as they are, and answers Connect's first page. */
export async function startConnect(app: ElectronApplication, page: Page): Promise<Page> {
  await openConnectDialog(page);
  return leaveConnectDialog(app, page);
}

/**
 * Notes, over the main process's shoulder, where windows of the app go to at Smartcar. Answers the
 * function that gives the last such address; it carries the attempt's state.
 */
export async function noteConnectUrls(app: ElectronApplication): Promise<() => Promise<URL>> {
  const noted = await app.evaluateHandle(({ app: electron }) => {
    const note = { address: '' };
    electron.on('web-contents-created', (_event, contents) => {
      contents.on('did-start-navigation', ({ url }) => {
        if (/\/oauth\/(authorize|reauthenticate)\?/.test(url)) note.address = url;
      });
    });
    return note;
  });
  return async () => new URL((await noted.jsonValue()).address);
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

/** What the main process knows, with all vehicles instead of those of the first picture. */
export interface AppState extends Omit<Bootstrap, 'fleet'> {
  readonly fleet: Pick<Bootstrap['fleet'], 'refreshing' | 'reach'> & {
    readonly vehicles: readonly Vehicle[];
  };
}

/** All that the app knows about its vehicles, its keychain and itself. */
export async function readApp(page: Page): Promise<AppState> {
  const { vehicles, ...known } = await page.evaluate(async () => {
    const { motorpool } = window as unknown as { readonly motorpool: MotorpoolApi };
    const { fleet, ...rest } = await motorpool['app.bootstrap']();
    const pages = [];
    for (let after: string | null = null; ; ) {
      const { vehicles: packed, next }: FleetPage = await motorpool['fleet.page']({
        after,
        limit: 500,
      });
      pages.push(packed);
      if (next === null) break;
      after = next;
    }
    return {
      ...rest,
      fleet: { refreshing: fleet.refreshing, reach: fleet.reach },
      vehicles: pages,
    };
  });
  return {
    ...known,
    fleet: { ...known.fleet, vehicles: vehicles.flatMap((packed) => unpackVehicles(packed)) },
  };
}

/** Waits until nothing is being read and nothing waits for its turn. */
export async function waitUntilSettled(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const { motorpool } = window as unknown as { readonly motorpool: MotorpoolApi };
    const { queue } = await motorpool['app.bootstrap']();
    const held = queue.held.reduce((sum, { count }) => sum + count, 0);
    return queue.running === 0 && queue.waiting <= held;
  });
}

/** Waits until every vehicle in the table has been read. */
export async function waitForReadings(page: Page): Promise<void> {
  const rows = page.getByTestId('vehicle-row');
  await rows.first().waitFor();
  await waitUntilSettled(page);
  await rows.first().locator('[data-column=odometer]').filter({ hasText: /\d/ }).waitFor();
}

/** Waits until every vehicle has been read since `start`. */
export async function waitForRefresh(page: Page, start: Date): Promise<void> {
  const since = start.toISOString();
  const deadline = Date.now() + REFRESH_LIMIT_MS;
  while (Date.now() < deadline) {
    await waitUntilSettled(page);
    const { vehicles } = (await readApp(page)).fleet;
    if (vehicles.every(({ refreshedAt }) => refreshedAt !== null && refreshedAt >= since)) return;
  }
  throw new Error('Not every vehicle was read again');
}

export async function openFirstVehicle(page: Page): Promise<void> {
  await page.getByTestId('vehicle-row').first().click();
  await page.getByTestId('vehicle-detail').waitFor();
}

export async function openDisconnectDialog(page: Page): Promise<void> {
  await page.getByTestId('detail-tab-access').click();
  await page.getByTestId('disconnect-button').click();
  await page.getByTestId('disconnect-confirm').waitFor();
}

/** Types the word that a disconnect asks for, and goes on. */
export async function confirmDisconnect(page: Page): Promise<void> {
  await page.getByTestId('typed-word').fill('disconnect');
  await page.getByTestId('disconnect-confirm').click();
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

function outcomeScreen(page: Page, kind: ConnectOutcome['kind']): Locator {
  return page.locator(`[data-testid=connect-outcome][data-outcome=${kind}]`);
}

/** Waits for the screen that says what was connected, whether all was granted or, as for most, not. */
export async function waitForConnected(page: Page): Promise<void> {
  await outcomeScreen(page, 'connected').or(outcomeScreen(page, 'partial_grant')).waitFor();
}

/** Waits for the screen of one outcome. */
export async function waitForOutcome(page: Page, kind: ConnectOutcome['kind']): Promise<void> {
  await outcomeScreen(page, kind).waitFor();
}
