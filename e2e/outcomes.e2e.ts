import type { ElectronApplication, Page } from '@playwright/test';
import type { ConnectOutcome } from '../contract/connect.ts';
import { expect, test } from './app.ts';
import { keychainEntries } from './keyring.ts';
import {
  askedFor,
  asking,
  clipboardText,
  expectOutcome,
  leadTo,
  logInAs,
  pressByKeyboard,
  SAFE,
  startInWindow,
} from './outcomes.ts';
import {
  chooseBrand,
  closeConnectWindow,
  DRIVER,
  leavePreamble,
  logIn,
  noteConnectUrls,
  openRemotePage,
  readApp,
  tryWithSimulatedCars,
  waitForConnected,
  walkConnect,
} from './pages.ts';
import { adminOf, type SandboxAdmin } from './sandbox.ts';

interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly connectPage: Page;
  readonly admin: SandboxAdmin;
  /** Where Connect was opened; it carries the state. */
  readonly connectUrl: URL;
}

async function redirect({ connectPage, connectUrl }: Running, query: string): Promise<void> {
  const address = connectUrl.searchParams.get('redirect_uri');
  await leadTo(connectPage, `${address}?${query}`);
}

/** An end of an attempt after which the same attempt can be run again. */
interface End {
  readonly kind: ConnectOutcome['kind'];
  readonly reach: (running: Running) => Promise<void>;
  readonly title: string;
  readonly says: readonly (string | RegExp)[];
  readonly best: string;
  /** What the best button changes in what is asked for; nothing, as a rule. */
  readonly changes?: Readonly<Record<string, string>>;
}

const ENDS: readonly End[] = [
  {
    kind: 'closed',
    reach: ({ app }) => closeConnectWindow(app),
    title: 'The Connect window was closed',
    says: ['before the last step', SAFE],
    best: 'Connect again',
  },
  {
    kind: 'cancelled',
    reach: async ({ page }) => {
      await page.getByTestId('connect-panel').waitFor();
      await page.keyboard.press('Escape');
      await expect(page.getByTestId('connect-stop-question')).toContainText('Stop connecting?');
      await pressByKeyboard(page, 'connect-stop');
    },
    title: 'Connecting was cancelled',
    says: ['You cancelled it', SAFE],
    best: 'Connect again',
  },
  {
    kind: 'user_manually_returned_to_application',
    reach: async ({ connectPage }) => {
      await logInAs(connectPage, DRIVER.email);
      await connectPage.locator('#back-to-app').click({ noWaitAfter: true });
    },
    title: 'The driver went back',
    says: ['Resume when the driver is ready', SAFE],
    best: 'Resume',
  },
  {
    kind: 'user_cancelled',
    reach: async ({ connectPage }) => {
      await leavePreamble(connectPage);
      await chooseBrand(connectPage, DRIVER);
      await connectPage.locator('#cancel-login').click({ noWaitAfter: true });
    },
    title: 'The login was cancelled',
    says: ['Check the login with the driver', SAFE],
    best: 'Connect again',
  },
  {
    kind: 'server_error',
    reach: async ({ connectPage, admin }) => {
      await admin.fault({ kind: 'connect-error', error: 'server_error', count: 1 });
      await walkConnect(connectPage, DRIVER);
    },
    title: 'Smartcar had a fault',
    says: ['Wait a few minutes', SAFE],
    best: 'Try again',
  },
  {
    kind: 'configuration_error',
    reach: async ({ connectPage, admin }) => {
      const parameters = { status_code: '400', error_message: 'A Connect step was skipped' };
      const error = 'configuration_error';
      await admin.fault({ kind: 'connect-error', error, parameters, count: 1 });
      await walkConnect(connectPage, DRIVER);
    },
    title: 'Connect stopped on a Smartcar error page',
    says: [/Status code\s*400/, 'A Connect step was skipped', SAFE],
    best: 'Try again',
  },
  {
    kind: 'other_error',
    reach: async ({ connectPage, admin }) => {
      await admin.fault({ kind: 'connect-error', error: 'brand_on_holiday', count: 1 });
      await walkConnect(connectPage, DRIVER);
    },
    title: 'Connect ended with an error',
    says: ['brand_on_holiday', SAFE],
    best: 'Connect again',
  },
  {
    kind: 'state_mismatch',
    reach: (running) => redirect(running, 'code=c&state=of-someone-else'),
    title: 'This answer was not for this session',
    says: [SAFE],
    best: 'Connect again',
  },
  {
    kind: 'unusable_answer',
    reach: (running) =>
      redirect(running, `state=${running.connectUrl.searchParams.get('state') ?? ''}`),
    title: 'The answer could not be used',
    says: [SAFE],
    best: 'Connect again',
  },
  {
    kind: 'page_failed',
    reach: async ({ app }) => {
      await app.evaluate(({ webContents }) =>
        webContents
          .getAllWebContents()
          .find((contents) => contents.getURL().startsWith('http'))
          ?.forcefullyCrashRenderer(),
      );
    },
    title: 'The Connect page did not load',
    says: ['Try again', SAFE],
    best: 'Try again',
  },
  {
    kind: 'access_denied',
    reach: async ({ connectPage }) => {
      await leavePreamble(connectPage);
      await chooseBrand(connectPage, DRIVER);
      await logIn(connectPage, DRIVER);
      await connectPage.locator('#deny-button').click({ noWaitAfter: true });
    },
    title: 'The driver said no',
    says: ['What each permission is for', SAFE],
    best: 'Ask again',
    changes: { approval_prompt: 'force' },
  },
];

