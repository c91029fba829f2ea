import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from './app.ts';
import { startWithFleet } from './fleet.ts';
import { checkGerman } from './language.ts';
import { startWithCars } from './limits.ts';
import { clipboardText } from './outcomes.ts';
import { connectCars } from './pages.ts';
import { checkScreen } from './screens.ts';
import { answerFileDialogs, numbered, startWithNumbered } from './table.ts';

const OPEN = 'ControlOrMeta+Shift+d';
const USER = userInfo().username;

test('health, activity and log by keyboard alone, after a connect', async ({ machine }) => {
  const { app, page } = await machine.start();
  await connectCars(app, page);
  await page.keyboard.press(OPEN);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByTestId('health-sentence')).toContainText('Everything works.');
  await expect(page.getByTestId('health-tokens')).toContainText('1 of 1 connections');
  await expect(page.getByTestId('health-smartcar')).toContainText('95 % within');
  await expect(page.getByTestId('health-clock')).toContainText('Within 2 minutes');
  await expect(page.getByTestId('health-disk')).toContainText('free');
  await checkScreen(page, 'diagnostics-health');

  await page.getByTestId('health-copy').press('Enter');
  await expect.poll(() => clipboardText(app)).toContain('Keychain: Fine.');
  const [, environment] = (await clipboardText(app)).split('\n');
  const electron = await app.evaluate(() => process.versions.electron);
  expect(environment).toMatch(/^(?:Linux|macOS|Windows) \d[^ ]* \(\w+\), Electron /);
  expect(environment).toContain(`Electron ${electron}`);

  const queue = page.getByTestId('health-queue-open');
  await queue.press('Enter');
  const panel = page.getByTestId('queue-status-panel');
  await expect(panel).toBeFocused();
  await expect(panel.getByTestId('queue-pause')).toBeVisible();
  await checkScreen(page, 'diagnostics-health-queue');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(queue).toBeFocused();
  await expect(page.getByTestId('diagnostics-screen')).toBeVisible();

  await page.getByTestId('diagnostics-tab-health').press('ArrowRight');
  const entries = page.getByTestId('activity-entry');
  await expect(entries.filter({ hasText: 'Connect: Connected' })).toHaveCount(1);
  await expect(entries.filter({ hasText: 'Connect: Connected' })).toContainText(USER);
  await expect(entries.filter({ hasText: 'Permissions:' })).toContainText('Motorpool');
  await checkScreen(page, 'diagnostics-activity');

  await page.keyboard.press('/');
  await expect(page.getByTestId('activity-search')).toBeFocused();
  await page.keyboard.type('simulated');
  await expect(entries).toHaveCount(1);
  await expect(entries).toContainText('Simulated cars in use');
  await page.keyboard.type(' and nothing else');
  await expect(page.getByTestId('activity-empty')).toContainText('matches');
  await checkScreen(page, 'diagnostics-activity-no-match');
  await checkGerman(page, 'diagnostics-activity-no-match');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('activity-search')).toHaveValue('');

  await page.getByTestId('diagnostics-tab-activity').press('ArrowRight');
  await expect(page.getByTestId('log-line').last()).toContainText('connect.outcome');
  await checkScreen(page, 'diagnostics-log');
  await page.getByTestId('log-pause').press('Enter');
  await checkScreen(page, 'diagnostics-log-paused');
  await checkGerman(page, 'diagnostics-log-paused');
  await page.getByTestId('log-pause').press('Enter');
  await page.getByTestId('log-list').press('Home');
  await page.keyboard.press('c');
  await expect.poll(() => clipboardText(app)).toContain('app.started');
  await page.getByTestId('log-level-error').focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('log-empty')).toContainText('No line of this level');
  await checkScreen(page, 'diagnostics-log-no-match');
  await checkGerman(page, 'diagnostics-log-no-match');

  await page.keyboard.press('Escape');
  await expect(page.getByTestId('vehicle-row').first()).toBeVisible();
});

test('what people change is noted live, found again, and saved as a safe CSV', async ({
  machine,
}) => {
  const { app, page } = await startWithFleet(machine, 4, {
    vehicle: (vehicle, index) => {
      const car = numbered(vehicle, index);
      return index === 0 ? { ...car, labels: { ...car.labels, name: '=1+1' } } : car;
    },
  });
  await page.keyboard.press(OPEN);
  await page.getByTestId('diagnostics-tab-health').press('ArrowRight');
  await expect(page.getByTestId('activity-empty')).toContainText('Nothing has happened yet');
  await checkScreen(page, 'diagnostics-activity-empty');
  await checkGerman(page, 'diagnostics-activity-empty');

  const first = await page.evaluate(async () => {
    const { fleet } = await window.motorpool['app.bootstrap']();
    return JSON.stringify(fleet.first);
  });
  const [id = ''] = /[0-9a-f-]{36}/.exec(first) ?? [];
  await page.evaluate(async (vehicleId) => {
    const change = { notes: 'Ring Ada Lovelace, WBA12345678901234' };
    await window.motorpool['fleet.label']({ vehicleIds: [vehicleId], change });
    await window.motorpool['fleet.pause']({ vehicleIds: [vehicleId], paused: true });
  }, id);
  const entries = page.getByTestId('activity-entry');
  await expect(entries).toHaveCount(2);
  await expect(entries.first()).toContainText('Paused');
  await expect(entries.last()).toContainText('Changed: notes');
  await expect(page.getByRole('table')).not.toContainText('Lovelace');

  const path = join(machine.userData, 'activity.csv');
  await answerFileDialogs(app, path);
  await page.getByTestId('activity-kind').selectOption('label');
  await expect(entries).toHaveCount(1);
  await page.getByTestId('activity-export').press('Enter');
  await expect(page.getByTestId('said')).toContainText('1 entry saved');
  const text = readFileSync(path, 'utf8');
  expect(text).not.toMatch(/Lovelace|WBA1234/);
  const [row] = Papa.parse<Record<string, string>>(text.slice(1), { header: true }).data;
  expect(row).toMatchObject({ Kind: 'Labels', What: 'Changed: notes', Who: USER });
});

