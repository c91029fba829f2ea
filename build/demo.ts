import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import * as pages from '../e2e/pages.ts';
import { createSteps, type Steps } from './demo/steps.ts';
import { vehicleTable } from './demo/table.ts';
import { runMain } from './main.ts';
import { rootArguments } from './runtime/electron.ts';
import { out, root } from './setup/paths.mjs';
import { createReport, SetupError } from './setup/report.mjs';

const DRIVER: pages.Driver = {
  brand: 'TESLA',
  email: '4-vehicles@smartcar.com',
  password: 'any password',
};

interface Opened {
  readonly app: ElectronApplication;
  readonly page: Page;
}

async function open(args: readonly string[]): Promise<Opened> {
  const executablePath = process.env.MOTORPOOL_ELECTRON;
  if (!executablePath) throw new Error('MOTORPOOL_ELECTRON names no Electron');
  const app = await _electron.launch({
    executablePath,
    args: [root, ...args],
    cwd: root,
    // Else Playwright takes Chromium's sandbox away; as root our own arguments do, and say so.
    chromiumSandbox: true,
  });
  const log = createWriteStream(join(out, 'logs/demo-app.log'), { flags: 'a' });
  app.process().stdout?.pipe(log, { end: false });
  app.process().stderr?.pipe(log, { end: false });
  return { app, page: await app.firstWindow() };
}

/** From the first run to vehicles with readings. */
async function connectCars(steps: Steps, { app, page }: Opened): Promise<void> {
  await steps.picture(page, 'first-run');
  await steps.run('choose the simulated cars', () => pages.tryWithSimulatedCars(page));
  await steps.picture(page, 'no-vehicles');
  await steps.run('ask to connect', () => pages.openConnectDialog(page));
  await steps.picture(page, 'connect-options');
  const connect = await steps.run('open Connect', () => pages.leaveConnectDialog(app, page));
  await steps.picture(connect, 'connect');
  await steps.picture(page, 'waiting-for-connect');
  await steps.run('continue to the brands', () => pages.leavePreamble(connect));
  await steps.picture(connect, 'connect-brands');
  await steps.run('choose a brand', () => pages.chooseBrand(connect, DRIVER));
  await steps.picture(connect, 'connect-login');
  await steps.run('log in', () => pages.logIn(connect, DRIVER));
  await steps.picture(connect, 'connect-permissions');
  await steps.run('grant the permissions', () => pages.grant(connect));
  await steps.run('read the vehicles', () => pages.waitForReadings(page));
  await steps.picture(page, 'vehicles');
}

async function lookAtOne(steps: Steps, { page }: Opened): Promise<void> {
  await steps.run('open a vehicle', () => pages.openFirstVehicle(page));
  await steps.picture(page, 'vehicle');
  await steps.run('ask to disconnect it', () => pages.openDisconnectDialog(page));
  await steps.picture(page, 'disconnect');
  await steps.run('keep it', () => pages.cancelDisconnect(page));
}

/** On a person's own desktop the keychain is theirs: what the demo put there is taken out again. */
async function leaveNothing(
  steps: Steps,
  { page }: Opened,
  { fleet }: pages.AppState,
): Promise<void> {
  if (process.platform === 'linux') return;
  await steps.run('disconnect all', () => pages.disconnectAll(page, fleet.vehicles));
}

async function runDemo(steps: Steps, args: readonly string[]): Promise<pages.AppState> {
  const first = await steps.run('start Motorpool', async () => {
    const opened = await open(args);
    await pages.firstRun(opened.page);
    return opened;
  });
  await connectCars(steps, first);
  await lookAtOne(steps, first);
  const { keychain } = (await pages.readApp(first.page)).status;
  await steps.run('quit', () => first.app.close());

  const restarted = new Date();
  const second = await steps.run('start again and see the vehicles at once', async () => {
    const opened = await open(args);
    await opened.page.getByTestId('vehicle-row').first().waitFor();
    return opened;
  });
  await steps.picture(second.page, 'vehicles-after-restart');
  await steps.run('read them again', () => pages.waitForRefresh(second.page, restarted));
  const known = await pages.readApp(second.page);
  await leaveNothing(steps, second, known);
  await steps.run('quit again', () => second.app.close());
  return { ...known, status: { ...known.status, keychain } };
}

function print(
  { status, fleet }: pages.AppState,
  { done, screenshots }: Steps,
  json: boolean,
): void {
  const { backend, entries } = status.keychain;
  if (!json) {
    console.log(`\n${vehicleTable(fleet.vehicles)}\n`);
    console.log(`Entries in the keychain (${backend}): ${entries}. Screenshots: out/demo/`);
    return;
  }
  const vehicles = fleet.vehicles.map(({ id, make, model, year, readings }) => {
    return { id, make, model, year, readings };
  });
  console.log(
    JSON.stringify({ steps: done, keychain: { backend, entries }, vehicles, screenshots }),
  );
}

await runMain(async () => {
  const json = process.argv.includes('--json');
  const report = createReport(json ? process.stderr : process.stdout);
  const steps = createSteps(report);
  mkdirSync(join(out, 'logs'), { recursive: true });
  const profile = await mkdtemp(join(tmpdir(), 'motorpool-demo-'));
  process.on('exit', () => rmSync(profile, { recursive: true, force: true }));
  const extra = process.argv.slice(2).filter((arg) => arg !== '--json');
  const args = [`--user-data-dir=${profile}`, ...rootArguments(report), ...extra];
  try {
    print(await runDemo(steps, args), steps, json);
    return 0;
  } catch (error) {
    report.line(error instanceof SetupError ? error.message : String(error));
    report.line(`What the app said: ${join(out, 'logs/demo-app.log')}`);
    // Not only an exit code: an app that stands still would keep this process alive.
    process.exit(1);
  }
});
