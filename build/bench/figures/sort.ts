import type { Page } from '@playwright/test';
import type { ColumnId } from '../../../contract/tableView.ts';
import type { Figure } from '../figure.ts';
import { prepareFleet } from '../profiles.ts';
import { withRunningApp } from '../runningApp.ts';
import { median } from '../statistics.ts';
import { timeUntilPainted, waitForVehicles } from '../stopwatch.ts';

const VEHICLES = 50_000;
/** Texts, numbers and times; each is sorted upwards and downwards. */
const COLUMNS: readonly ColumnId[] = ['driver', 'odometer', 'plate', 'energy', 'group', 'model'];
const WARM_UP: ColumnId = 'vin';

/** Clicks a heading twice: the first click of a column pays for its order, the second turns it round. */
async function sortBy(page: Page, column: ColumnId): Promise<number[]> {
  const heading = page.locator(`[role=grid] thead [data-column=${column}]`);
  await heading.scrollIntoViewIfNeeded();
  const times: number[] = [];
  for (let click = 0; click < 2; click += 1) {
    const time = await timeUntilPainted(page, 'click', () => heading.click());
    if (time === null) throw new Error(`Sorting by ${column} changed nothing`);
    times.push(time);
  }
  return times;
}

/** From the click on a heading to the paint of the rows in their new order. */
export const sort: Figure<'sort.50000'> = {
  name: 'sort',
  targets: { 'sort.50000': { what: 'Sort, 50,000 rows', unit: 'ms', aim: 250 } },
  async measure({ folder, machine }) {
    const candidate = await prepareFleet(folder, VEHICLES);
    return withRunningApp(candidate, machine, async (_app, page) => {
      await waitForVehicles(page, VEHICLES);
      await sortBy(page, WARM_UP);
      const runs: number[] = [];
      for (const column of COLUMNS) runs.push(...(await sortBy(page, column)));
      return { 'sort.50000': { value: median(runs), runs } };
    });
  },
};
