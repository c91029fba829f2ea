import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { keychainEntries } from './keyring.ts';
import {
  connectCars,
  noteConnectUrls,
  openConnectDialog,
  readApp,
  waitForOutcome,
} from './pages.ts';

const CLIENT_ID = '7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42';
const CLIENT_SECRET = '0a1b2c3d-4e5f-4a7e-9b1d-5d0f7e6a1c43';

test('an application of one’s own: checked, kept in the keychain, used at Smartcar', async ({
  machine,
}) => {
  const { app, page } = await machine.start();
  await page.getByTestId('door-own').click();

  // An empty form says what is missing and saves nothing.
  await page.getByRole('button', { name: 'Use this application' }).click();
  await expect(page.getByText('Enter the client ID.')).toBeVisible();
  expect((await readApp(page)).status.application).toBeNull();

  await page.getByRole('textbox', { name: 'Client ID' }).fill(` ${CLIENT_ID} `);
  await page.getByLabel('Client secret', { exact: true }).fill(CLIENT_SECRET);
  await expect(page.getByRole('textbox', { name: 'Redirect URIs' })).toHaveValue(
    `sc${CLIENT_ID}://connect`,
  );
  const localhost = 'http://localhost:53682/callback';
  await page.getByRole('button', { name: /^Add .*53682/ }).click();
  // The real Smartcar would refuse these, so it must not be reached, whatever network there is.
  await app.evaluate(({ session }) =>
    session.defaultSession.setProxy({ proxyRules: 'http://127.0.0.1:9' }),
  );
  await page.getByRole('button', { name: 'Use this application' }).click();
  await page.getByRole('button', { name: 'Save without checking' }).click();
  await page.getByTestId('connect-button').first().waitFor();

  const { status } = await readApp(page);
  expect(status.application).toEqual({
    kind: 'own',
    clientId: CLIENT_ID,
    redirectUris: [`sc${CLIENT_ID}://connect`, localhost],
    mode: 'live',
    exchange: { kind: 'local' },
  });
  await expect(page.getByText('LIVE')).toBeVisible();
  expect(keychainEntries(machine)).toEqual([
    { account: `client-secret:${CLIENT_ID}`, password: CLIENT_SECRET },
  ]);
  expect(readFileSync(join(machine.userData, 'settings.json'), 'utf8')).not.toContain(
    CLIENT_SECRET,
  );

  // Connect is opened at the real Smartcar, whether or not a network leads there.
  const connectUrl = await noteConnectUrls(app);
  await openConnectDialog(page);
  await page.getByTestId('connect-open').click();
  await page.getByTestId('connect-panel').getByRole('button', { name: 'Cancel' }).click();
  await waitForOutcome(page, 'cancelled');
  const url = await connectUrl();
  expect(url.origin + url.pathname).toBe('https://connect.smartcar.com/oauth/authorize');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    client_id: CLIENT_ID,
    mode: 'live',
    response_type: 'code',
  });
  await app.close();

  const next = await machine.start();
  await expect(next.page.getByText('LIVE')).toBeVisible();
});

test('another application shows its own vehicles; those before come back untouched', async ({
  machine,
}) => {
  const { app, page } = await machine.start();
  await connectCars(app, page);
  const before = (await readApp(page)).fleet.vehicles;
  const entries = keychainEntries(machine);

  const chosen = await page.evaluate(
    (form) => window.motorpool['setup.saveApplication']({ form, profileId: null }),
    {
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      redirectUris: `sc${CLIENT_ID}://connect`,
      mode: 'live' as const,
    },
  );
  expect(chosen).toEqual({ ok: true, value: null });
  await expect(page.getByTestId('vehicle-row')).toHaveCount(0);
  await expect(page.getByText('LIVE')).toBeVisible();

  await page.evaluate(() => window.motorpool['setup.chooseSimulated']());
  await expect(page.getByTestId('vehicle-row')).toHaveCount(before.length);
  await expect.poll(async () => (await readApp(page)).fleet.refreshing).toEqual([]);
  const after = (await readApp(page)).fleet.vehicles;
  expect(after.map(({ id, access }) => ({ id, access }))).toEqual(
    before.map(({ id }) => ({ id, access: 'ok' })),
  );
  expect(keychainEntries(machine)).toEqual(expect.arrayContaining(entries));
});
