import type { ElectronApplication, Page } from '@playwright/test';
import { expect, type Machine, test } from './app.ts';
import {
  barOn,
  type ConnectBar,
  expectRunning,
  leadTo,
  type OpenedConnect,
  openConnect,
} from './connectBar.ts';
import {
  DRIVER,
  grant,
  leavePreamble,
  noteConnectUrls,
  openRemotePage,
  remotePages,
  startConnect,
  tryWithSimulatedCars,
  waitForConnected,
  waitForOutcome,
} from './pages.ts';
import { checkScreen } from './screens.ts';

/** Up to the button that opens the login in a window of its own. */
async function untilPopup(machine: Machine): Promise<OpenedConnect> {
  const opened = await openConnect(machine);
  await opened.admin.fault({ kind: 'popup-login' });
  await leavePreamble(opened.connectPage);
  const { connectPage } = opened;
  await connectPage.locator(`button#${DRIVER.brand}.brand-list-item`).click();
  await connectPage.locator('#popup-login-button').waitFor();
  return opened;
}

function openPopup({ app, connectPage }: OpenedConnect): Promise<Page> {
  return openRemotePage(app, () => connectPage.locator('#popup-login-button').click());
}

/** The bars of all windows but the first. */
function otherBars(app: ElectronApplication, { page }: ConnectBar): ConnectBar[] {
  return app
    .windows()
    .filter((one) => one.url() === page.url() && one !== page)
    .map(barOn);
}

/** The bar of the one pop-up; it comes a little later than its page. */
async function popupBarBeside(app: ElectronApplication, bar: ConnectBar): Promise<ConnectBar> {
  await expect.poll(() => otherBars(app, bar).length).toBe(1);
  const [popupBar] = otherBars(app, bar);
  if (!popupBar) throw new Error('The pop-up has no bar');
  return popupBar;
}

test('of a car maker’s login works, and says where it is', async ({ machine }) => {
  const opened = await untilPopup(machine);
  const { app, page, connectPage, bar } = opened;
  const popup = await openPopup(opened);
  await popup.locator('#username').fill(DRIVER.email);
  await popup.locator('#password').fill(DRIVER.password);
  const popupBar = await popupBarBeside(app, bar);
  await expect(popupBar.address).toContainText(new URL(popup.url()).host);
  await checkScreen(popupBar.page, 'connect-popup-bar');
  const closed = popup.waitForEvent('close');
  await popup.locator('#sign-in-button').click({ noWaitAfter: true });
  await closed;
  await connectPage.locator('#approval-button').waitFor();
  expect(otherBars(app, bar)).toEqual([]);
  await grant(connectPage);
  await waitForConnected(page);
});

test('that is closed does not end the attempt', async ({ machine }) => {
  const opened = await untilPopup(machine);
  const { app, page, bar } = opened;
  const popup = await openPopup(opened);
  const popupBar = await popupBarBeside(app, bar);
  const closed = popup.waitForEvent('close');
  await popupBar.close.click();
  await closed;
  await expectRunning(page);
  await openPopup(opened);
});

test('has the rules of the window that opened it', async ({ machine }) => {
  const opened = await untilPopup(machine);
  const popup = await openPopup(opened);
  const address = popup.url();
  const preferences = await opened.app.evaluate(({ webContents }, url) => {
    const contents = webContents.getAllWebContents();
    const one = contents.find((candidate) => candidate.getURL() === url);
    const sessions = new Set(
      contents.filter((each) => /^http/.test(each.getURL())).map(({ session }) => session),
    );
    // Electron has it, its types do not.
    const { getLastWebPreferences } = one as unknown as {
      getLastWebPreferences: () => Electron.WebPreferences;
    };
    return { ...getLastWebPreferences.call(one), sessions: sessions.size };
  }, address);
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    sessions: 1,
  });
  expect(preferences.preload).toBeUndefined();
  for (const refused of ['file:///etc/passwd', 'mailto:a@b.example', 'http://192.0.2.1/']) {
    await leadTo(popup, refused);
  }
  expect(popup.url()).toBe(address);
});

test('can bring the answer, and all windows go', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  const connectUrl = await noteConnectUrls(app);
  const connectPage = await startConnect(app, page);
  const { searchParams } = await connectUrl();
  const popup = await openRemotePage(app, () =>
    connectPage.evaluate(() => void window.open(window.location.href)),
  );
  await leadTo(
    popup,
    `${searchParams.get('redirect_uri')}?error=access_denied&state=${searchParams.get('state')}`,
  );
  await waitForOutcome(page, 'access_denied');
  expect(app.windows()).toEqual([page]);
});

test('is opened three times at most', async ({ machine }) => {
  const { app, connectPage, page } = await openConnect(machine);
  const opened = await connectPage.evaluate(() =>
    Array.from({ length: 5 }, () => window.open(window.location.href) !== null),
  );
  expect(opened).toEqual([true, true, true, false, false]);
  await expect.poll(() => remotePages(app).length).toBe(4);
  await expectRunning(page);
});
