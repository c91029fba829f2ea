import type { Page } from '@playwright/test';
import type { Bench, Figure, Measured } from '../figure.ts';
import { prepareFleet } from '../profiles.ts';
import { withRunningApp } from '../runningApp.ts';
import { median } from '../statistics.ts';
import { timeUntilPainted, waitForVehicles } from '../stopwatch.ts';

/** Makes, names, groups and terms; what they have in common is that people look for them. */
const SEARCHES = ['tesla', 'pool', 'ford', 'fischer', 'zurich', 'soc<20', 'group:north'];
const WARM_UP = 'berlin';

/** Types a text letter by letter, and answers how long each letter that changed the table took. */
async function type(page: Page, text: string): Promise<number[]> {
  const times: number[] = [];
  for (const letter of text) {
    const time = await timeUntilPainted(page, 'keydown', () => page.keyboard.press(letter));
    if (time !== null) times.push(time);
  }
  return times;
}

/** Answers once the table shows all vehicles again. */
async function clear(page: Page, count: number): Promise<void> {
  await page.getByTestId('search').fill('');
  await waitForVehicles(page, count);
}

async function measureAt(count: number, bench: Bench): Promise<Measured> {
  const candidate = await prepareFleet(bench.folder, count);
  return withRunningApp(candidate, bench.machine, async (_app, page) => {
    await waitForVehicles(page, count);
    await page.getByTestId('search').focus();
    await type(page, WARM_UP);
    const runs: number[] = [];
    for (const search of SEARCHES) {
      await clear(page, count);
      runs.push(...(await type(page, search)));
    }
    return { value: median(runs), runs };
  });
}

/** From the key of each letter to the paint of the rows that match. */
export const search: Figure<'search.10000' | 'search.50000'> = {
  name: 'search',
  targets: {
    'search.10000': { what: 'Keystroke to filtered paint, 10,000 rows', unit: 'ms', aim: 100 },
    'search.50000': { what: 'Keystroke to filtered paint, 50,000 rows', unit: 'ms', aim: 150 },
  },
  measure: async (bench) => ({
    'search.10000': await measureAt(10_000, bench),
    'search.50000': await measureAt(50_000, bench),
  }),
};
