import type { CDPSession, Page } from '@playwright/test';
import type { Figure } from '../figure.ts';
import { prepareFleet } from '../profiles.ts';
import { withRunningApp } from '../runningApp.ts';
import { median } from '../statistics.ts';
import { waitForVehicles } from '../stopwatch.ts';

const VEHICLES = 50_000;
const RUNS = 3;
const MB = 1e6;

/** What is left after everything unused is gone: objects and what typed arrays hold beside the heap. */
async function usedHeap(page: Page, devTools: CDPSession): Promise<number> {
  // What a first collection finalises, a second one frees.
  await devTools.send('HeapProfiler.collectGarbage');
  await devTools.send('HeapProfiler.collectGarbage');
  return page.evaluate(() => {
    const { memory } = performance as unknown as { readonly memory: { usedJSHeapSize: number } };
    return memory.usedJSHeapSize;
  });
}

export const heap: Figure<'heap.50000'> = {
  name: 'heap',
  targets: { 'heap.50000': { what: "Renderer's heap, 50,000 vehicles", unit: 'MB', aim: 150 } },
  async measure({ folder, machine }) {
    const candidate = await prepareFleet(folder, VEHICLES);
    const runs: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const bytes = await withRunningApp(
        candidate,
        machine,
        async (_app, page) => {
          await waitForVehicles(page, VEHICLES);
          return usedHeap(page, await page.context().newCDPSession(page));
        },
        // Otherwise Chromium rounds the number and tells it late.
        ['--enable-precise-memory-info'],
      );
      runs.push(bytes / MB);
    }
    return { 'heap.50000': { value: median(runs), runs } };
  },
};
