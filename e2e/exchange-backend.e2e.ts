import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import type { BackendOptions, RunningBackend } from './backend.ts';
import { keychainEntries } from './keyring.ts';
import {
  chooseBrand,
  DRIVER,
  grant,
  leavePreamble,
  logIn,
  readApp,
  startConnect,
  waitForConnected,
  waitForOutcome,
  waitForReadings,
  waitUntilSettled,
  walkConnect,
} from './pages.ts';
import { freePorts } from './ports.ts';
import type { OwnSandbox } from './sandbox.ts';
import { chooseBackend } from './setup.ts';
import { expectNoTraces, tokensOf, watchRedirect } from './traces.ts';

interface Company {
  readonly sandbox: OwnSandbox;
  readonly backend: RunningBackend;
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** How often the backend was asked for this since it started. */
function asked({ backend }: Pick<Company, 'backend'>, path: string): number {
  const paths = backend
    .log()
    .split('\n')
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as { path?: string }] : []));
  return paths.filter((entry) => entry.path === path).length;
}

test.describe('a desktop of a company', () => {
  /** A machine whose app knows nothing but the backend's address and a staff token. */
  const company = test.extend<{ start: (options?: BackendOptions) => Promise<Company> }>({
    start: async ({ machine, startOwnSandbox, startBackend }, use) => {
      await use(async (options) => {
        const sandbox = await startOwnSandbox();
        const backend = await startBackend(sandbox, options);
        const { app, page } = await machine.start({ env: sandbox.env });
        await chooseBackend(page, backend);
        return { sandbox, backend, app, page };
      });
    },
  });

  company('takes everything over, connects and reads', async ({ machine, start }) => {
    const { sandbox, backend, app, page } = await start();
    const { status } = await readApp(page);
    expect(status.application).toEqual({
      kind: 'own',
      clientId: sandbox.clientId,
      redirectUris: sandbox.redirectUris,
      mode: 'simulated',
      exchange: { kind: 'backend', address: backend.address, presets: expect.any(Array) },
    });
    expect(keychainEntries(machine)).toEqual([
      { account: expect.any(String), password: backend.staffToken },
    ]);

    await walkConnect(await startConnect(app, page), DRIVER);
    await waitForReadings(page);
    expect(asked({ backend }, '/v1/exchange')).toBe(1);
    expect(keychainEntries(machine)).toHaveLength(2);

    // One refresh for the whole connection, by the backend too.
    await sandbox.admin.expireAccessTokens();
    const before = keychainEntries(machine);
    await page.getByTestId('refresh-button').click();
    await expect.poll(() => keychainEntries(machine)).not.toEqual(before);
    await waitUntilSettled(page);
    expect(asked({ backend }, '/v1/refresh')).toBe(1);
    for (const { access } of (await readApp(page)).fleet.vehicles) expect(access).toBe('ok');

    const [vehicle] = (await readApp(page)).fleet.vehicles;
    const checksBefore = asked({ backend }, '/v1/compatibility');
    const answer = await page.evaluate(
      (vin) =>
        window.motorpool['eligibility.check']({
          vins: [vin],
          permissions: ['read_odometer', 'read_fuel'],
          country: 'US',
        }),
      vehicle?.vin ?? '',
    );
    expect(answer).toMatchObject({
      problem: null,
      reports: [{ vin: vehicle?.vin, reason: 'checked', missing: ['read_fuel'] }],
    });
    expect(asked({ backend }, '/v1/compatibility')).toBe(checksBefore + 1);
  });

  company('needs no second introduction the next morning', async ({ machine, start }) => {
    const first = await start();
    await walkConnect(await startConnect(first.app, first.page), DRIVER);
    await waitForReadings(first.page);
    const vehicles = (await readApp(first.page)).fleet.vehicles.length;
    await first.app.close();
    await first.sandbox.admin.expireAccessTokens();

    const { page } = await machine.start({ env: first.sandbox.env });
    await expect(page.getByTestId('vehicle-row')).toHaveCount(vehicles);
    await expect.poll(() => asked(first, '/v1/refresh')).toBe(1);
    await expect
      .poll(async () => (await readApp(page)).fleet.vehicles.map(({ access }) => access))
      .toEqual(Array.from({ length: vehicles }, () => 'ok'));
  });

  company(
    'never holds the client secret, and leaves no other behind',
    async ({ machine, start }) => {
      const { sandbox, backend, app, page } = await start();
      const connectPage = await startConnect(app, page);
      const redirect = await watchRedirect(app);
      await walkConnect(connectPage, DRIVER);
      await waitForReadings(page);
      const { clientSecret } = sandbox;
      for (const { password } of keychainEntries(machine)) {
        expect(password).not.toContain(clientSecret);
      }
      const { searchParams } = await redirect();
      const secrets = {
        ...tokensOf(machine),
        clientSecret,
        staffToken: backend.staffToken,
        code: searchParams.get('code') ?? '',
        state: searchParams.get('state') ?? '',
      };
      for (const secret of Object.values(secrets)) expect(backend.log()).not.toContain(secret);
      await expectNoTraces({ machine, app, page, shown: 'Tesla Model' }, secrets);
    },
  );

  async function untilGrant({ app, page }: Company): Promise<Page> {
    const connectPage = await startConnect(app, page);
    await leavePreamble(connectPage);
    await chooseBrand(connectPage, DRIVER);
    await logIn(connectPage, DRIVER);
    return connectPage;
  }

  async function expectProblem(page: Page, problem: string): Promise<void> {
    await waitForOutcome(page, 'exchange_failed');
    expect((await readApp(page)).connect).toMatchObject({ outcome: { problem } });
  }

  company('keeps the code while its backend is down', async ({ machine, start }) => {
    const parts = await start();
    const { backend, page } = parts;
    const connectPage = await untilGrant(parts);
    await backend.stop();
    await grant(connectPage);
    await expectProblem(page, 'unreachable');
    expect(keychainEntries(machine)).toHaveLength(1);
    await backend.start();
    await page
      .getByTestId('connect-outcome')
      .getByRole('button', { name: 'Try the last step again' })
      .click();
    await waitForConnected(page);
    await waitForReadings(page);
  });

  company('hears that its staff token was revoked', async ({ machine, start }) => {
    const parts = await start();
    const connectPage = await untilGrant(parts);
    parts.backend.revokeStaffToken();
    // The backend reads the file again two seconds after it did last.
    await expect
      .poll(async () => {
        const headers = { authorization: `Bearer ${parts.backend.staffToken}` };
        return (await fetch(`${parts.backend.address}/v1/application`, { headers })).status;
      })
      .toBe(401);
    await grant(connectPage);
    await expectProblem(parts.page, 'staff_token_refused');
    expect(keychainEntries(machine)).toHaveLength(1);
  });

  company('hears that its backend cannot reach Smartcar', async ({ start }) => {
    const [nobody] = await freePorts(1);
    const parts = await start({ smartcarOrigin: `http://127.0.0.1:${nobody}` });
    await grant(await untilGrant(parts));
    await expectProblem(parts.page, 'backend_cannot_reach_smartcar');
  });

  company('keeps its vehicles while no refresh is to be had', async ({ machine, start }) => {
    const { sandbox, backend, app, page } = await start();
    await walkConnect(await startConnect(app, page), DRIVER);
    await waitForReadings(page);
    await waitUntilSettled(page);
    const before = (await readApp(page)).fleet.vehicles;
    const entries = keychainEntries(machine);
    await sandbox.admin.expireAccessTokens();
    await backend.stop();
    await page.getByTestId('refresh-button').click();
    await page.getByTestId('banner-offline').waitFor();
    const { vehicles } = (await readApp(page)).fleet;
    expect(vehicles.map(({ access, readings }) => [access, readings.odometer.last])).toEqual(
      before.map(({ readings }) => ['ok', readings.odometer.last]),
    );
    expect(keychainEntries(machine)).toEqual(entries);

    await backend.start();
    await page.getByTestId('refresh-button').click();
    await expect(page.getByTestId('banner-offline')).toHaveCount(0);
  });
});
