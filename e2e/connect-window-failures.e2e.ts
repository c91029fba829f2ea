import { expect, test } from './app.ts';
import { barOn, expectRunning, leadTo, openConnect } from './connectBar.ts';
import {
  chooseBrand,
  connectFrame,
  DRIVER,
  grant,
  leavePreamble,
  logIn,
  openConnectDialog,
  readApp,
  remotePages,
  startConnect,
  tryWithSimulatedCars,
  waitForConnected,
  waitForOutcome,
  walkConnect,
} from './pages.ts';
import { adminOf } from './sandbox.ts';
import { checkScreen } from './screens.ts';
import { SELF_SIGNED_HOST, startSelfSigned } from './selfSigned.ts';

test('says what happened, and Try again works', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  // The sandbox has to run before it can be told to fail.
  const first = await startConnect(app, page);
  const admin = adminOf(first);
  await first.close();
  await waitForOutcome(page, 'closed');
  await admin.fault({ kind: 'connect-down', step: 'authorize' });
  await openConnectDialog(page);
  await page.getByTestId('connect-open').click();
  const bar = barOn(await connectFrame(app));
  await expect(bar.failed).toHaveAttribute('data-failure', 'unreachable');
  await expect(bar.retry).toBeFocused();
  await checkScreen(bar.page, 'connect-failed');
  await expectRunning(page);
  await admin.clearFaults();
  await bar.retry.click();
  await expect(bar.failed).toHaveCount(0);
  await expect.poll(() => remotePages(app).length).toBe(1);
  const [connectPage] = remotePages(app);
  if (!connectPage) throw new Error('No remote page');
  await walkConnect(connectPage, DRIVER);
  await waitForConnected(page);
});

test('half-way, after a form: Try again brings the form back', async ({ machine }) => {
  const { page, connectPage, bar, admin } = await openConnect(machine);
  await leavePreamble(connectPage);
  await chooseBrand(connectPage, DRIVER);
  await admin.fault({ kind: 'connect-down', step: 'login' });
  await connectPage.locator('#username').fill(DRIVER.email);
  await connectPage.locator('#password').fill(DRIVER.password);
  await connectPage.locator('#sign-in-button').click({ noWaitAfter: true });
  await expect(bar.failed).toBeVisible();
  await admin.clearFaults();
  await bar.retry.click();
  await logIn(connectPage, DRIVER);
  await grant(connectPage);
  await waitForConnected(page);
});

test('shows that it loads, can be stopped, and offers more when it takes long', async ({
  machine,
}) => {
  const { page, connectPage, bar, admin } = await openConnect(machine);
  await admin.fault({ kind: 'connect-delay', ms: 600_000 });
  await connectPage.locator('#continue-button').click({ noWaitAfter: true });
  await expect(bar.progress).toBeVisible();
  await expect(bar.reload).toHaveAccessibleName('Stop loading');
  await bar.reload.click();
  await expect(bar.progress).toBeHidden();
  // What was there stays.
  await expect(connectPage.locator('#continue-button')).toBeVisible();
  await bar.close.click();
  await waitForOutcome(page, 'closed');
});

test('at the very first: progress, then a hint, then stopped', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  const first = await startConnect(app, page);
  await adminOf(first).fault({ kind: 'connect-delay', ms: 600_000, step: 'authorize' });
  await first.close();
  await waitForOutcome(page, 'closed');
  await openConnectDialog(page);
  await page.getByTestId('connect-open').click();
  const bar = barOn(await connectFrame(app));
  await expect(bar.page.getByText('Opening 127.0.0.1')).toBeVisible();
  await expect(bar.progress).toBeVisible();
  await expect(bar.retry).toBeVisible();
  await checkScreen(bar.page, 'connect-slow');
  await bar.reload.click();
  await expect(bar.failed).toHaveAttribute('data-failure', 'stopped');
});

test('whose host cannot prove who it is: stops, with no way on', async ({ machine }) => {
  const server = await startSelfSigned();
  machine.atEnd(server.stop);
  const { page, connectPage, bar } = await openConnect(machine, [
    `--host-resolver-rules=MAP ${SELF_SIGNED_HOST}:443 127.0.0.1:${server.port}`,
  ]);
  await leadTo(connectPage, `https://${SELF_SIGNED_HOST}/`);
  await expect(bar.failed).toHaveAttribute('data-failure', 'not_private');
  await expect(bar.address).toHaveAttribute('data-security', 'not_secure');
  await expect(bar.page.getByRole('main').getByRole('button')).toHaveText(['Try again']);
  await checkScreen(bar.page, 'connect-not-private');
  await bar.retry.click();
  await expect(bar.failed).toHaveAttribute('data-failure', 'not_private');
  expect(server.requests).toEqual([]);
  // Back leads out of it.
  await bar.back.click();
  await expect(bar.failed).toHaveCount(0);
  await walkConnect(connectPage, DRIVER);
  await waitForConnected(page);
});

test('leads to the system browser, where the attempt goes on', async ({
  machine,
  systemBrowser,
}) => {
  const { app, page } = await machine.start({ env: systemBrowser.env });
  await tryWithSimulatedCars(page);
  const connectPage = await startConnect(app, page);
  const bar = barOn(await connectFrame(app));
  await adminOf(connectPage).fault({ kind: 'connect-down', step: 'start' });
  await connectPage.reload().catch(() => undefined);
  await bar.page.getByTestId('bar-page-use-browser').click();
  const address = await systemBrowser.nextAddress();
  expect(address.searchParams.get('redirect_uri')).toMatch(/^http:\/\/localhost:\d+\//);
  expect(remotePages(app)).toEqual([]);
  expect((await readApp(page)).connect).toMatchObject({
    status: 'running',
    transport: 'system_browser',
  });
});

test('whose process ends: the attempt ends, and says so', async ({ machine }) => {
  const { app, page, connectPage } = await openConnect(machine);
  await app.evaluate(({ webContents }, url) => {
    webContents
      .getAllWebContents()
      .find((contents) => contents.getURL() === url)
      ?.forcefullyCrashRenderer();
  }, connectPage.url());
  await waitForOutcome(page, 'page_failed');
  expect((await readApp(page)).connect).toMatchObject({ outcome: { reason: 'crashed' } });
});
