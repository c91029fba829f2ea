import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, type Machine, test } from './app.ts';
import { connectMore, openCommandOfFirst } from './commands.ts';
import { hostsAsked, listening } from './hosts.ts';
import {
  DRIVER,
  noteConnectUrls,
  setTransport,
  startConnect,
  tryWithSimulatedCars,
  waitForConnected,
  waitForReadings,
  waitForRefresh,
  walkConnect,
} from './pages.ts';
import { chooseBackend } from './setup.ts';
import { answerFileDialogs } from './table.ts';
import { tourDetails } from './tour/details.ts';
import { tourCommands, tourDialogs } from './tour/dialogs.ts';
import { tourHidden, tourLock } from './tour/lock.ts';
import { passBy, type Tour } from './tour/look.ts';
import { tourOnboarding } from './tour/onboarding.ts';
import { tourPalette } from './tour/palette.ts';
import { tourScreens } from './tour/screens.ts';
import { tourSettings } from './tour/settings.ts';
import { tourSetup } from './tour/setup.ts';
import { tourTable } from './tour/table.ts';

const TOURS: readonly Tour[] = [
  tourTable,
  tourPalette,
  tourDetails,
  tourCommands,
  tourDialogs,
  tourScreens,
  tourOnboarding,
  tourSettings,
  tourHidden,
  tourLock,
];

/** Goes through every screen and dialog, and has all vehicles read once more. */
async function goEverywhere(machine: Machine, app: ElectronApplication, page: Page): Promise<void> {
  await answerFileDialogs(app, join(machine.userData, 'saved.csv'));
  for (const tour of TOURS) await tour(page, passBy, app);
  const start = new Date();
  await page.keyboard.press('ControlOrMeta+Shift+r');
  await waitForRefresh(page, start);
}

/** Types words that a spelling checker would have a dictionary for. */
async function writeNotes(page: Page): Promise<void> {
  await page.getByTestId('vehicle-row').first().click();
  await page.getByTestId('detail-tab-notes').click();
  await page.getByRole('textbox').last().pressSequentially('Teh kye is undr the mat.');
  await page.keyboard.press('Tab');
}

test('with simulated cars, no process asks anybody but the stand-in on this computer', async ({
  machine,
}) => {
  const { app, page } = await machine.start(listening(machine));
  await tryWithSimulatedCars(page);
  const connectUrl = await noteConnectUrls(app);
  await connectMore({ app, page }, 2, 'TESLA', 'commands');
  const { host } = await connectUrl();
  const dialog = await openCommandOfFirst(page, 'lock');
  await dialog.getByTestId('command-run').press('Enter');
  await dialog.getByTestId('command-done').press('Enter');
  await page.keyboard.press('Escape');
  await goEverywhere(machine, app, page);
  await writeNotes(page);
  expect(host).toMatch(/^(127\.0\.0\.1|localhost):\d+$/);
  expect(await hostsAsked(app, machine)).toEqual([host]);
});

test('with an own application, none asks anybody but Smartcar and the company’s backend', async ({
  machine,
  startOwnSandbox,
  startBackend,
}) => {
  const sandbox = await startOwnSandbox();
  const backend = await startBackend(sandbox);
  const { app, page } = await machine.start(listening(machine, sandbox.env));
  await tourSetup(page, passBy);
  await page.getByRole('button', { name: 'Back', exact: true }).first().press('Enter');
  await chooseBackend(page, backend);
  // The redirect URI is a page on the web, which the app must catch before anybody is asked for it.
  await setTransport(page, 'https');
  await walkConnect(await startConnect(app, page), DRIVER);
  await waitForConnected(page);
  await page.getByTestId('outcome-close').press('Enter');
  await waitForReadings(page);
  await goEverywhere(machine, app, page);
  expect(await hostsAsked(app, machine)).toEqual(
    [backend.address, sandbox.origin].map((address) => new URL(address).host).sort(),
  );
});

/** Asks a host of its own from each place that could. */
async function askFromEverywhere(app: ElectronApplication): Promise<void> {
  await app.evaluate(async ({ BrowserWindow, net, session }) => {
    const ignore = () => undefined;
    await net.fetch('https://by-main.invalid/').catch(ignore);
    await fetch('https://by-node.invalid/').catch(ignore);
    await session.defaultSession.resolveHost('by-lookup.invalid').catch(ignore);
    const window = new BrowserWindow({ show: false });
    await window.loadURL('https://by-window.invalid/').catch(ignore);
    window.destroy();
  });
}

test('another host would be noticed, whoever asked for it', async ({ machine }) => {
  const { app, page } = await machine.start(listening(machine));
  await tryWithSimulatedCars(page);
  await askFromEverywhere(app);
  expect(await hostsAsked(app, machine)).toEqual([
    'by-lookup.invalid',
    'by-main.invalid',
    'by-node.invalid:443',
    'by-window.invalid',
  ]);
});
