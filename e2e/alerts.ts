import type { ElectronApplication, Page } from '@playwright/test';
import { type AlertSettings, DEFAULT_ALERT_SETTINGS } from '../contract/alerts.ts';
import { expect } from './app.ts';
import { readApp } from './pages.ts';

/** A notification as the desktop would show it. */
export interface Shown {
  readonly title: string;
  readonly body: string;
}

/**
 * Takes the desktop's place: keeps what it is to show, and makes the app believe that another window is
 * in front, or that its own is.
 */
export async function takeNotifications(app: ElectronApplication, focused = false): Promise<void> {
  await app.evaluate(({ Notification, BrowserWindow }, isFocused) => {
    const shown: Electron.Notification[] = [];
    Object.assign(globalThis, { shownNotifications: shown });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(this);
    };
    Notification.prototype.close = function close(this: Electron.Notification) {
      shown.splice(shown.indexOf(this), 1);
    };
    BrowserWindow.prototype.isFocused = () => isFocused;
  }, focused);
}

/** What the desktop was to show so far, and not to take away again. */
export function shownBy(app: ElectronApplication): Promise<Shown[]> {
  return app.evaluate(() => {
    const { shownNotifications } = globalThis as unknown as {
      shownNotifications: Electron.Notification[];
    };
    return shownNotifications.map(({ title, body }) => ({ title, body }));
  });
}

/** Presses the notification that came last. */
export async function pressLast(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const { shownNotifications } = globalThis as unknown as {
      shownNotifications: Electron.Notification[];
    };
    shownNotifications.at(-1)?.emit('click');
  });
}

/** Rules that are told on the desktop at any hour, unless a test says otherwise. */
export async function setAlerts(page: Page, part: Partial<AlertSettings> = {}): Promise<void> {
  const settings = {
    ...DEFAULT_ALERT_SETTINGS,
    notify: true,
    quiet: { ...DEFAULT_ALERT_SETTINGS.quiet, on: false },
    ...part,
  };
  const answer = await page.evaluate(
    (next) => window.motorpool['settings.setAlerts'](next),
    JSON.parse(JSON.stringify(settings)),
  );
  expect(answer).toEqual({ ok: true, value: null });
}

/** Reads these vehicles, and waits until they are read. */
export async function readAnew(page: Page, vehicleIds: readonly string[]): Promise<void> {
  const before = (await readApp(page)).fleet.vehicles;
  await page.evaluate(
    (ids) => window.motorpool['fleet.refresh']({ vehicleIds: ids }),
    [...vehicleIds],
  );
  const at = (all: typeof before, id: string) => all.find((one) => one.id === id)?.refreshedAt;
  await expect
    .poll(async () => {
      const { vehicles } = (await readApp(page)).fleet;
      return vehicleIds.every((id) => at(vehicles, id) !== at(before, id));
    })
    .toBe(true);
}

/** The vehicles that have a battery to drive with. */
export async function withBattery(page: Page): Promise<string[]> {
  const { vehicles } = (await readApp(page)).fleet;
  return vehicles.flatMap(({ id, readings }) => (readings.battery.last ? [id] : []));
}