test('each end without a car says why, and its best button asks for the same again', async ({
  machine,
}) => {
  test.setTimeout(240_000);
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  const lastConnectUrl = await noteConnectUrls(app);
  let connectPage = await startInWindow(
    app,
    page,
    asking(['read_odometer', 'read_location'], ['read_odometer'], {
      country: 'NO',
      user: 'driver-7',
    }),
  );
  let asked = askedFor(await lastConnectUrl());
  expect(asked).toMatchObject({
    scope: 'required:read_odometer read_location',
    flags: 'country:NO',
    user: 'driver-7',
  });

  for (const { kind, reach, title, says, best, changes } of ENDS) {
    await test.step(kind, async () => {
      await connectPage.locator('#continue-button').waitFor();
      const admin = adminOf(connectPage);
      await reach({ app, page, connectPage, admin, connectUrl: await lastConnectUrl() });
      await expectOutcome(page, kind, { title, says });
      await expect(page.getByTestId('outcome-primary')).toHaveText(best);
      expect(keychainEntries(machine)).toEqual([]);
      expect((await readApp(page)).fleet.vehicles).toEqual([]);

      connectPage = await openRemotePage(app, () => pressByKeyboard(page, 'outcome-primary'));
      const again = askedFor(await lastConnectUrl());
      expect(again).toEqual({ ...asked, ...changes });
      asked = again;
    });
  }

  // What was started again so often still works.
  await walkConnect(connectPage, DRIVER);
  await waitForConnected(page);
});

test('the outcome can be put away by the keyboard, and its reference copied', async ({
  machine,
}) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  await startInWindow(app, page);
  await closeConnectWindow(app);
  const screen = page.getByTestId('connect-outcome');
  await screen.getByRole('button', { name: 'Copy this reference for support' }).click();
  await expect
    .poll(() => clipboardText(app))
    .toMatch(/^Motorpool, session [0-9A-F]{4}, \d{4}-\d\d-\d\dT[\d:.]+Z: closed$/);
  await pressByKeyboard(page, 'outcome-close');
  await expect(screen).toHaveCount(0);
  expect((await readApp(page)).connect).toEqual({ status: 'idle' });
});
