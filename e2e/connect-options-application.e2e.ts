import { expect, test } from './app.ts';
import { connectWith, expectParameters, unfoldAdvanced } from './connectDialog.ts';
import { noteConnectUrls, openConnectDialog } from './pages.ts';
import { redirectUrisOfKind } from './sandbox.ts';
import { chooseBackend, chooseOwnApplication } from './setup.ts';

test('an own application: the mode, and where Connect opens', async ({
  machine,
  startOwnSandbox,
  systemBrowser,
}) => {
  const sandbox = await startOwnSandbox();
  const { app, page } = await machine.start({ env: { ...sandbox.env, ...systemBrowser.env } });
  const custom = redirectUrisOfKind(sandbox, 'custom_scheme');
  const localhost = redirectUrisOfKind(sandbox, 'localhost');
  await chooseOwnApplication(page, { sandbox, redirectUris: [...custom, ...localhost] });
  const connectUrl = await noteConnectUrls(app);
  const live = await connectWith(app, page, connectUrl, async (dialog) => {
    await unfoldAdvanced(dialog);
    await dialog.getByTestId('connect-mode').selectOption('live');
  });
  expectParameters(live, { mode: 'live', redirect_uri: custom[0] ?? '' });

  const dialog = await openConnectDialog(page);
  await unfoldAdvanced(dialog);
  const ways = dialog.getByTestId('connect-transport');
  await expect(ways.getByRole('radio', { name: 'with a web address' })).toBeDisabled();
  await expect(ways).toContainText('no redirect URI that begins with “https://”');
  await ways.getByRole('radio', { name: 'In your browser' }).check();
  await expect(dialog.getByTestId('connect-open')).toHaveText('Open Connect in your browser');
  await dialog.getByTestId('connect-open').click();
  const address = await systemBrowser.nextAddress();
  expectParameters(address.searchParams, { redirect_uri: localhost[0] ?? '' });
});

test('behind a backend: its permission sets, and no mode but its own', async ({
  machine,
  startOwnSandbox,
  startBackend,
}) => {
  const sandbox = await startOwnSandbox();
  const { app, page } = await machine.start({ env: sandbox.env });
  await chooseBackend(page, await startBackend(sandbox));
  const connectUrl = await noteConnectUrls(app);
  const found = await connectWith(app, page, connectUrl, async (dialog) => {
    await dialog.getByRole('radio', { name: 'Mileage only' }).check();
    await unfoldAdvanced(dialog);
    await expect(dialog.getByTestId('connect-country')).toBeVisible();
    await expect(dialog.getByTestId('connect-mode')).toHaveCount(0);
  });
  expectParameters(found, {
    mode: 'simulated',
    scope: 'required:read_vehicle_info read_vin read_odometer',
  });
});
