import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, type Machine, test } from './app.ts';
import { tryWithSimulatedCars } from './pages.ts';
import { startWithNumbered } from './table.ts';

type Bounds = Electron.Rectangle;

const boundsOf = (app: ElectronApplication): Promise<Bounds> =>
  app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    return window.getBounds();
  });

const workArea = (app: ElectronApplication): Promise<Bounds> =>
  app.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea);

function isInside(bounds: Bounds, area: Bounds): boolean {
  return (
    bounds.x >= area.x &&
    bounds.y >= area.y &&
    bounds.x + bounds.width <= area.x + area.width &&
    bounds.y + bounds.height <= area.y + area.height
  );
}

interface Settings {
  window: Record<string, unknown>;
}

/** Changes what the settings remember of the window, as a file from another day would have it. */
function remember(machine: Machine, window: Record<string, unknown>): void {
  const file = join(machine.userData, 'settings.json');
  const settings = JSON.parse(readFileSync(file, 'utf8')) as Settings;
  writeFileSync(file, JSON.stringify({ ...settings, window }));
}

test('the window comes back with the place and size that it had', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  const wanted = { x: 90, y: 70, width: 1100, height: 700 };
  await app.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    wanted,
  );
  await expect.poll(() => boundsOf(app)).toEqual(wanted);
  await app.close();

  const next = await machine.start();
  await next.page.getByTestId('connect-button').first().waitFor();
  expect(await boundsOf(next.app)).toEqual(wanted);
});

test('a start begins with the screen that was open, but not with the settings', async ({
  machine,
}) => {
  const { app, page } = await startWithNumbered(machine, 5);
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await page.getByTestId('map-screen').waitFor();
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByTestId('settings-screen').waitFor();
  await app.close();
  const next = await machine.start();
  await next.page.getByTestId('map-screen').waitFor();
});

test('a window whose screen is gone, or that is too large, comes back whole', async ({
  machine,
}) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  await app.close();
  for (const window of [
    { x: -4_000, y: 60, width: 1200, height: 750, maximized: false },
    { x: 5_000, y: 3_000, width: 9_000, height: 9_000, maximized: false },
    // As the first versions wrote it.
    { width: 400, height: 300, maximized: false },
  ]) {
    remember(machine, window);
    const next = await machine.start();
    await next.page.getByTestId('connect-button').first().waitFor();
    const bounds = await boundsOf(next.app);
    expect(isInside(bounds, await workArea(next.app))).toBe(true);
    expect(bounds.width).toBeGreaterThanOrEqual(1024);
    expect(bounds.height).toBeGreaterThanOrEqual(640);
    await next.app.close();
  }
});

test('when screens change, the window stays on one that is there', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  const area = { x: 0, y: 0, width: 1200, height: 700 };
  await app.evaluate(({ BrowserWindow, screen }, workArea) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 300, y: 150, width: 1280, height: 800 });
    const smaller = { ...screen.getPrimaryDisplay(), workArea };
    screen.getPrimaryDisplay = () => smaller;
    screen.getAllDisplays = () => [smaller];
    screen.emit('display-metrics-changed', {}, smaller, ['workArea']);
  }, area);
  await expect.poll(() => boundsOf(app)).toEqual(area);
});
