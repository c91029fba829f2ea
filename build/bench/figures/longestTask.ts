import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { MotorpoolApi } from '../../../contract/api.ts';
import { DEFAULT_BUDGET } from '../../../contract/budget.ts';
import * as pages from '../../../e2e/pages.ts';
import { root } from '../../setup/paths.mjs';
import type { Figure } from '../figure.ts';
import { longestTaskDuring } from '../longTasks.ts';
import { withRunningApp } from '../runningApp.ts';
import { waitForVehicles } from '../stopwatch.ts';

/** One login of the sandbox opens up to 999 cars. */
const BRANDS = ['TESLA', 'BMW', 'KIA', 'AUDI'];
const PER_BRAND = 500;
const VEHICLES = BRANDS.length * PER_BRAND;
const RUNS = 3;

/** So many calls that no limit of the app's own spaces them out. */
const PLENTY = {
  ...DEFAULT_BUDGET,
  capacity: 100_000,
  refillPerMinute: 100_000,
  reserve: 0,
  refreshEveryHours: null,
};

type AppWindow = { readonly motorpool: MotorpoolApi };

/** Connects all cars at the simulated Smartcar, through the app's own screens, and reads them once. */
async function connectAll(app: ElectronApplication, page: Page): Promise<void> {
  await pages.tryWithSimulatedCars(page);
  await page.evaluate(
    (budget) => (window as unknown as AppWindow).motorpool['settings.setBudget'](budget),
    PLENTY,
  );
  for (const brand of BRANDS) {
    const driver = { brand, email: `${PER_BRAND}-vehicles@smartcar.com`, password: 'any password' };
    await pages.walkConnect(await pages.startConnect(app, page), driver);
    await pages.waitForConnected(page);
    await page.getByTestId('outcome-close').click();
  }
  await waitForVehicles(page, VEHICLES);
  await pages.waitUntilSettled(page);
}

/** Runs in the page, which hears of the queue anyway: asking again and again would be work too. */
async function refreshAll(): Promise<void> {
  const { motorpool } = window as unknown as AppWindow;
  const { promise: settled, resolve } = Promise.withResolvers<void>();
  const stop = motorpool.subscribe('queue.changed', ({ running, waiting, held }) => {
    // Some of the sandbox's cars sleep, and wait for another hour.
    const asleep = held.reduce((sum, { count }) => sum + count, 0);
    if (running === 0 && waiting === asleep) resolve();
  });
  await motorpool['fleet.refresh']({});
  await settled;
  stop();
}

/** The longest that the window's thread is busy while the real engine reads all cars once more. */
export const longestTask: Figure<'longestTask'> = {
  name: 'longestTask',
  targets: {
    longestTask: {
      what: 'Longest task in the renderer while 2,000 rows are read anew',
      unit: 'ms',
      aim: 50,
    },
  },
  async measure({ folder, machine, report }) {
    const profile = await mkdtemp(join(folder, 'longestTask-'));
    return withRunningApp({ app: root, profile }, machine, async (app, page) => {
      await connectAll(app, page);
      const runs: number[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        const start = new Date();
        runs.push(await longestTaskDuring(page, () => page.evaluate(refreshAll)));
        report.line(`  ${VEHICLES} rows in ${(Date.now() - start.getTime()) / 1000} s`);
      }
      return { longestTask: { value: Math.max(...runs), runs } };
    });
  },
};
