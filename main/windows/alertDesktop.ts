import { app, type BrowserWindow, type NativeImage, Notification, nativeImage } from 'electron';
import type { AlertDesktop } from '../alerts/alerts.ts';
import type { Notice } from '../alerts/announcer.ts';
import { countText } from '../words/formats.ts';
import { t } from '../words/words.ts';

const DOT_PX = 16;
const BYTES_PER_PX = 4;
/** Blue, green, red, opacity: the fault red of the dark theme, which both taskbars show well. */
const DOT_COLOUR = [0x44, 0x3c, 0xe5, 0xff];

/** The dot that Windows lays over the app's button in the taskbar. */
function dot(): NativeImage {
  const bitmap = Buffer.alloc(DOT_PX * DOT_PX * BYTES_PER_PX);
  const middle = (DOT_PX - 1) / 2;
  for (let pixel = 0; pixel < DOT_PX * DOT_PX; pixel += 1) {
    const x = (pixel % DOT_PX) - middle;
    const y = Math.floor(pixel / DOT_PX) - middle;
    if (Math.hypot(x, y) <= middle) bitmap.set(DOT_COLOUR, pixel * BYTES_PER_PX);
  }
  return nativeImage.createFromBitmap(bitmap, { width: DOT_PX, height: DOT_PX });
}

export interface AlertDesktopOptions {
  readonly window: () => BrowserWindow | null;
  /** Somebody pressed a notification about these vehicles, and wants to see them. */
  readonly onOpen: (vehicleIds: readonly string[]) => void;
}

/** What the desktop shows, with a way to take it back. */
export interface ShownAlerts extends AlertDesktop {
  /** Takes the notifications away that still stand there. */
  withdraw(): void;
}

/** Alerts outside of the window: notifications of the desktop, and the number on the app's icon. */
export function createAlertDesktop({ window, onOpen }: AlertDesktopOptions): ShownAlerts {
  /** Held until they are gone: a notification that is collected as garbage answers no click. */
  const shown = new Set<Notification>();
  let badge = 0;

  function show({ title, body, vehicleIds }: Notice): void {
    if (!Notification.isSupported()) return;
    const notification = new Notification({ title, body });
    shown.add(notification);
    notification.on('close', () => shown.delete(notification));
    notification.on('click', () => {
      shown.delete(notification);
      onOpen(vehicleIds);
    });
    notification.show();
  }

  return {
    isFocused: () => window()?.isFocused() ?? false,
    show,
    withdraw() {
      for (const notification of shown) notification.close();
      shown.clear();
    },
    setBadge(unseen) {
      if (unseen === badge) return;
      badge = unseen;
      if (process.platform !== 'win32') {
        app.setBadgeCount(unseen);
        return;
      }
      const words = t('badge.alerts', { count: unseen, value: countText(unseen) });
      window()?.setOverlayIcon(unseen === 0 ? null : dot(), unseen === 0 ? '' : words);
    },
  };
}
