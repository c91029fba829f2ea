import type { ElectronApplication, Page } from '@playwright/test';
import type { ExchangeProblem } from '../contract/connect.ts';
import { expect, type Machine, test } from './app.ts';
import { asking, expectOutcome, pressByKeyboard, SAFE, startInWindow } from './outcomes.ts';
import {
  DRIVER,
  openRemotePage,
  tryWithSimulatedCars,
  waitForConnected,
  walkConnect,
} from './pages.ts';
import { adminOf, type SandboxAdmin } from './sandbox.ts';
import { chooseBackend, chooseOwnApplication, keepSecret } from './setup.ts';

const OPTIONS = asking(['read_vehicle_info', 'read_odometer']);

interface Walked {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly admin: SandboxAdmin;
}
async function expectExchangeFailed(
  page: Page,
  problem: ExchangeProblem,
  look: { readonly title: string; readonly says?: readonly string[]; readonly best: string },
): Promise<void> {
  const { title, says = [], best } = look;
  await expectOutcome(page, 'exchange_failed', {
    title,
    says: [...says, SAFE],
    picture: `exchange_failed-${problem}`,
  });
  await expect(page.getByTestId('outcome-primary')).toHaveText(best);
}

/** The driver is done; only the last step failed. It is tried again, and works. */
async function retryLastStep(page: Page, testId = 'outcome-primary'): Promise<void> {
  await expect(page.getByTestId(testId)).toHaveText('Try the last step again');
  await pressByKeyboard(page, testId);
  await waitForConnected(page);
}

test.describe('the last step, with simulated cars', () => {
  async function walkInto(
    machine: Machine,
    fault: Readonly<Record<string, unknown>>,
  ): Promise<Walked> {
    const { app, page } = await machine.start();
    await tryWithSimulatedCars(page);
    const connectPage = await startInWindow(app, page, OPTIONS);
    const admin = adminOf(connectPage);
    await admin.fault(fault);
    await walkConnect(connectPage, DRIVER);
    return { app, page, admin };
  }

  for (const [problem, fault, title] of [
    ['unreachable', { kind: 'token-down' }, 'Smartcar could not be reached for the last step'],
    [
      'unreadable_answer',
      { kind: 'token-not-json' },
      'The answer to the last step could not be read',
    ],
    [
      'rate_limited',
      { kind: 'token-error', status: 429, error: 'rate_limited' },
      'Smartcar was asked too often',
    ],
  ] as const) {
    test(`${problem}: the same code works once that is over`, async ({ machine }) => {
      const { page, admin } = await walkInto(machine, fault);
      await expectExchangeFailed(page, problem, {
        title,
        says: ['without the driver'],
        best: 'Try the last step again',
      });
      await admin.clearFaults();
      await retryLastStep(page);
    });
  }

  test('timed_out: progress is shown meanwhile, and the same code works', async ({ machine }) => {
    const { page, admin } = await walkInto(machine, { kind: 'token-delay', ms: 60_000, count: 1 });
    const panel = page.getByTestId('connect-panel');
    await expect(panel).toContainText('The answer is slow to come');
    await expectExchangeFailed(page, 'timed_out', {
      title: 'Smartcar did not answer the last step in time',
      best: 'Try the last step again',
    });
    await admin.clearFaults();
    await retryLastStep(page);
  });

  for (const [problem, error, title] of [
    ['invalid_grant', 'invalid_grant', 'The answer was used before or came too late'],
    ['refused', 'temporarily_unavailable', 'Smartcar refused the last step'],
  ] as const) {
    test(`${problem}: the driver logs in once more`, async ({ machine }) => {
      const { app, page } = await walkInto(machine, {
        kind: 'token-error',
        status: 400,
        error,
        count: 1,
      });
      await expectExchangeFailed(page, problem, { title, says: [error], best: 'Connect again' });
      const again = await openRemotePage(app, () => pressByKeyboard(page, 'outcome-primary'));
      await walkConnect(again, DRIVER);
      await waitForConnected(page);
    });
  }

  test('unauthorized_client: the dashboard is where it is allowed', async ({ machine }) => {
    const { app, page } = await walkInto(machine, {
      kind: 'token-error',
      status: 400,
      error: 'unauthorized_client',
    });
    await expectExchangeFailed(page, 'unauthorized_client', {
      title: 'This application may not connect this car',
      best: 'Open the Smartcar dashboard',
    });
    const opened = await app.evaluateHandle(({ shell }) => {
      const addresses: string[] = [];
      shell.openExternal = async (address) => void addresses.push(address);
      return addresses;
    });
    await pressByKeyboard(page, 'outcome-primary');
    await expect.poll(() => opened.jsonValue()).toEqual(['https://dashboard.smartcar.com/']);
  });
});

