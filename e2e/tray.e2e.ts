import type { ElectronApplication, Page } from '@playwright/test';
import { setAlerts } from './alerts.ts';
import { expect, test } from './app.ts';
import { speakGerman } from './language.ts';
import { startWithCars } from './limits.ts';
import { readApp, tryWithSimulatedCars } from './pages.ts';
import { checkScreen } from './screens.ts';
import { openSettings } from './settings.ts';
import { chooseInTray, noteTrays, traysOf } from './tray.ts';

const hasTray = process.platform !== 'darwin';
test.skip(!hasTray, 'macOS has the Dock for it');

const desktopOf = async (page: Page) => (await readApp(page)).status.desktop;
const isShown = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isVisible()));

test('the icon comes when somebody wants it, by keyboard, and goes when it is taken back', async ({
  machine,
}) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  await noteTrays(app);
  await openSettings(page, 'alerts');
  const tray = page.getByTestId('desktop-tray');
  await expect(tray).not.toBeChecked();
  await expect(page.getByTestId('desktop-keep-running')).toHaveCount(0);
  await tray.press('Space');
  await expect
    .poll(() => traysOf(app))
    .toMatchObject([
      {
        tooltip: 'Motorpool',
        labels: ['Open Motorpool', 'Nothing needs attention', 'Pause reading', 'Quit Motorpool'],
        isDestroyed: false,
      },
    ]);
  await expect(page.getByTestId('desktop-keep-running')).not.toBeChecked();
  await page.getByTestId('desktop-keep-running').scrollIntoViewIfNeeded();
  await checkScreen(page, 'settings-tray');
  await page.getByTestId('alert-undo').press('Enter');
  await expect.poll(() => desktopOf(page)).toEqual({ tray: false, keepRunning: false });
  await expect.poll(() => traysOf(app)).toMatchObject([{ isDestroyed: true }]);
});

test('the icon counts what needs somebody, leads there, pauses, and speaks German', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { app, page } = await startWithCars(machine, sandbox, 5);
  await noteTrays(app);
  await setAlerts(page, { notify: false });
  await page.evaluate(() =>
    window.motorpool['settings.setDesktop']({ tray: true, keepRunning: false }),
  );
  const shown = async () => (await traysOf(app)).at(-1);
  await expect.poll(shown).toBeDefined();
  const { vehicles } = (await readApp(page)).fleet;
  const id = vehicles.find(({ readings }) => readings.battery.last)?.id;
  if (id === undefined) throw new Error('no car has a battery');
  for (const charge of [0.6, 0.1]) {
    await sandbox.admin.setCharge(id, charge);
    const before = (await readApp(page)).fleet.vehicles.find((one) => one.id === id)?.refreshedAt;
    await page.evaluate(
      (vehicleId) => window.motorpool['fleet.refresh']({ vehicleIds: [vehicleId] }),
      id,
    );
    await expect
      .poll(async () => {
        const now = (await readApp(page)).fleet.vehicles;
        return now.find((one) => one.id === id)?.refreshedAt;
      })
      .not.toBe(before);
  }
  await expect.poll(async () => (await shown())?.tooltip).toBe('Motorpool: 1 vehicle needs you');
  const line = (await shown())?.labels.find((label) => label.startsWith('Low on charge'));
  expect(line).toMatch(/, 1 new$/);
  expect((await shown())?.pictures).toBe(1);

  await chooseInTray(app, 'Pause reading');
  await expect.poll(async () => (await shown())?.labels).toContain('Resume reading');
  expect((await readApp(page)).queue.paused).toBe(true);
  await chooseInTray(app, 'Resume reading');
  await expect.poll(async () => (await readApp(page)).queue.paused).toBe(false);

  await speakGerman(page);
  await expect.poll(async () => (await shown())?.tooltip).toMatch(/1 Fahrzeug braucht Sie$/);
  await chooseInTray(
    app,
    (await shown())?.labels.find((label) => label.startsWith('Batterie')) ?? '',
  );
  await expect(page.getByTestId('vehicle-detail')).toBeVisible();
  // Whoever was led there has seen it: the mark goes.
  await expect.poll(async () => (await shown())?.tooltip).toBe('Motorpool');
  expect((await shown())?.pictures).toBe(2);
});

test('closing the window quits, unless somebody chose that Motorpool goes on', async ({
  machine,
}) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  await noteTrays(app);
  const close = (one: ElectronApplication) =>
    one.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await page.evaluate(() =>
    window.motorpool['settings.setDesktop']({ tray: true, keepRunning: true }),
  );
  await expect.poll(async () => (await traysOf(app)).length).toBe(1);
  await close(app);
  await expect.poll(() => isShown(app)).toEqual([false]);
  await chooseInTray(app, 'Open Motorpool');
  await expect.poll(() => isShown(app)).toEqual([true]);

  // Where the desktop has no place for icons, another start is the way back.
  await close(app);
  await expect.poll(() => isShown(app)).toEqual([false]);
  expect(await machine.openLink()).toBe(0);
  await expect.poll(() => isShown(app)).toEqual([true]);

  await page.evaluate(() =>
    window.motorpool['settings.setDesktop']({ tray: true, keepRunning: false }),
  );
  const ended = app.waitForEvent('close');
  await close(app);
  await ended;

  const next = await machine.start();
  await next.page.evaluate(() =>
    window.motorpool['settings.setDesktop']({ tray: true, keepRunning: true }),
  );
  await next.app.close();
});
