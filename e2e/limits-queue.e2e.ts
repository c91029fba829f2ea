import { expect, test } from './app.ts';
import { openQueue, queueOf, setBudget, startWithCars } from './limits.ts';
import { pressByKeyboard } from './outcomes.ts';
import { waitForRefresh } from './pages.ts';
import { checkScreen } from './screens.ts';
import { openSettings } from './settings.ts';

const SMALL = { capacity: 3, refillPerMinute: 0.5, reserve: 0 };

test('a refresh beyond the budget asks first, is paused, survives a restart, and ends', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { app, page } = await startWithCars(machine, sandbox, 11);
  await setBudget(page, SMALL);
  await sandbox.admin.forgetRequests();
  await expect(page.getByTestId('budget-meter')).toContainText('3 of 3 calls');

  await page.keyboard.press('ControlOrMeta+Shift+r');
  const dialog = page.getByTestId('refresh-dialog');
  await expect(dialog).toContainText('This takes 11 calls. 3 of them can be made now');
  await expect(dialog).toContainText('16 min');
  await checkScreen(page, 'limits-refresh');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect((await queueOf(page)).waiting).toBe(0);

  await page.keyboard.press('ControlOrMeta+Shift+r');
  await pressByKeyboard(page, 'refresh-confirm');
  await expect(page.getByTestId('said')).toContainText('11 vehicles are next to be read.');
  const status = page.getByTestId('queue-status');
  await expect(status).toContainText(/3 of 11, next \d/);
  await expect(page.getByTestId('budget-meter')).toHaveAttribute('data-tone', 'attention');
  const panel = await openQueue(page);
  await expect(panel).toContainText(/Done at about/);
  await expect(panel.getByTestId('queue-list').getByRole('listitem')).toHaveCount(8);
  await checkScreen(page, 'limits-queue');
  expect((await sandbox.admin.requests()).filter((one) => one.includes('/batch'))).toHaveLength(3);

  await pressByKeyboard(page, 'queue-pause');
  await expect(status).toContainText('Paused, 8 wait');
  await checkScreen(page, 'limits-paused');
  await app.close();

  const next = await machine.start({ env: sandbox.env });
  const again = next.page.getByTestId('queue-status');
  await expect(again).toContainText('Paused, 8 wait');
  const start = new Date();
  const queue = await openQueue(next.page);
  await queue
    .getByRole('button', { name: /^Do not read/ })
    .first()
    .press('Enter');
  await expect(again).toContainText('Paused, 7 wait');
  await queue.getByTestId('queue-pause').press('Enter');
  await expect(again).toContainText(/next \d/);
  await queue.getByTestId('queue-cancel').press('Enter');
  await expect(queue).toContainText('Nothing waits to be read.');

  await setBudget(next.page, {});
  await expect(next.page.getByTestId('budget-meter')).toContainText('of 1,000 calls');
  await next.page.keyboard.press('Escape');
  await next.page.getByTestId('refresh-button').press('Enter');
  await waitForRefresh(next.page, start);
});

test('while vehicles are read, the last values stay and the progress is told', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { page } = await startWithCars(machine, sandbox, 11);
  const start = new Date();
  await sandbox.admin.fault({ kind: 'api-delay', ms: 1_500 });
  await page.getByTestId('refresh-button').press('Enter');
  const status = page.getByTestId('queue-status');
  await expect(status).toContainText(/Reading \d+ of 11/);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'true');
  await expect(page.getByTestId('vehicle-row').locator('[data-state=reading]')).not.toHaveCount(0);
  await expect(
    page.getByTestId('vehicle-row').locator('[data-column=odometer]').first(),
  ).toContainText(/\d/);
  await sandbox.admin.clearFaults();
  await sandbox.admin.fault({ kind: 'api-delay', ms: 60_000 });
  await expect(page.getByTestId('vehicle-row').locator('[data-state=reading]')).toHaveCount(4);
  await checkScreen(page, 'limits-reading');
  await sandbox.admin.clearFaults();
  await waitForRefresh(page, start);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'false');
});

test('without a network the values stay, and reading goes on by itself once it is back', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { page } = await startWithCars(machine, sandbox, 3);
  await sandbox.admin.fault({ kind: 'api-down' });
  await page.getByTestId('refresh-button').press('Enter');
  const banner = page.getByTestId('banner-offline');
  await expect(banner).toContainText(/Showing values up to \d/);
  await expect(banner).toContainText('Reading goes on by itself');
  await expect(page.getByTestId('queue-status')).toContainText('3 wait, Smartcar not reached');
  await expect(
    page.getByTestId('vehicle-row').locator('[data-column=odometer]').first(),
  ).toContainText(/\d/);
  await checkScreen(page, 'limits-offline');

  const start = new Date();
  await sandbox.admin.clearFaults();
  await waitForRefresh(page, start);
  await expect(banner).toHaveCount(0);
});

test('the settings change the budget at once, say what it means, and take it back', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { page } = await startWithCars(machine, sandbox, 12, { refillPerMinute: 2 });
  await openSettings(page, 'budget');
  const meaning = page.getByTestId('budget-meaning');
  await expect(meaning).toContainText('With 12 vehicles, each can be read about every 6 min');
  await page.getByTestId('budget-refill').fill('0.1');
  await page.keyboard.press('Enter');
  await expect(meaning).toContainText('every 2 h');
  expect((await queueOf(page)).budget.refillPerMinute).toBe(0.1);
  await openSettings(page, 'refresh');
  await page.getByTestId('budget-every').selectOption('1');
  await openSettings(page, 'budget');
  await expect(meaning).toContainText('less often than the rules under');
  await page.getByTestId('budget-capacity').fill('many');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Enter a number' })).toBeVisible();
  await checkScreen(page, 'settings-budget');
  await page.getByTestId('budget-capacity').fill('200');
  await page.keyboard.press('Enter');
  expect((await queueOf(page)).budget.capacity).toBe(200);
  await pressByKeyboard(page, 'budget-undo');
  await expect(page.getByTestId('budget-capacity')).toHaveValue('1000');
  await page.getByTestId('budget-defaults').press('Enter');
  await expect(page.getByTestId('budget-capacity')).toHaveValue('120');
  await expect(page.getByTestId('budget-refill')).toHaveValue('2');
});
