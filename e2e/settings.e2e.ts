import { expect, test } from './app.ts';
import { openInBrowser, walkInBrowser } from './browser.ts';
import { clipboardText, pressByKeyboard } from './outcomes.ts';
import { openConnectDialog, readApp, tryWithSimulatedCars, waitForConnected } from './pages.ts';
import { redirectUrisOfKind } from './sandbox.ts';
import { checkScreen } from './screens.ts';
import { openSettings } from './settings.ts';
import { chooseBackend, chooseOwnApplication } from './setup.ts';

test('the way back is changed at once, taken back, and kept for the next start', async ({
  machine,
}) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByTestId('settings-screen');
  await expect(settings.getByRole('heading', { level: 1 })).toBeFocused();
  await checkScreen(page, 'settings-simulated');
  await page.getByTestId('settings-page-connect').press('Enter');

  // By the keyboard alone: one tab stop, and the arrow keys choose.
  const window = page.getByTestId('transport-custom_scheme');
  const browser = page.getByTestId('transport-system_browser');
  await expect(window).toBeChecked();
  await window.focus();
  await page.keyboard.press('ArrowUp');
  await expect(browser).toBeChecked();
  await expect(browser).toBeFocused();
  await expect(settings).toContainText('Connect now opens in your browser.');
  expect((await readApp(page)).status.transport).toBe('system_browser');

  await pressByKeyboard(page, 'transport-undo');
  await expect(window).toBeChecked();
  await expect(settings).toContainText('Connect now opens in a Motorpool window.');
  expect((await readApp(page)).status.transport).toBe('custom_scheme');

  await browser.check();
  await page.keyboard.press('Escape');
  await page.getByTestId('connect-button').first().waitFor();
  await app.close();
  const next = await machine.start();
  expect((await readApp(next.page)).status.transport).toBe('system_browser');
});

test('what is chosen there is how Connect opens', async ({
  machine,
  startOwnSandbox,
  systemBrowser,
}) => {
  const sandbox = await startOwnSandbox();
  const { app, page } = await machine.start({ env: { ...sandbox.env, ...systemBrowser.env } });
  await chooseOwnApplication(page, { sandbox });
  await openSettings(page, 'connect');
  await page.getByTestId('transport-system_browser').check();
  await page.keyboard.press('Escape');
  await openConnectDialog(page);
  await page.getByTestId('connect-open').click();
  const address = await systemBrowser.nextAddress();

  // The same address for a browser of one's choice, and once more for the usual one.
  const panel = page.getByTestId('connect-panel');
  await panel.getByRole('button', { name: 'Copy link' }).click();
  await expect(panel).toContainText('Link copied');
  expect(await clipboardText(app)).toBe(address.href);
  await panel.getByRole('button', { name: 'Open the browser again' }).click();
  expect((await systemBrowser.nextAddress()).href).toBe(address.href);
  await checkScreen(page, 'connecting-browser');

  const redirect = await walkInBrowser(address);
  expect(redirect.protocol).toBe('http:');
  await openInBrowser(redirect);
  await waitForConnected(page);
});

test('an application without an address for a way says so, and how to get one', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { page } = await machine.start({ env: sandbox.env });
  const redirectUris = redirectUrisOfKind(sandbox, 'custom_scheme');
  await chooseOwnApplication(page, { sandbox, redirectUris });
  await page.getByRole('button', { name: 'Application menu' }).click();
  await page.getByRole('menuitem', { name: /^Settings/ }).click();
  const settings = page.getByTestId('settings-screen');
  await expect(settings).toContainText(sandbox.clientId);
  await expect(settings).toContainText('In the keychain of this computer');
  await expect(settings).not.toContainText(sandbox.clientSecret);
  await checkScreen(page, 'settings-own');
  await page.getByTestId('settings-page-connect').press('Enter');
  await expect(page.getByTestId('transport-https')).toBeDisabled();
  await expect(settings).toContainText('no redirect URI that begins with “https://”');
  await checkScreen(page, 'settings-own-connect');

  await settings.getByRole('button', { name: 'Add it to the application' }).first().click();
  await page.getByRole('button', { name: /^Add to the list: http:\/\/localhost/ }).click();
  await expect(page.getByRole('textbox', { name: 'Redirect URIs' })).toHaveValue(
    `${redirectUris.join('\n')}\nhttp://localhost:53682/callback`,
  );
});

test('with a backend, what it told stands there', async ({
  machine,
  startOwnSandbox,
  startBackend,
}) => {
  const sandbox = await startOwnSandbox();
  const backend = await startBackend(sandbox);
  const { page } = await machine.start({ env: sandbox.env });
  await chooseBackend(page, backend);
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByTestId('settings-screen');
  await expect(settings).toContainText(backend.address);
  await expect(settings).toContainText(sandbox.clientId);
  await expect(settings).not.toContainText(backend.staffToken);
  await checkScreen(page, 'settings-backend');
  await settings.getByRole('button', { name: 'Change the backend' }).click();
  await expect(page.getByTestId('secret-backend')).toBeChecked();
  await expect(page.getByLabel('Staff token', { exact: true })).toHaveValue('');
  await checkScreen(page, 'form-backend');
});
