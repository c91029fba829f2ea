import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, type Machine, test } from './app.ts';
import { movableClock, sleepMachine } from './clock.ts';
import { keychainEntries } from './keyring.ts';
import { speakGerman, unreachable } from './language.ts';
import { readApp } from './pages.ts';
import type { OwnSandbox } from './sandbox.ts';
import { checkScreen } from './screens.ts';
import { openSettings } from './settings.ts';
import { chooseOwnApplication, fillApplicationForm } from './setup.ts';
import { resize } from './table.ts';

const USE = { name: 'Use this application' };
const secretOf = (page: Page) => page.getByLabel('Client secret', { exact: true });

/** Starts the app for the first time, with the form filled in. */
async function startWithForm(
  machine: Machine,
  sandbox: OwnSandbox,
  form: { readonly clientSecret?: string } = {},
): Promise<{ app: ElectronApplication; page: Page }> {
  const started = await machine.start({ env: sandbox.env, ...movableClock });
  await fillApplicationForm(started.page, { sandbox: { ...sandbox, ...form } });
  return started;
}

async function expectNothingKept(machine: Machine, page: Page): Promise<void> {
  expect((await readApp(page)).status.application).toBeNull();
  expect(keychainEntries(machine)).toEqual([]);
}

test('accepted: one call, then it is in use without a word more', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { page } = await startWithForm(machine, sandbox);
  await sandbox.admin.fault({ kind: 'api-delay', ms: 1500, count: 1 });
  await secretOf(page).press('ControlOrMeta+Enter');
  await expect(page.getByRole('button', { name: 'Checking…' })).toBeVisible();
  await expect(page.getByTestId('check-credentials')).toHaveAttribute('data-state', 'checking');
  await expect(page.getByTestId('check-redirect')).toContainText('at the first Connect');
  await checkScreen(page, 'setup-checking');
  await page.getByTestId('connect-button').first().waitFor();
  expect(await sandbox.admin.requests()).toEqual(['GET /v2.0/compatibility/matrix']);
  expect(keychainEntries(machine)).toEqual([
    { account: `client-secret:${sandbox.clientId}`, password: sandbox.clientSecret },
  ]);
  // The call counts for the application, whose budget was untouched before.
  const { calls, capacity } = (await readApp(page)).queue.budget;
  expect(capacity - calls).toBe(1);
});

test('refused: said at the secret, nothing is kept, and the right one works', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { page } = await startWithForm(machine, sandbox, { clientSecret: 'not-the-secret' });
  await page.getByRole('button', USE).click();
  await expect(secretOf(page)).toHaveAccessibleDescription(/does not accept this secret/);
  await expect(secretOf(page)).toBeFocused();
  await expect(page.getByTestId('check-credentials')).toContainText('Refused.');
  await expect(page.getByTestId('check-clock')).toHaveAttribute('data-state', 'fine');
  await expect(page.getByRole('button', { name: /without checking|anyway/ })).toHaveCount(0);
  await checkScreen(page, 'setup-refused');
  await expectNothingKept(machine, page);
  expect(machine.log()).not.toContain('not-the-secret');
  expect(readFileSync(join(machine.userData, 'settings.json'), 'utf8')).not.toContain(
    'not-the-secret',
  );

  await secretOf(page).fill(sandbox.clientSecret);
  await expect(page.getByTestId('check-lines')).toHaveCount(0);
  await page.getByRole('button', USE).click();
  await page.getByTestId('connect-button').first().waitFor();
});

test('a refused new secret leaves the one that works', async ({ machine, startOwnSandbox }) => {
  const sandbox = await startOwnSandbox();
  const { page } = await machine.start({ env: sandbox.env });
  await chooseOwnApplication(page, { sandbox });
  const entries = keychainEntries(machine);
  const { application } = (await readApp(page)).status;
  const settings = await openSettings(page, 'application');
  await settings.getByRole('button', { name: 'Change these details' }).press('Enter');
  await secretOf(page).fill('not-the-secret');
  await secretOf(page).press('ControlOrMeta+Enter');
  await expect(page.getByTestId('check-credentials')).toContainText('Refused.');
  expect(keychainEntries(machine)).toEqual(entries);
  expect((await readApp(page)).status.application).toEqual(application);
});

