import { applicationOf } from '../sandbox/application.ts';
import { expect, test } from './app.ts';
import { openInBrowser, walkInBrowser } from './browser.ts';
import {
  DRIVER,
  openConnectDialog,
  setTransport,
  startConnect,
  tryWithSimulatedCars,
  waitForReadings,
  walkConnect,
} from './pages.ts';
import { chooseOwnApplication } from './setup.ts';
import { expectNoTraces, processTexts, tokensOf, watchRedirect } from './traces.ts';

/** The seed that the app starts its own sandbox with; the same seed gives the same secret. */
const APP_SEED = 1;

test('no token, code, state or secret leaves main process and keychain', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  const connectPage = await startConnect(app, page);
  const redirect = await watchRedirect(app);
  const password = 'a-password-of-a-driver';
  await walkConnect(connectPage, { ...DRIVER, password });
  await waitForReadings(page);

  const { searchParams } = await redirect();
  const { clientSecret } = applicationOf(APP_SEED, undefined);
  await expectNoTraces(
    { machine, app, page, shown: 'Tesla Model' },
    {
      ...tokensOf(machine),
      clientSecret,
      code: searchParams.get('code'),
      state: searchParams.get('state'),
      password,
    },
  );
  expect(machine.log()).toContain('connect.outcome');
});

test('nor do they by way of the system’s browser', async ({
  machine,
  startOwnSandbox,
  systemBrowser,
}) => {
  const sandbox = await startOwnSandbox();
  const { app, page } = await machine.start({ env: { ...sandbox.env, ...systemBrowser.env } });
  await chooseOwnApplication(page, { sandbox });
  await setTransport(page, 'system_browser');
  await openConnectDialog(page);
  await page.getByTestId('connect-open').click();
  const connectUrl = await systemBrowser.nextAddress();
  const state = connectUrl.searchParams.get('state');
  // The browser is told, and nobody else: no process of the app carries it along.
  expect(processTexts(app).includes(state ?? '')).toBe(false);

  const redirect = await walkInBrowser(connectUrl);
  expect(redirect.hostname).toBe('localhost');
  const goodbye = await openInBrowser(redirect);
  await waitForReadings(page);

  const code = redirect.searchParams.get('code');
  for (const secret of [code, state]) expect(goodbye.html).not.toContain(secret);
  const { clientSecret } = sandbox;
  await expectNoTraces(
    { machine, app, page, shown: 'Tesla Model' },
    { ...tokensOf(machine), clientSecret, code, state },
  );
  expect(machine.log()).toContain('connect.outcome');
});
