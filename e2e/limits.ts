import type { ElectronApplication, Page } from '@playwright/test';
import { type Budget, DEFAULT_BUDGET } from '../contract/budget.ts';
import type { QueueState } from '../contract/queue.ts';
import { expect, type Machine } from './app.ts';
import { startConnect, waitForConnected, waitUntilSettled, walkConnect } from './pages.ts';
import type { OwnSandbox } from './sandbox.ts';
import { chooseOwnApplication } from './setup.ts';

/** So many calls that no limit of the app's own is met. */
export const PLENTY: Budget = {
  ...DEFAULT_BUDGET,
  capacity: 1000,
  refillPerMinute: 1000,
  refreshEveryHours: null,
};

export async function setBudget(page: Page, budget: Partial<Budget>): Promise<void> {
  const answer = await page.evaluate((next) => window.motorpool['settings.setBudget'](next), {
    ...PLENTY,
    ...budget,
  });
  expect(answer).toEqual({ ok: true, value: null });
}

export async function queueOf(page: Page): Promise<QueueState> {
  return page.evaluate(async () => (await window.motorpool['app.bootstrap']()).queue);
}

/**
 * The app with a fleet of so many cars, connected at a sandbox of its own and read once. All of them answer;
 * the sandbox's twelfth would be asleep.
 */
export async function startWithCars(
  machine: Machine,
  sandbox: OwnSandbox,
  count: number,
  budget: Partial<Budget> = {},
): Promise<{ app: ElectronApplication; page: Page }> {
  const started = await machine.start({ env: sandbox.env });
  const { app, page } = started;
  await chooseOwnApplication(page, { sandbox });
  await setBudget(page, budget);
  const connectPage = await startConnect(app, page);
  await walkConnect(connectPage, {
    brand: 'BMW',
    email: `${count}-vehicles@smartcar.com`,
    password: 'x',
  });
  await waitForConnected(page);
  await page.getByTestId('outcome-close').click();
  await waitUntilSettled(page);
  await expect(page.getByTestId('vehicle-row')).toHaveCount(count);
  return started;
}

/** Opens the queue by its place in the status bar, and answers its panel. */
export async function openQueue(page: Page) {
  const panel = page.getByTestId('queue-status-panel');
  if (!(await panel.isVisible())) await page.getByTestId('queue-status').press('Enter');
  await panel.waitFor();
  return panel;
}

/** Opens what the meter means, and answers its panel. */
export async function openMeter(page: Page) {
  const panel = page.getByTestId('budget-meter-panel');
  if (!(await panel.isVisible())) await page.getByTestId('budget-meter').press('Enter');
  await panel.waitFor();
  return panel;
}
