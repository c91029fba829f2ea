import type { Page } from '@playwright/test';
import type { Figure } from '../figure.ts';
import { prepareFleet } from '../profiles.ts';
import { withRunningApp } from '../runningApp.ts';
import { median } from '../statistics.ts';
import { waitForVehicles } from '../stopwatch.ts';

const VEHICLES = 20_000;
const RUNS = 3;

/** Runs in the page: from the next key to the moment when the map has drawn all and rests. */
function watchMap(): { readonly time: Promise<number> } {
  const { promise: time, resolve } = Promise.withResolvers<number>();
  const onKey = ({ key, timeStamp }: KeyboardEvent) => {
    if (key.toLowerCase() !== 'm') return;
    window.removeEventListener('keydown', onKey, true);
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[data-testid="map"][data-ready]')) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - timeStamp));
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  };
  window.addEventListener('keydown', onKey, true);
  return { time };
}

async function measureOnce(page: Page): Promise<number> {
  const watch = await page.evaluateHandle(watchMap);
  await page.keyboard.press('ControlOrMeta+Shift+M');
  const time = await watch.evaluate((watched) => watched.time);
  // The next start would open what was looked at last.
  await page.keyboard.press('ControlOrMeta+1');
  await waitForVehicles(page, VEHICLES);
  return time;
}

/** From the key to a map of many vehicles that is drawn and answers, in a window that has had none. */
export const map: Figure<'map'> = {
  name: 'map',
  targets: { map: { what: 'Map of 20,000 vehicles drawn, first time', unit: 'ms', aim: 3_000 } },
  async measure({ folder, machine }) {
    const candidate = await prepareFleet(folder, VEHICLES);
    const runs: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      runs.push(
        await withRunningApp(candidate, machine, async (_app, page) => {
          await waitForVehicles(page, VEHICLES);
          return measureOnce(page);
        }),
      );
    }
    return { map: { value: median(runs), runs } };
  },
};
