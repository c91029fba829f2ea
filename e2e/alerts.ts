import type { ElectronApplication, Page } from '@playwright/test';
import { type AlertSettings, DEFAULT_ALERT_SETTINGS } from '../contract/alerts.ts';
import { expect } from './app.ts';

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
    BrowserWindow.prototype.isFocused = () => isFocused;
  }, focused);
}

/** What the desktop was to show so far. */
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