test('not in the plan: accepted all the same', async ({ machine, startOwnSandbox }) => {
  const sandbox = await startOwnSandbox();
  const { page } = await startWithForm(machine, sandbox);
  // Smartcar documents no error for this; a 401 here must not keep anybody out.
  const path = '/compatibility/matrix';
  await sandbox.admin.fault({ kind: 'api-error', error: 'AUTHENTICATION', path });
  await page.getByRole('button', USE).click();
  await page.getByTestId('connect-button').first().waitFor();
});

test('out of reach: the person decides', async ({ machine, startOwnSandbox }) => {
  const sandbox = await startOwnSandbox();
  const { app, page } = await startWithForm(machine, sandbox);
  await sandbox.admin.fault({ kind: 'api-down' });
  await page.getByRole('button', USE).press('Enter');
  const credentials = page.getByTestId('check-credentials');
  await expect(credentials).toContainText('Smartcar could not be reached');
  await expect(page.getByTestId('check-clock')).toContainText('Not compared');
  await expect(page.getByRole('button', { name: 'Check again' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Save without checking' })).toBeInViewport();
  await checkScreen(page, 'setup-unreachable');
  await speakGerman(page);
  await resize(app, 1024, 640);
  await checkScreen(page, 'setup-unreachable-de');
  expect(await unreachable(page)).toEqual([]);
  await expectNothingKept(machine, page);
  await page.getByRole('button', { name: 'Ohne Prüfung speichern' }).press('Enter');
  await page.getByTestId('connect-button').first().waitFor();
  expect(keychainEntries(machine)).toHaveLength(1);
});

test('the clock is off: said before it is used anyway', async ({ machine, startOwnSandbox }) => {
  const sandbox = await startOwnSandbox();
  const { app, page } = await startWithForm(machine, sandbox);
  await sleepMachine(app, 7 * 60_000);
  await page.getByRole('button', USE).click();
  await expect(page.getByTestId('check-credentials')).toContainText('Accepted.');
  await expect(page.getByTestId('check-clock')).toContainText(/[67]:\d\d \(min:s\) ahead/);
  await checkScreen(page, 'setup-clock');
  await expectNothingKept(machine, page);
  await page.getByRole('button', { name: 'Use it anyway' }).click();
  await page.getByTestId('connect-button').first().waitFor();
});

test('a check that is left saves nothing, and Enter goes from field to field', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { page } = await startWithForm(machine, sandbox);
  await page.getByRole('textbox', { name: 'Client ID' }).press('Enter');
  await expect(secretOf(page)).toBeFocused();
  await secretOf(page).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Redirect URIs' })).toBeFocused();
  expect(await sandbox.admin.requests()).toEqual([]);

  await sandbox.admin.fault({ kind: 'api-delay', ms: 1500 });
  const isAsked = async () => (await sandbox.admin.requests()).length;
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByTestId('check-lines')).toBeVisible();
  await secretOf(page).pressSequentially('x');
  await expect(page.getByTestId('check-lines')).toHaveCount(0);
  await expect.poll(isAsked).toBe(1);

  await secretOf(page).fill(sandbox.clientSecret);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByTestId('check-lines')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByTestId('door-own').waitFor();
  await expect.poll(isAsked).toBe(2);
  // Another one, asked later, is answered after those that were left.
  const { clientId, clientSecret, redirectUris } = sandbox;
  const form = { clientId, clientSecret, redirectUris: redirectUris.join('\n') };
  const last = await page.evaluate(
    (filled) => window.motorpool['setup.checkApplication']({ ...filled, mode: 'simulated' }),
    form,
  );
  expect(last.credentials).toBe('accepted');
  await expectNothingKept(machine, page);
});
