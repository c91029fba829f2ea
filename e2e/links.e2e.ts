import type { Page } from '@playwright/test';
import { expect, type Machine, test } from './app.ts';
import { type SystemBrowser, walkInBrowser } from './browser.ts';
import { keychainEntries } from './keyring.ts';
import {
  openConnectDialog,
  readApp,
  setTransport,
  tryWithSimulatedCars,
  waitForConnected,
  waitForOutcome,
  waitForReadings,
} from './pages.ts';
import type { OwnSandbox } from './sandbox.ts';
import { chooseOwnApplication } from './setup.ts';

/** Of an application that nobody uses here. */
const FOREIGN_SCHEME = 'sc00000000-0000-4000-8000-000000000000:';

const customSchemeOnly = (clientId: string) => [`sc${clientId}://connect`];

/** How often the log says that a link was refused. */
function refusals(machine: Machine): number {
  return machine.log().split('link.refused').length - 1;
}

async function exchanges({ admin }: OwnSandbox): Promise<number> {
  return (await admin.requests()).filter((line) => line === 'POST /oauth/token').length;
}

/** An attempt in the system's browser that can only come back by a link of the custom scheme. */
async function startInBrowser(
  machine: Machine,
  sandbox: OwnSandbox,
  browser: SystemBrowser,
): Promise<{ page: Page; link: URL }> {
  const { page } = await machine.start({ env: { ...sandbox.env, ...browser.env } });
  await chooseOwnApplication(page, { sandbox });
  await setTransport(page, 'system_browser');
  await openConnectDialog(page);
  await page.getByTestId('connect-open').click();
  const link = await walkInBrowser(await browser.nextAddress());
  expect(link.protocol).toBe(`sc${sandbox.clientId}:`);
  return { page, link };
}

function withState(link: URL, state: string): URL {
  const changed = new URL(link);
  changed.searchParams.set('state', state);
  return changed;
}

test.describe('a link that no attempt waits for', () => {
  const SECRET_CODE = 'code-that-no-log-may-hold';
  const SECRET_STATE = 'state-that-no-log-may-hold';
  const QUERY = `code=${SECRET_CODE}&state=${SECRET_STATE}`;

  function expectSilence(machine: Machine): void {
    const log = machine.log();
    expect(log).not.toContain(SECRET_CODE);
    expect(log).not.toContain(SECRET_STATE);
    expect(log).not.toContain('://connect');
  }

  test('is refused, and logged without what it says', async ({ machine }) => {
    const { app, page } = await machine.start();
    await tryWithSimulatedCars(page);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    expect(await machine.openLink(`${FOREIGN_SCHEME}//connect?${QUERY}`)).toBe(0);
    await expect.poll(() => refusals(machine)).toBe(1);
    expectSilence(machine);
    const { connect, fleet } = await readApp(page);
    expect(connect).toEqual({ status: 'idle' });
    expect(fleet.vehicles).toEqual([]);
    expect(keychainEntries(machine)).toEqual([]);
    await expect
      .poll(() =>
        app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()),
      )
      .toBe(false);
  });

  test('is refused at a start by the link too', async ({ machine }) => {
    const { page } = await machine.start({ args: [`${FOREIGN_SCHEME}//connect?${QUERY}`] });
    await page.getByTestId('door-simulated').waitFor();
    await expect.poll(() => refusals(machine)).toBe(1);
    expectSilence(machine);
    expect((await readApp(page)).connect).toEqual({ status: 'idle' });
  });
});

test.describe('an attempt in the browser', () => {
  test('ends with its link, once', async ({ machine, startOwnSandbox, systemBrowser }) => {
    const sandbox = await startOwnSandbox({ redirectUris: customSchemeOnly });
    const { page, link } = await startInBrowser(machine, sandbox, systemBrowser);

    // None of these is its link, and none of them ends it.
    const someone = withState(link, 'of-someone-else');
    const elsewhere = new URL(link.href.replace('://connect', '://elsewhere'));
    const foreign = new URL(link.href.replace(link.protocol, FOREIGN_SCHEME));
    for (const [index, wrong] of [someone, elsewhere, foreign].entries()) {
      expect(await machine.openLink(wrong)).toBe(0);
      await expect.poll(() => refusals(machine)).toBe(index + 1);
    }
    // A start with two links says nothing clear.
    await machine.openLink(link, withState(link, 'of-someone-else'));
    expect((await readApp(page)).connect).toMatchObject({ status: 'running', phase: 'waiting' });
    expect(await exchanges(sandbox)).toBe(0);

    expect(await machine.openLink(link)).toBe(0);
    await waitForConnected(page);
    await waitForReadings(page);
    expect(await exchanges(sandbox)).toBe(1);

    const refusedBefore = refusals(machine);
    expect(await machine.openLink(link)).toBe(0);
    await expect.poll(() => refusals(machine)).toBe(refusedBefore + 1);
    expect(await exchanges(sandbox)).toBe(1);
    await waitForConnected(page);
    const log = machine.log();
    for (const name of ['code', 'state']) {
      expect(log).not.toContain(link.searchParams.get(name) ?? '');
    }
  });

  test('that was cancelled takes its link no more', async ({
    machine,
    startOwnSandbox,
    systemBrowser,
  }) => {
    const sandbox = await startOwnSandbox({ redirectUris: customSchemeOnly });
    const { page, link } = await startInBrowser(machine, sandbox, systemBrowser);
    await page.getByTestId('connect-panel').getByRole('button', { name: 'Cancel' }).click();
    await waitForOutcome(page, 'cancelled');
    expect(await machine.openLink(link)).toBe(0);
    await expect.poll(() => refusals(machine)).toBe(1);
    expect(await exchanges(sandbox)).toBe(0);
    expect((await readApp(page)).fleet.vehicles).toEqual([]);
  });

  test('ends with the error that its link carries', async ({
    machine,
    startOwnSandbox,
    systemBrowser,
  }) => {
    const sandbox = await startOwnSandbox({ redirectUris: customSchemeOnly });
    await sandbox.admin.fault({ kind: 'connect-error', error: 'access_denied' });
    const { page, link } = await startInBrowser(machine, sandbox, systemBrowser);
    expect(await machine.openLink(link)).toBe(0);
    await waitForOutcome(page, 'access_denied');
    expect(refusals(machine)).toBe(0);
    expect(await exchanges(sandbox)).toBe(0);
  });
});
