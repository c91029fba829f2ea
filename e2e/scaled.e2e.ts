import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, type Machine, root, test } from './app.ts';
import { startWithFleet } from './fleet.ts';
import { setAppearance, speakGerman } from './language.ts';
import { layoutProblems, movements } from './layout.ts';
import { checkScreen } from './screens.ts';
import { resize } from './table.ts';
import { tourDetails } from './tour/details.ts';
import { tourCommands, tourDialogs } from './tour/dialogs.ts';
import type { Look } from './tour/look.ts';
import { tourScreens } from './tour/screens.ts';
import { tourSetup } from './tour/setup.ts';
import { tourTable } from './tour/table.ts';
import { startWithTrends } from './trends.ts';

interface Part {
  readonly name: string;
  start(machine: Machine): Promise<{ app: ElectronApplication; page: Page }>;
  readonly tours: readonly ((page: Page, look: Look) => Promise<void>)[];
}

const PARTS: readonly Part[] = [
  { name: 'the first run', start: (machine) => machine.start(), tours: [tourSetup] },
  { name: 'the table', start: (machine) => startWithFleet(machine, 240), tours: [tourTable] },
  { name: 'the details', start: startWithTrends, tours: [tourDetails] },
  { name: 'the dialogs', start: startWithTrends, tours: [tourCommands, tourDialogs] },
  { name: 'the screens', start: (machine) => startWithFleet(machine, 240), tours: [tourScreens] },
];

/** The smallest window, each pixel of which is two of the screen's. */
const HALF = [512, 320] as const;

async function takePart(page: Page, { tours }: Part, look: Look): Promise<void> {
  for (const tour of tours) await tour(page, look);
}

/** Takes a picture of each stop, and gathers what is wrong with its layout. */
function layoutsOf(page: Page, prefix: string) {
  const found: string[] = [];
  const look: Look = async (name) => {
    for (const problem of await layoutProblems(page)) found.push(`${name}: ${problem}`);
    await page.screenshot({ path: join(root, 'out/screens', `${prefix}-${name}.png`) });
  };
  return { found, look };
}

for (const part of PARTS) {
  test(`${part.name}: text of twice the size in the smallest window`, async ({ machine }) => {
    const { app, page } = await part.start(machine);
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setMinimumSize(...size),
      HALF,
    );
    await resize(app, ...HALF);
    const { found, look } = layoutsOf(page, 'double');
    await takePart(page, part, look);
    expect(found).toEqual([]);
  });

  test(`${part.name}: from right to left`, async ({ machine }) => {
    const { app, page } = await part.start(machine);
    await resize(app, 1024, 640);
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    const { found, look } = layoutsOf(page, 'rtl');
    await takePart(page, part, look);
    expect(found).toEqual([]);
  });

  test(`${part.name}: in German`, async ({ machine }) => {
    // axe looks at each stop twice.
    test.setTimeout(300_000);
    const { app, page } = await part.start(machine);
    await speakGerman(page);
    await resize(app, 1024, 640);
    const { found, look } = layoutsOf(page, 'german');
    await takePart(page, part, async (name) => {
      await look(name);
      await checkScreen(page, `german-${name}`);
    });
    expect(found).toEqual([]);
  });

  for (const wish of ['the system', 'the settings'] as const) {
    test(`${part.name}: nothing moves where ${wish} asks for it`, async ({ machine }) => {
      const { page } = await part.start(machine);
      await page.emulateMedia({
        reducedMotion: wish === 'the system' ? 'reduce' : 'no-preference',
      });
      if (wish === 'the settings') await setAppearance(page, { motion: 'less' });
      const found: string[] = [];
      await takePart(page, part, async (name) => {
        for (const movement of await movements(page)) found.push(`${name}: ${movement}`);
      });
      expect(found).toEqual([]);
    });
  }
}
