import type { ElectronApplication, Page } from '@playwright/test';
import { expect, type Machine, test } from './app.ts';
import { openInBrowser, type SystemBrowser, walkInBrowser } from './browser.ts';
import { expectRunning } from './connectBar.ts';
import {
  openConnectDialog,
  readApp,
  setTransport,
  waitForConnected,
  waitForOutcome,
  waitForReadings,
} from './pages.ts';
import { occupyPort } from './ports.ts';
import { type OwnSandbox, redirectUrisOfKind } from './sandbox.ts';
import { checkScreen } from './screens.ts';
import { chooseOwnApplication } from './setup.ts';

interface Started {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** An application of one's own, set to the system's browser. */
async function setUp(
  machine: Machine,
  sandbox: OwnSandbox,
  browser: SystemBrowser,
): Promise<Started> {
  const { app, page } = await machine.start({ env: { ...sandbox.env, ...browser.env } });
  await chooseOwnApplication(page, { sandbox });
  await setTransport(page, 'system_browser');
  return { app, page };
}

async function start(page: Page): Promise<void> {
  await openConnectDialog(page);
  await page.getByTestId('connect-open').click();
}

async function exchanges({ admin }: OwnSandbox): Promise<number> {
  return (await admin.requests()).filter((line) => line === 'POST /oauth/token').length;
}

/** How asking for an address ends: its status, or the name of what went wrong. */
function ask(address: URL | string, init?: RequestInit): Promise<number | string> {
  return fetch(address, { redirect: 'manual', ...init }).then(
    ({ status }) => status,
    (error: Error) => (error.cause as NodeJS.ErrnoException).code ?? error.message,
  );
}

function withState(address: URL, state: string): URL {
  const changed = new URL(address);
  changed.searchParams.set('state', state);
  return changed;
}

test('connects a car, and its port is free afterwards', async ({
  machine,
  startOwnSandbox,
  systemBrowser,
}) => {
  const sandbox = await startOwnSandbox();
  const { page } = await setUp(machine, sandbox, systemBrowser);
  await start(page);
  const address = await systemBrowser.nextAddress();
  const [redirectUri] = redirectUrisOfKind(sandbox, 'localhost');
  expect(address.searchParams.get('redirect_uri')).toBe(redirectUri);
  const redirect = await walkInBrowser(address);
  const { html, url } = await openInBrowser(redirect);
  expect(html).toContain('You can go back to Motorpool');
  expect(new URL(url).search).toBe('');
  await waitForConnected(page);
  await waitForReadings(page);
  expect(await exchanges(sandbox)).toBe(1);
  expect(await ask(redirect)).toBe('ECONNREFUSED');
});

test.describe('the page left in the browser', () => {
  for (const [name, heading, change] of [
    ['after an answer', 'You can go back to Motorpool', (address: URL) => address],
    [
      'after one of another session',
      'This answer could not be used',
      (address: URL) => withState(address, 'of-someone-else'),
    ],
  ] as const) {
    test(`${name} needs no script and keeps no code in its history`, async ({
      machine,
      startOwnSandbox,
      systemBrowser,
      startChromium,
    }) => {
      const sandbox = await startOwnSandbox();
      const { page } = await setUp(machine, sandbox, systemBrowser);
      await start(page);
      const redirect = change(await walkInBrowser(await systemBrowser.nextAddress()));
      const chromium = await startChromium();
      const session = await chromium.page.context().newCDPSession(chromium.page);
      await session.send('Emulation.setScriptExecutionDisabled', { value: true });
      await chromium.page.goto(redirect.href);
      await expect(chromium.page.getByRole('heading', { name: heading })).toBeVisible();
      const history = (await chromium.history()).join('\n');
      expect(history).toContain(redirect.host);
      for (const secret of ['code', 'state']) {
        expect(history).not.toContain(redirect.searchParams.get(secret) ?? '');
      }
      // Looking at it with axe takes scripts; the page itself has none.
      await session.send('Emulation.setScriptExecutionDisabled', { value: false });
      await checkScreen(chromium.page, `landing-${name.replaceAll(' ', '-')}`);
    });
  }
});

test('an answer with a wrong state ends it, and nothing is exchanged', async ({
  machine,
  startOwnSandbox,
  systemBrowser,
}) => {
  const sandbox = await startOwnSandbox();
  const { page } = await setUp(machine, sandbox, systemBrowser);
  await start(page);
  const redirect = await walkInBrowser(await systemBrowser.nextAddress());
  await openInBrowser(withState(redirect, 'of-someone-else'));
  await waitForOutcome(page, 'state_mismatch');
  expect(await ask(redirect)).toBe('ECONNREFUSED');
  expect(await exchanges(sandbox)).toBe(0);
});

test('Connect’s own end comes back the same way', async ({
  machine,
  startOwnSandbox,
  systemBrowser,
}) => {
  const sandbox = await startOwnSandbox();
  await sandbox.admin.fault({ kind: 'connect-error', error: 'access_denied' });
  const { page } = await setUp(machine, sandbox, systemBrowser);
  await start(page);
  await openInBrowser(await walkInBrowser(await systemBrowser.nextAddress()));
  await waitForOutcome(page, 'access_denied');
});

test('what else is asked of the port does not end the attempt', async ({
  machine,
  startOwnSandbox,
  systemBrowser,
}) => {
  const sandbox = await startOwnSandbox();
  const { page } = await setUp(machine, sandbox, systemBrowser);
  await start(page);
  const redirect = await walkInBrowser(await systemBrowser.nextAddress());
  expect(await ask(new URL('/favicon.ico', redirect))).toBe(404);
  expect(await ask(redirect, { method: 'POST' })).toBe(404);
  const byNumber = new URL(redirect);
  byNumber.hostname = '127.0.0.1';
  expect(await ask(byNumber)).toBe(404);
  await expectRunning(page);
  await openInBrowser(redirect);
  await waitForConnected(page);
});

test.describe('a port that another program uses', () => {
  test('is passed over for the next one', async ({ machine, startOwnSandbox, systemBrowser }) => {
    const sandbox = await startOwnSandbox();
    const [first, second] = redirectUrisOfKind(sandbox, 'localhost');
    if (!first) throw new Error('No localhost redirect URI is registered');
    machine.atEnd((await occupyPort(Number(new URL(first).port))).free);
    const { page } = await setUp(machine, sandbox, systemBrowser);
    await start(page);
    const address = await systemBrowser.nextAddress();
    expect(address.searchParams.get('redirect_uri')).toBe(second);
    await openInBrowser(await walkInBrowser(address));
    await waitForConnected(page);
  });

  test('and all others, too: says so before a browser opens', async ({
    machine,
    startOwnSandbox,
    systemBrowser,
  }) => {
    const sandbox = await startOwnSandbox();
    const ports = redirectUrisOfKind(sandbox, 'localhost').map((uri) => Number(new URL(uri).port));
    for (const port of ports) machine.atEnd((await occupyPort(port)).free);
    const { page } = await setUp(machine, sandbox, systemBrowser);
    await start(page);
    await waitForOutcome(page, 'transport_failed');
    expect((await readApp(page)).connect).toMatchObject({
      outcome: { problem: 'ports_taken', ports },
    });
    expect(systemBrowser.addresses()).toEqual([]);
  });
});

test('a browser that does not open is told, and the port is free again', async ({
  machine,
  startOwnSandbox,
  systemBrowser,
}) => {
  const sandbox = await startOwnSandbox();
  const { app, page } = await setUp(machine, sandbox, systemBrowser);
  // Linux cannot tell whether a browser opened, so the fault is put where other systems report it.
  await app.evaluate(({ shell }) => {
    shell.openExternal = () => Promise.reject(new Error('no browser'));
  });
  await start(page);
  await waitForOutcome(page, 'transport_failed');
  expect((await readApp(page)).connect).toMatchObject({
    outcome: { problem: 'browser_not_opened' },
  });
  const [redirectUri = ''] = redirectUrisOfKind(sandbox, 'localhost');
  expect(await ask(redirectUri)).toBe('ECONNREFUSED');
});

test('no redirect URI for a browser is told', async ({
  machine,
  startOwnSandbox,
  systemBrowser,
}) => {
  const sandbox = await startOwnSandbox({
    redirectUris: () => [
      'https://javascript-sdk.smartcar.com/v2/redirect?app_origin=https://fleet.example',
    ],
  });
  const { page } = await setUp(machine, sandbox, systemBrowser);
  const { connectOptions: options } = (await readApp(page)).status;
  await page.evaluate((input) => window.motorpool['connect.start'](input), { options });
  await waitForOutcome(page, 'transport_failed');
  expect((await readApp(page)).connect).toMatchObject({ outcome: { problem: 'no_redirect_uri' } });
});

test('the browser can be opened again, and Cancel frees the port', async ({
  machine,
  startOwnSandbox,
  systemBrowser,
}) => {
  const sandbox = await startOwnSandbox();
  const { page } = await setUp(machine, sandbox, systemBrowser);
  await start(page);
  const address = await systemBrowser.nextAddress();
  await page.evaluate(() => window.motorpool['connect.focus']());
  expect((await systemBrowser.nextAddress()).href).toBe(address.href);
  const redirect = await walkInBrowser(address);
  await page.evaluate(() => window.motorpool['connect.cancel']());
  await waitForOutcome(page, 'cancelled');
  expect(await ask(redirect)).toBe('ECONNREFUSED');
  expect(await exchanges(sandbox)).toBe(0);
});

test('a system that registers no scheme is told', async ({
  machine,
  startOwnSandbox,
  systemBrowser,
}) => {
  const sandbox = await startOwnSandbox({
    redirectUris: (clientId) => [`sc${clientId}://connect`],
  });
  systemBrowser.refuseSchemes();
  const { page } = await setUp(machine, sandbox, systemBrowser);
  await start(page);
  await waitForOutcome(page, 'transport_failed');
  expect((await readApp(page)).connect).toMatchObject({
    outcome: { problem: 'scheme_not_registered' },
  });
  expect(systemBrowser.addresses()).toEqual([]);
});
