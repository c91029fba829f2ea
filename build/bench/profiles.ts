import { join } from 'node:path';
import * as pages from '../../e2e/pages.ts';
import { root } from '../setup/paths.mjs';
import type { Candidate, Machine } from './firstPaint.ts';
import { withRunningApp } from './runningApp.ts';
import { seedFleet } from './seed.ts';

const DRIVER: pages.Driver = {
  brand: 'TESLA',
  email: '10-vehicles@smartcar.com',
  password: 'any password',
};
const VEHICLES = 10;

/** Motorpool with ten vehicles in its local copy, connected through its own screens. */
export async function prepareMotorpool(parent: string, machine: Machine): Promise<Candidate> {
  const candidate = { app: root, profile: join(parent, 'motorpool') };
  await withRunningApp(candidate, machine, async (app, page) => {
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
  await withRunningApp(candidate, machine, async (_app, page) => {
    await page.getByText('A line of text').waitFor();
  });
  return candidate;
}

/** Motorpool with so many made-up vehicles in its local copy, none of which is read by itself. */
export async function prepareFleet(parent: string, count: number): Promise<Candidate> {
  const profile = join(parent, `fleet-${count}`);
  await seedFleet(profile, count);
  return { app: root, profile };
}
