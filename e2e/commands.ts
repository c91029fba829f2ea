import type { ElectronApplication, Locator, Page } from '@playwright/test';
import type { CommandKind } from '../contract/commands.ts';
import { PERMISSION_PRESETS } from '../contract/permissions.ts';
import { expect, type Machine } from './app.ts';
import { movableClock } from './clock.ts';
import { asking, startInWindow } from './outcomes.ts';
import {
  tryWithSimulatedCars,
  waitForConnected,
  waitForReadings,
  waitForRefresh,
  walkConnect,
} from './pages.ts';
import { adminOf, type SandboxAdmin } from './sandbox.ts';

const PRESET = { readable: 'readable', commands: 'with_commands' } as const;

const HOUR_MS = 3_600_000;
/** An hour (UTC) at which the sandbox's cars stand still, plugged in, in all the places they live. */
const QUIET_HOUR = 9;

export interface CarsWithCommands {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly admin: SandboxAdmin;
}

/** Connects as many cars as named, with the owner's leave to give them commands or without. */
export async function connectMore(
  { app, page }: Pick<CarsWithCommands, 'app' | 'page'>,
  count: number,
  brand: string,
  preset: keyof typeof PRESET,
): Promise<SandboxAdmin> {
  const { permissions } = PERMISSION_PRESETS.find(({ id }) => id === PRESET[preset]) ?? {};
  if (!permissions) throw new Error('There is no such preset');
  const connectPage = await startInWindow(app, page, asking(permissions));
  const admin = adminOf(connectPage);
  await walkConnect(connectPage, {
    brand,
    email: `${count}-vehicles@smartcar.com`,
    password: 'x',
  });
  await waitForConnected(page);
  await page.getByTestId('outcome-close').click();
  await waitForReadings(page);
  return admin;
}

/** The app, in which time can be moved, with so many cars that take commands. */
export async function startWithCommands(
  machine: Machine,
  count: number,
): Promise<CarsWithCommands> {
  const started = await machine.start(movableClock);
  await tryWithSimulatedCars(started.page);
  const admin = await connectMore(started, count, 'TESLA', 'commands');
  const hours = (QUIET_HOUR + 24 - new Date().getUTCHours()) % 24;
  await admin.advanceClock(hours * HOUR_MS);
  // The sandbox's hours have outlived the access token: reading renews it before a command needs it.
  const start = new Date();
  await started.page.keyboard.press('ControlOrMeta+Shift+r');
  await waitForRefresh(started.page, start);
  return { ...started, admin };
}

/** Opens the details of the first car and one of its commands. */
export async function openCommandOfFirst(page: Page, kind: CommandKind): Promise<Locator> {
  if (!(await page.getByTestId('vehicle-detail').isVisible())) {
    await page.getByTestId('vehicle-row').first().click();
    await page.getByTestId('vehicle-detail').waitFor();
  }
  await page.getByTestId('detail-tab-now').click();
  await page.getByTestId(`command-${kind}`).press('Enter');
  return planOf(page);
}

/** The dialog once it says who can. */
export async function planOf(page: Page): Promise<Locator> {
  const dialog = page.getByTestId('command-dialog');
  await dialog.getByTestId('command-verdict').waitFor();
  return dialog;
}

/** Waits until the vehicles of a run stand like this. */
export async function expectSteps(
  dialog: Locator,
  steps: Readonly<Record<string, number>>,
): Promise<void> {
  const items = dialog.getByTestId('command-item');
  for (const [step, count] of Object.entries(steps)) {
    await expect(items.and(dialog.locator(`[data-step=${step}]`))).toHaveCount(count);
  }
}