test.describe('the last step, with an application of one’s own', () => {
  test('invalid_client: leads to the form, and the right secret works', async ({
    machine,
    startOwnSandbox,
  }) => {
    const sandbox = await startOwnSandbox();
    const { app, page } = await machine.start({ env: sandbox.env });
    await chooseOwnApplication(page, { sandbox });
    // In the dashboard the secret was changed since.
    await keepSecret(page, sandbox, 'another-secret');
    await walkConnect(await startInWindow(app, page, OPTIONS), DRIVER);
    await expectExchangeFailed(page, 'invalid_client', {
      title: 'Smartcar refused the client ID or client secret',
      best: 'Enter the client secret again',
    });
    await pressByKeyboard(page, 'outcome-primary');
    await page.getByLabel('Client secret', { exact: true }).fill(sandbox.clientSecret);
    await page.getByRole('button', { name: 'Use this application' }).click();
    await page.getByTestId('connect-button').first().waitFor();
    await walkConnect(await startInWindow(app, page, OPTIONS), DRIVER);
    await waitForConnected(page);
  });

  test('secret_unavailable: the keychain is locked; unlocked, the same code works', async ({
    machine,
    startOwnSandbox,
  }) => {
    const sandbox = await startOwnSandbox();
    const first = await machine.start({ env: sandbox.env });
    await chooseOwnApplication(first.page, { sandbox });
    await first.app.close();

    await machine.lockKeyring();
    const { app, page } = await machine.start({ env: sandbox.env });
    await page.getByTestId('connect-button').first().waitFor();
    await walkConnect(await startInWindow(app, page, OPTIONS), DRIVER);
    await expectExchangeFailed(page, 'secret_unavailable', {
      title: 'The client secret could not be read',
      says: ['Unlock the keychain'],
      best: 'Enter the client secret again',
    });
    await machine.unlockKeyring();
    await retryLastStep(page, 'outcome-other');
  });
});

test.describe('the last step, through a backend', () => {
  test('unreachable: the backend is named, and the same code works once it runs', async ({
    machine,
    startOwnSandbox,
    startBackend,
  }) => {
    const sandbox = await startOwnSandbox();
    const backend = await startBackend(sandbox);
    const { app, page } = await machine.start({ env: sandbox.env });
    await chooseBackend(page, backend);
    const connectPage = await startInWindow(app, page, OPTIONS);
    await backend.stop();
    await walkConnect(connectPage, DRIVER);
    await expectOutcome(page, 'exchange_failed', {
      title: 'Your company’s backend could not be reached',
      says: ['VPN', SAFE],
      picture: 'exchange_failed-backend-unreachable',
    });
    await backend.start();
    await retryLastStep(page);
  });

  test('backend_cannot_reach_smartcar: who must act is said', async ({
    machine,
    startOwnSandbox,
    startBackend,
  }) => {
    const sandbox = await startOwnSandbox();
    const backend = await startBackend(sandbox);
    const { app, page } = await machine.start({ env: sandbox.env });
    await chooseBackend(page, backend);
    const connectPage = await startInWindow(app, page, OPTIONS);
    await sandbox.admin.fault({ kind: 'token-down' });
    await walkConnect(connectPage, DRIVER);
    await expectExchangeFailed(page, 'backend_cannot_reach_smartcar', {
      title: 'The backend could not reach Smartcar',
      says: ['whoever runs the backend'],
      best: 'Try the last step again',
    });
    await sandbox.admin.clearFaults();
    await retryLastStep(page);
  });

  test('staff_token_refused: leads to the backend’s form, and the same code works with a new token', async ({
    machine,
    startOwnSandbox,
    startBackend,
  }) => {
    const sandbox = await startOwnSandbox();
    const backend = await startBackend(sandbox);
    const { app, page } = await machine.start({ env: sandbox.env });
    await chooseBackend(page, backend);
    const connectPage = await startInWindow(app, page, OPTIONS);
    backend.revokeStaffToken();
    await expect
      .poll(async () => {
        const { status } = await fetch(`${backend.address}/v1/application`, {
          headers: { authorization: `Bearer ${backend.staffToken}` },
        });
        return status;
      })
      .toBe(401);
    await walkConnect(connectPage, DRIVER);
    await expectExchangeFailed(page, 'staff_token_refused', {
      title: 'The backend did not accept your staff token',
      says: ['withdrawn'],
      best: 'Enter the staff token again',
    });
    await pressByKeyboard(page, 'outcome-primary');
    await expect(page.getByTestId('secret-backend')).toBeChecked();
    await expect(page.getByRole('textbox', { name: 'Address of the backend' })).toHaveValue(
      backend.address,
    );
    await expect(page.getByLabel('Staff token', { exact: true })).toBeFocused();

    // The driver is done: the same code is exchanged once the new staff token is there.
    await page.keyboard.type(await backend.replaceStaffToken());
    await page.keyboard.press('Enter');
    await retryLastStep(page, 'outcome-other');
  });
});
