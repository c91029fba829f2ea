import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import * as pages from '../../e2e/pages.ts';
import { root } from '../setup/paths.mjs';
import type { Candidate, Machine } from './firstPaint.ts';

const DRIVER: pages.Driver = {
  brand: 'TESLA',
  email: '10-vehicles@smartcar.com',
  password: 'any password',
};
const VEHICLES = 10;

/** Starts an app once, has `use` do something in it, and leaves the profile that this made. */
async function makeProfile(
  { app: path, profile }: Candidate,
  { executable, args, env }: Machine,
  use: (app: ElectronApplication, page: Page) => Promise<void>,
): Promise<void> {
  const app = await _electron.launch({
    executablePath: executable,
    args: [path, ...args, `--user-data-dir=${profile}`],
    env: Object.fromEntries(
      Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    chromiumSandbox: true,
  });
  const page = await app.firstWindow();
  await use(app, page);
  await app.close();
}

/** Motorpool with ten vehicles in its local copy, connected through its own screens. */
export async function prepareMotorpool(parent: string, machine: Machine): Promise<Candidate> {
  const candidate = { app: root, profile: join(parent, 'motorpool') };
  await makeProfile(candidate, machine, async (app, page) => {
    await pages.tryWithSimulatedCars(page);
    await pages.walkConnect(await pages.startConnect(app, page), DRIVER);
    await pages.waitForReadings(page);
    const { fleet } = await pages.readApp(page);
    if (fleet.vehicles.length !== VEHICLES) {
      throw new Error(`${fleet.vehicles.length} vehicles were connected instead of ${VEHICLES}`);
    }
  });
  return candidate;
}

/** The least that Electron can show. */
export async function prepareBareWindow(parent: string, machine: Machine): Promise<Candidate> {
  const main = join(root, 'build/bench/bare/main.mjs');
  const candidate = { app: main, profile: join(parent, 'bare') };
  await makeProfile(candidate, machine, async (_app, page) => {
    await page.getByText('A line of text').waitFor();
  });
  return candidate;
}
