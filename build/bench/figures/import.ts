import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { BRANDS } from '../../../contract/brands.ts';
import { checkDigitOf } from '../../../contract/vin.ts';
import * as pages from '../../../e2e/pages.ts';
import { root } from '../../setup/paths.mjs';
import type { Bench, Figure } from '../figure.ts';
import { longestTaskDuring } from '../longTasks.ts';
import { withRunningApp } from '../runningApp.ts';
import { median } from '../statistics.ts';

const ROWS = 50_000;
const RUNS = 3;

/** A list of cars of many brands and years; some mistyped, some twice, as lists are. */
function csv(): string {
  const manufacturers = BRANDS.flatMap(({ wmi }) => wmi);
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const wmi = manufacturers[at % manufacturers.length];
    const year = 'HJKLMNPRST'[at % 10];
    const number = String(at % 997 === 0 ? 1 : at).padStart(6, '0');
    const draft = `${wmi}AB1C20${year}F${number}`;
    const digit = at % 89 === 0 ? '0' : checkDigitOf(draft);
    const vin = draft.slice(0, 8) + digit + draft.slice(9);
    return `${vin};M-MP ${at};Driver ${at % 4000};Group ${at % 60};Van ${at};seen on the yard`;
  });
  return ['FIN;Kennzeichen;Fahrer;Abteilung;Bezeichnung;Notizen', ...rows].join('\r\n');
}

/** Runs in the page: milliseconds from an event to the paint that shows an element. */
function untilShown({ event, testId }: { readonly event: string; readonly testId: string }): {
  readonly time: Promise<number>;
} {
  const { promise: time, resolve } = Promise.withResolvers<number>();
  window.addEventListener(
    event,
    () => {
      const start = performance.now();
      const observer = new MutationObserver(() => {
        if (!document.querySelector(`[data-testid="${testId}"]`)) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - start);
          port2.postMessage(null);
        });
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    },
    { capture: true, once: true },
  );
  return { time };
}

/** The two waits of a person: until the columns are guessed, and until the report is there. */
async function importOnce(page: Page, file: string): Promise<number> {
  const reading = await page.evaluateHandle(untilShown, {
    event: 'change',
    testId: 'import-preview-row',
  });
  await page.getByTestId('import-file').setInputFiles(file);
  const read = await reading.evaluate(({ time }) => time);
  const checking = await page.evaluateHandle(untilShown, { event: 'click', testId: 'import-row' });
  await page.getByTestId('import-check').click();
  return read + (await checking.evaluate(({ time }) => time));
}

async function measureOnce({ folder, machine }: Bench, file: string) {
  const profile = await mkdtemp(join(folder, 'import-'));
  return withRunningApp({ app: root, profile }, machine, async (_app, page) => {
    await pages.tryWithSimulatedCars(page);
    await page.getByTestId('onboarding-open').click();
    await page.getByTestId('onboarding-import').click();
    let time = Number.NaN;
    const longest = await longestTaskDuring(page, async () => {
      time = await importOnce(page, file);
      // What follows may not make the window wait either: Smartcar's lists, and the way to the board.
      await page.getByTestId('import-country').waitFor();
      await page.getByTestId('import-take').click();
      await page.getByTestId('board-card').first().waitFor({ timeout: 60_000 });
    });
    return { time, longest };
  });
}

/** A large list from the file to the board: how long until its report, and how smoothly. */
export const importList: Figure<'import' | 'import.longestTask'> = {
  name: 'import',
  targets: {
    import: { what: 'CSV of 50,000 cars until its report is there', unit: 'ms', aim: 3_000 },
    'import.longestTask': {
      what: 'Longest task in the renderer from that file to the board',
      unit: 'ms',
      aim: 50,
    },
  },
  async measure(bench) {
    const file = join(await mkdtemp(join(bench.folder, 'list-')), 'cars.csv');
    await writeFile(file, csv());
    const runs: { time: number; longest: number }[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await measureOnce(bench, file));
    const times = runs.map(({ time }) => time);
    const tasks = runs.map(({ longest }) => longest);
    return {
      import: { value: median(times), runs: times },
      'import.longestTask': { value: Math.max(...tasks), runs: tasks },
    };
  },
};