test('a support file is shown first, and holds nothing that names a car or a person', async ({
  machine,
}) => {
  const planted = {
    driver: 'Ada Lovelace',
    plate: 'MP 4711',
    vin: 'WBA12345678901234',
    notes: 'Key under the mat',
  };
  await startWithFleet(machine, 3, {
    vehicle: (vehicle, index) => {
      const car = numbered(vehicle, index);
      const { vin, ...labels } = planted;
      return { ...car, vin, labels: { ...car.labels, ...labels } };
    },
  }).then(({ app }) => app.close());
  const secrets = ['7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42', 'shortcode', '52.520008', 'x9y8'];
  appendFileSync(
    join(machine.userData, 'logs/main.log'),
    `[2026-11-25 10:00:00.000] error token=${secrets[0]} https://x.example/cb?code=${secrets[1]} at ${secrets[2]} access_token: "${secrets[3]}" ${planted.vin} driven by ${planted.driver} in ${planted.plate}\n`,
  );
  const { app, page } = await machine.start();
  await page.getByTestId('vehicle-row').first().waitFor();
  await page.keyboard.press(OPEN);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('s');
  const preview = page.getByTestId('support-preview');
  await expect(preview).toHaveValue(/"program": "Motorpool"/);
  await expect(preview).toBeFocused();
  await checkScreen(page, 'diagnostics-support');
  const path = join(machine.userData, 'support.json');
  await answerFileDialogs(app, path);
  const shown = await preview.inputValue();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('support-save')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('support-dialog')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const text = readFileSync(path, 'utf8');
  expect(text).toBe(shown);
  const lower = text.toLowerCase();
  for (const secret of [...secrets, ...Object.values(planted), 'Car 001']) {
    expect(lower, secret).not.toContain(secret.toLowerCase());
  }
  const content = JSON.parse(text);
  expect(content).toMatchObject({
    counts: { vehicles: 3 },
    settings: { application: 'simulated' },
  });
  expect(content.log.length).toBeGreaterThan(1);

  await page.getByTestId('diagnostics-tab-log').click();
  await expect(page.getByTestId('log-list')).not.toContainText(planted.vin);
});

test.describe('a locked keychain', () => {
  test.use({ keyringKind: 'locked' });

  test('is said first, with what to do', async ({ machine }) => {
    const { app, page } = await machine.start();
    await connectCars(app, page);
    await page.keyboard.press(OPEN);
    await expect(page.getByTestId('health-sentence')).toHaveAttribute('data-tone', 'fault');
    await expect(page.getByTestId('health-keychain')).toContainText('Unlock the system');
    await checkScreen(page, 'diagnostics-keychain-locked');
    await checkGerman(page, 'diagnostics-keychain-locked');
  });
});

test('a Smartcar out of reach is said, with what to do', async ({ machine, startOwnSandbox }) => {
  const sandbox = await startOwnSandbox();
  const { page } = await startWithCars(machine, sandbox, 2);
  await sandbox.stop();
  await page.getByTestId('refresh-button').press('Enter');
  await page.keyboard.press(OPEN);
  await expect(page.getByTestId('health-network')).toContainText('Not reached');
  await expect(page.getByTestId('health-sentence')).toHaveAttribute('data-tone', 'fault');
  await checkScreen(page, 'diagnostics-offline');
  await checkGerman(page, 'diagnostics-offline');
});

test('the menu leads here too', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, 2, [1024, 640]);
  await page.getByRole('button', { name: 'Application menu' }).press('Enter');
  await page.getByRole('menuitem', { name: /^Health/ }).press('Enter');
  await expect(page.getByTestId('diagnostics-screen')).toBeVisible();
  await checkScreen(page, 'diagnostics-small');
  // Somebody cleared the folder of the log.
  rmSync(join(machine.userData, 'logs/main.log'));
  await page.getByTestId('diagnostics-tab-log').press('Enter');
  await expect(page.getByTestId('log-empty')).toContainText('The log is empty.');
  await checkScreen(page, 'diagnostics-log-empty');
  await checkGerman(page, 'diagnostics-log-empty');
});
