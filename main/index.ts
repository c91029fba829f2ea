import { join } from 'node:path';
import { app, type BrowserWindow, Menu, protocol, session } from 'electron';
import type { Events } from '../contract/api.ts';
import type { EventName } from '../contract/channels.ts';
import { registerRequests } from './ipc/register.ts';
import { APP_SCHEME, isAppUrl, serveApp } from './windows/appProtocol.ts';
import { focus, isDevPage, openMainWindow, rememberSize } from './windows/mainWindow.ts';
import { setApplicationMenu } from './windows/menu.ts';
import { refuseEverything } from './windows/sessionRules.ts';

const OUT = join(import.meta.dirname, '..');

/** Set by `npm run dev` only; a packaged app knows no development server. */
const devServer = app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null);

/** Network and keychain wait until the first picture is surely on the screen. */
const AFTER_FIRST_PICTURE_MS = 400;

let window: BrowserWindow | null = null;

function isOwnPage(address: string): boolean {
  return isAppUrl(address) || isDevPage(address, devServer);
}

function send<N extends EventName>(event: N, payload: Events[N]): void {
  if (window && !window.isDestroyed()) window.webContents.send(event, payload);
}

/** Loads everything but the window, which is on its way to the screen meanwhile. */
async function loadServices() {
  const [{ createServices }, { createHandlers }, { openLog }] = await Promise.all([
    import('./app/services.ts'),
    import('./ipc/handlers.ts'),
    import('./app/log.ts'),
  ]);
  const log = openLog(app.getPath('logs'));
  process.on('uncaughtException', (error) => log.error('uncaught', error));
  process.on('unhandledRejection', (error) => log.error('unhandled', error));
  const services = createServices({
    userData: app.getPath('userData'),
    sandboxEntry: join(OUT, 'main', 'sandbox.js'),
    send,
    log,
  });
  log('app.started', { version: app.getVersion(), electron: process.versions.electron ?? '' });
  return { services, handlers: createHandlers(services), schemas: services.schemas, log };
}

function openWindow(loaded: ReturnType<typeof loadServices>): void {
  const opened = openMainWindow({ preload: join(OUT, 'preload', 'index.cjs'), devServer });
  window = opened;
  void loaded.then(({ services }) => {
    rememberSize(opened, services.settings);
    opened.once('ready-to-show', () => {
      setTimeout(() => void services.fleet.refresh(), AFTER_FIRST_PICTURE_MS);
    });
  });
}

function start(): void {
  refuseEverything(session.defaultSession, isOwnPage);
  serveApp(join(OUT, 'renderer'));
  const loaded = loadServices();
  registerRequests({
    load: () => loaded,
    isOwnPage,
    webContents: () => window?.webContents ?? null,
    onError: (name, error) => void loaded.then(({ log }) => log.error(name, error)),
  });
  openWindow(loaded);
  setApplicationMenu();

  app.on('second-instance', () => {
    if (window) focus(window);
  });
  app.on('activate', () => {
    if (!window || window.isDestroyed()) openWindow(loaded);
  });

  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void loaded
      .then(({ services }) => services.close())
      .finally(() => {
        closed = true;
        app.quit();
      });
  });
}

// The lock comes before any work: a second start only brings the first one's window forward.
if (app.requestSingleInstanceLock()) {
  // It would take back the `--no-sandbox` of a root shell, under which Chromium starts no process
  // otherwise. Every window asks for the sandbox by itself as well.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  protocol.registerSchemesAsPrivileged([APP_SCHEME]);
  // Otherwise Electron builds its own first, with a Reload on the key of our Refresh.
  Menu.setApplicationMenu(null);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  // Not awaited: Electron becomes ready only after this module has run to its end.
  void app.whenReady().then(start);
} else {
  app.quit();
}
