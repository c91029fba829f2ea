import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Settings } from '../settings/settings.ts';
import { APP_URL, isAppUrl } from './appProtocol.ts';
import { MIN_SIZE, placed, type WantedBounds } from './placement.ts';
import { keepOnOwnPages } from './watchNavigation.ts';
import { lockedDown } from './webPreferences.ts';

/** The page's background in both themes, painted before the page is there. */
const BACKGROUND = { light: '#ffffff', dark: '#16181b' };

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

/** Puts the window where it can be seen whole, as near to what is wanted as the screens allow. */
function place(window: BrowserWindow, wanted: WantedBounds): void {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const { bounds, least } = placed(
    wanted,
    [primary, ...others].map(({ workArea }) => workArea),
  );
  const [minWidth, minHeight] = window.getMinimumSize();
  if (minWidth !== least.width || minHeight !== least.height) {
    window.setMinimumSize(least.width, least.height);
  }
  // A resize, even to the same size, makes the page lay itself out once more.
  const current = window.getNormalBounds();
  const { x = current.x, y = current.y, width, height } = bounds;
  if (width !== current.width || height !== current.height) {
    window.setBounds({ x, y, width, height });
  } else if (x !== current.x || y !== current.y) window.setPosition(x, y);
}

/**
 * Gives the window the size and place it had last, and keeps the next ones. Called once the settings
 * are there, which is before the window is shown. Wayland gives no say in the place and tells none.
 */
export function rememberBounds(
  window: BrowserWindow,
  settings: Pick<Settings, 'get' | 'set'>,
): void {
  const { maximized, x, y, width, height } = settings.get('window');
  place(window, { x, y, width, height });
  if (maximized) window.maximize();

  const placeAgain = () => {
    // The system itself sees to windows that fill a screen.
    if (!window.isMaximized() && !window.isFullScreen()) place(window, window.getNormalBounds());
  };
  screen.on('display-removed', placeAgain);
  screen.on('display-metrics-changed', placeAgain);
  window.on('close', () => {
    const { x, y, width, height } = window.getNormalBounds();
    settings.set('window', {
      ...settings.get('window'),
      ...{ x, y, width, height, maximized: window.isMaximized() },
    });
  });
  window.once('closed', () => {
    screen.off('display-removed', placeAgain);
    screen.off('display-metrics-changed', placeAgain);
  });
}

/** Brings the window to the front, wherever it is. */
export function focus(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
