import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type Machine, root, test } from './app.ts';
import { startWithFleet } from './fleet.ts';
import { setAppearance, speakGerman } from './language.ts';
import { layoutProblems, movements } from './layout.ts';
import { tryWithSimulatedCars } from './pages.ts';
import { checkScreen } from './screens.ts';
import { answerFileDialogs, resize } from './table.ts';
import { tourBanners, tourConnecting } from './tour/connecting.ts';
import { tourDetails } from './tour/details.ts';
import { tourCommands, tourDialogs } from './tour/dialogs.ts';
import { tourHidden, tourLock } from './tour/lock.ts';
import type { Look, Tour } from './tour/look.ts';
import { tourOnboarding } from './tour/onboarding.ts';
import { tourPalette } from './tour/palette.ts';
import { tourScreens } from './tour/screens.ts';
import { startWithProfiles, startWithTrouble } from './tour/seeds.ts';
import { tourSettings } from './tour/settings.ts';
import { tourSetup } from './tour/setup.ts';
import { tourRefresh, tourTable } from './tour/table.ts';
import { startWithTrends } from './trends.ts';

type Started = Awaited<ReturnType<Machine['start']>>;

interface Part {
  readonly name: string;
  start(machine: Machine): Promise<Started>;
  readonly tours: readonly Tour[];
}

async function startSimulated(machine: Machine): Promise<Started> {
  const started = await machine.start();
  await tryWithSimulatedCars(started.page);
  return started;
}

const startWithMany = (machine: Machine) => startWithFleet(machine, 240);

const PARTS: readonly Part[] = [
  { name: 'the first run', start: (machine) => machine.start(), tours: [tourSetup] },
  { name: 'the first vehicles', start: startSimulated, tours: [tourConnecting] },
  { name: 'the table', start: startWithMany, tours: [tourTable, tourRefresh, tourPalette] },
  { name: 'the details', start: startWithTrends, tours: [tourDetails] },
  { name: 'the dialogs', start: startWithTrends, tours: [tourCommands, tourDialogs] },
  { name: 'the screens', start: startWithMany, tours: [tourScreens] },
  { name: 'onboarding', start: startWithMany, tours: [tourOnboarding] },
  { name: 'the settings', start: startWithProfiles, tours: [tourSettings, tourHidden, tourLock] },
  { name: 'what went wrong', start: startWithTrouble, tours: [tourBanners] },
];

/** The smallest window, each pixel of which is two of the screen's. */
const HALF = [512, 320] as const;

async function takePart(
  machine: Machine,
  { app, page }: Started,
  { tours }: Part,
  look: Look,
): Promise<void> {
  await answerFileDialogs(app, join(machine.userData, 'saved.csv'));
  for (const tour of tours) await tour(page, look, app);
}

/** Takes a picture of each stop, and gathers what is wrong with its layout and what moves although nothing may. */
function stillLayoutsOf(page: Page, prefix: string) {
  const found: string[] = [];
  const look: Look = async (name) => {
    for (const problem of await layoutProblems(page)) found.push(`${name}: ${problem}`);
    for (const movement of await movements(page)) found.push(`${name} moves: ${movement}`);
    await page.screenshot({ path: join(root, 'out/screens', `${prefix}-${name}.png`) });
  };
  return { found, look };
}

/** Turns the page from right to left and keeps it so: the app sets the direction of its language again and again. */
async function turnRound(page: Page): Promise<void> {
  const turn = () => {
    const keep = () => {
      const { documentElement: html } = document;
      if (html.dir !== 'rtl') html.dir = 'rtl';
    };
    const begin = () => {
      keep();
      new MutationObserver(keep).observe(document.documentElement, { attributeFilter: ['dir'] });
    };
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
    else begin();
  };
  // Unlocking loads the page anew.
  await page.addInitScript(turn);
  await page.evaluate(turn);
}

for (const part of PARTS) {
  test(`${part.name}: twice the size in the smallest window, still for the system`, async ({
    machine,
  }) => {
    test.slow();
    const started = await part.start(machine);
    const { app, page } = started;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setMinimumSize(...size),
      HALF,
    );
    await resize(app, ...HALF);
    const { found, look } = stillLayoutsOf(page, 'double');
    await takePart(machine, started, part, look);
    expect(found).toEqual([]);
  });

  test(`${part.name}: from right to left, still by the settings`, async ({ machine }) => {
    test.slow();
    const started = await part.start(machine);
    const { app, page } = started;
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await setAppearance(page, { motion: 'less' });
    await resize(app, 1024, 640);
    await turnRound(page);
    const { found, look } = stillLayoutsOf(page, 'rtl');
    await takePart(machine, started, part, look);
    expect(found).toEqual([]);
  });

  test(`${part.name}: in German`, async ({ machine }) => {
    // axe looks at each stop.
    test.setTimeout(300_000);
    const started = await part.start(machine);
    const { app, page } = started;
    await speakGerman(page);
    await resize(app, 1024, 640);
    const found: string[] = [];
    await takePart(machine, started, part, async (name) => {
      for (const problem of await layoutProblems(page)) found.push(`${name}: ${problem}`);
      await checkScreen(page, `german-${name}`);
    });
    expect(found).toEqual([]);
  });
}
