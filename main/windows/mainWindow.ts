import { BrowserWindow, nativeTheme } from 'electron';
import type { Settings } from '../settings/settings.ts';
import { APP_URL, isAppUrl } from './appProtocol.ts';
import { keepOnOwnPages } from './watchNavigation.ts';
import { lockedDown } from './webPreferences.ts';

/** The page's background in both themes, painted before the page is there. */
const BACKGROUND = { light: '#ffffff', dark: '#16181b' };

const MIN_SIZE = { width: 1024, height: 640 };
const FIRST_SIZE = { width: 1280, height: 800 };

export interface MainWindowOptions {
  readonly preload: string;
  /** The Vite development server's page, or `null` for the bundle. */
  readonly devServer: string | null;
}

function background(): string {
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light;
}

/** Keeps what is behind the page in the theme in use: it shows while the window is drawn larger. */
function followTheme(window: BrowserWindow): void {
  const follow = () => window.setBackgroundColor(background());
  nativeTheme.on('updated', follow);
  window.once('closed', () => nativeTheme.off('updated', follow));
}

/** Opens the app's one window. It goes nowhere but its own page and opens no other. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const { devServer } = options;
  const window = new BrowserWindow({
    ...FIRST_SIZE,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    title: 'Motorpool',
    show: false,
    backgroundColor: background(),
    webPreferences: { ...lockedDown(), preload: options.preload },
  });
  followTheme(window);
  window.once('ready-to-show', () => window.show());

  keepOnOwnPages(
    window.webContents,
    (address) => isAppUrl(address) || isDevPage(address, devServer),
  );
  void window.loadURL(devServer ?? APP_URL);
  return window;
}

/** Whether an address is the development server's; there is none in a packaged app. */
export function isDevPage(address: string, devServer: string | null): boolean {
  if (!devServer || !URL.canParse(address)) return false;
  return new URL(address).origin === new URL(devServer).origin;
}

/**
 * Gives the window the size it had last, and keeps the next one. Called once the settings are there,
 * which is before the window is shown. Position is left to the desktop: Wayland gives no say in it.
 */
export function rememberSize(window: BrowserWindow, settings: Pick<Settings, 'get' | 'set'>): void {
  const { width, height, maximized } = settings.get('window');
  // A resize, even to the same size, makes the page lay itself out once more.
  const current = window.getNormalBounds();
  if (width !== current.width || height !== current.height) window.setSize(width, height);
  if (maximized) window.maximize();
  window.on('close', () => {
    const bounds = window.getNormalBounds();
    settings.set('window', {
      width: bounds.width,
      height: bounds.height,
      maximized: window.isMaximized(),
    });
  });
}

/** Brings the window to the front, wherever it is. */
export function focus(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
