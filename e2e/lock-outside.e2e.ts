import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { pmtilesFile, pngTile } from '../main/testing/pmtiles.ts';
import { readAnew, setAlerts, shownBy, takeNotifications, withBattery } from './alerts.ts';
import { expect, test } from './app.ts';
import { startWithCars } from './limits.ts';
import { lock, setPassphrase, unlock } from './lock.ts';
import { chooseItem, menuOf } from './menu.ts';
import { readApp } from './pages.ts';
import { answerFileDialogs, startWithNumbered } from './table.ts';
import { chooseInTray, noteTrays, traysOf } from './tray.ts';

/** Waits with the answer to the next file dialog, as a person does who went away. */
async function holdSaveDialog(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    const { promise, resolve } = Promise.withResolvers<Electron.SaveDialogReturnValue>();
    const answer = () => resolve({ canceled: false, filePath: path });
    Object.assign(globalThis, { answer, isAsked: false });
    dialog.showSaveDialog = () => {
      Object.assign(globalThis, { isAsked: true });
      return promise;
    };
  }, filePath);
}

const statusOfTile = (page: Page) =>
  page.evaluate(async () => (await fetch('/own-map/1/0/0/0')).status);

test('menu and icon tell nothing while it is locked, and do nothing but show the window', async ({
  machine,
}) => {
  test.skip(process.platform === 'darwin', 'macOS has the Dock in place of the icon');
  const { app, page } = await startWithNumbered(machine, 5);
  await noteTrays(app);
  await page.evaluate(() =>
    window.motorpool['settings.setDesktop']({ tray: true, keepRunning: true }),
  );
  const labels = async () => (await traysOf(app)).at(-1)?.labels;
  await expect.poll(labels).toContain('Pause reading');
  await setPassphrase(page);
  await lock(page);
  await expect.poll(labels).toEqual(['Open Motorpool', 'Quit Motorpool']);
  const items = Object.values(await menuOf(app)).flat();
  expect(items.find(({ id }) => id === 'map')?.enabled).toBe(false);

  // As a menu that was opened before: neither now, nor once it is unlocked.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await chooseInTray(app, 'Open Motorpool');
  await chooseItem(app, 'map');
  await chooseItem(app, 'connect');
  await unlock(page);
  await page.getByTestId('vehicle-row').first().waitFor();
  await expect(page.getByTestId('map-screen')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(labels).toContain('Pause reading');
  expect((await readApp(page)).queue.paused).toBe(false);
});

test('notifications that name vehicles are taken away by the lock', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { app, page } = await startWithCars(machine, sandbox, 5);
  const [id = ''] = await withBattery(page);
  await sandbox.admin.setCharge(id, 0.6);
  await readAnew(page, [id]);
  await takeNotifications(app);
  await setAlerts(page);
  await setPassphrase(page);
  await sandbox.admin.setCharge(id, 0.1);
  await readAnew(page, [id]);
  const titles = async () => (await shownBy(app)).map(({ title }) => title);
  await expect.poll(titles, { timeout: 10_000 }).toEqual([expect.stringMatching(/^Low on charge/)]);
  await lock(page);
  await expect.poll(titles).toEqual([]);
});

test('a start that is locked has such a menu from the beginning', async ({ machine }) => {
  const { app, page } = await startWithNumbered(machine, 5);
  await setPassphrase(page);
  await lock(page);
  await app.close();
  const next = await machine.start();
  await next.page.getByTestId('lock-screen').waitFor();
  const items = Object.values(await menuOf(next.app)).flat();
  expect(items.find(({ id }) => id === 'settings')?.enabled).toBe(false);
});

test('a file dialog that was open writes nothing for whoever answers it, and no tile is given', async ({
  machine,
}) => {
  const { app, page } = await startWithNumbered(machine, 5);
  const map = join(machine.userData, 'mine.pmtiles');
  const tiles = [{ at: [0, 0, 0] as const, body: pngTile([20, 160, 60]) }];
  writeFileSync(map, pmtilesFile(tiles, { type: 'png', metadata: {} }));
  await answerFileDialogs(app, map);
  await page.evaluate(() => window.motorpool['map.chooseFile']());
  expect(await statusOfTile(page)).toBe(200);
  await setPassphrase(page);
  const target = join(machine.userData, 'fleet.ndjson');
  await holdSaveDialog(app, target);
  await page.evaluate(() => void window.motorpool['data.export']({ name: 'fleet' }));
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { isAsked: boolean }).isAsked))
    .toBe(true);
  await lock(page);
  expect(await statusOfTile(page)).toBe(404);
  await app.evaluate(() => (globalThis as unknown as { answer: () => void }).answer());
  await unlock(page);
  await page.getByTestId('vehicle-row').first().waitFor();
  expect(await page.evaluate(() => window.motorpool['data.sizes']())).toBeTruthy();
  expect(existsSync(target)).toBe(false);
  expect(await statusOfTile(page)).toBe(200);
});
