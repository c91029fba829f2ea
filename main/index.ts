import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  app,
  type BrowserWindow,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  session,
} from 'electron';
import type { Events } from '../contract/api.ts';
import type { EventName } from '../contract/channels.ts';
import { createServices } from './app/createServices.ts';
import { createKeptServices } from './app/keptServices.ts';
import { openLog } from './app/log.ts';
import type { Services } from './app/services.ts';
import { linkIn } from './connect/links.ts';
import { type OpenedLocalCopy, openLocalCopy } from './fleet/localCopy/openLocalCopy.ts';
import { createHandlers } from './ipc/handlers.ts';
import { registerRequests } from './ipc/register.ts';
import { lockedDesktop } from './lock/lockedDesktop.ts';
import { SMARTCAR_ORIGINS, standInOrigins } from './smartcar/origins.ts';
import { createAlertDesktop } from './windows/alertDesktop.ts';
import { APP_SCHEME, CONNECT_BAR_URL, isAppUrl, serveApp } from './windows/appProtocol.ts';
import { createAppWindow } from './windows/appWindow.ts';
import { isDevPage, openMainWindow, rememberBounds } from './windows/mainWindow.ts';
import { createPresence, type Presence } from './windows/presence.ts';
import { refuseEverything } from './windows/sessionRules.ts';

const OUT = join(import.meta.dirname, '..');

/** Set by `npm run dev` only; a packaged app knows no development server. */
const devServer = app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null);

/** A stand-in for Smartcar on this computer, for an own application; a packaged app knows none. */
const standIn = app.isPackaged ? null : (process.env.MOTORPOOL_SMARTCAR_ORIGIN ?? null);

/** Network and keychain wait until the first picture is surely on the screen. */
const AFTER_FIRST_PICTURE_MS = 400;

/** Set once the app is on its way out; then nothing keeps its window. */
let isQuitting = false;

/** Menu and icon, once services are there. */
let presence: Presence | null = null;

const alertDesktop = createAlertDesktop({
  window: () => window.current(),
  onOpen: (vehicleIds) => window.order('alerts.show', { vehicleIds }),
});

/** Set once there is a lock; a page is told nothing else while it is locked. */
let isLocked = () => false;

const window = createAppWindow(openWindow, (event) => event === 'lock.changed' || !isLocked());

function isOwnPage(address: string): boolean {
  return isAppUrl(address) || isDevPage(address, devServer);
}

function send<N extends EventName>(event: N, payload: Events[N]): void {
  window.send(event, payload);
  presence?.follow(event);
}

/**
 * Opens files and wires everything but the window, once the window's page is on its way to it: until
 * then that page waits for this thread, afterwards for a process that Chromium has to start.
 */
async function startServices(localCopy: OpenedLocalCopy, pageServed: Promise<void>) {
  await pageServed;
  const log = openLog(app.getPath('logs'));
  process.on('uncaughtException', (error) => log.error('uncaught', error));
  process.on('unhandledRejection', (error) => log.error('unhandled', error));
  const services: Services = createServices({
    userData: app.getPath('userData'),
    sandboxEntry: join(OUT, 'main', 'sandbox.js'),
    logs: app.getPath('logs'),
    localCopy,
    region: {
      languages: app.getPreferredSystemLanguages(),
      country: app.getLocaleCountryCode(),
    },
    origins: standIn ? standInOrigins(standIn) : SMARTCAR_ORIGINS,
    connectWindows: {
      barPage: devServer ? new URL('connectBar.html', devServer).href : CONNECT_BAR_URL,
      barPreload: join(OUT, 'preload', 'connectBar.cjs'),
      isOwnPage,
    },
    desktop: lockedDesktop(alertDesktop, () => isLocked()),
    send,
    log,
  });
  // The window is shown only once its page is painted, which comes after this.
  nativeTheme.themeSource = services.settings.get('appearance').theme;
  powerMonitor.on('resume', services.wake);
  log('app.started', { version: app.getVersion(), electron: process.versions.electron ?? '' });
  const kept = createKeptServices({
    services,
    localCopy,
    window: openedWindow,
    send,
    onLock,
  });
  isLocked = kept.lock.isLocked;
  presence = createPresence({
    services,
    window,
    languages: app.getPreferredSystemLanguages(),
    isLocked,
    onError: (error) => log.error('desktop', error),
  });
  const handlers = createHandlers({
    services,
    kept,
    localCopy,
    onListening: window.listens,
  });
  return { services, kept, handlers, log };
}

/** A page that hangs would keep on showing what it has: it is loaded anew, whatever it does by itself. */
const LAST_WORDS_MS = 500;

function onLock(locked: boolean): void {
  send('lock.changed', { isLocked: locked });
  if (!locked) return;
  // They name vehicles.
  alertDesktop.withdraw();
  void setTimeout(LAST_WORDS_MS).then(() => {
    if (isLocked()) window.current()?.webContents.reload();
  });
}

/** The window that a request came from; only an open one can ask. */
function openedWindow(): BrowserWindow {
  const opened = window.current();
  if (!opened) throw new Error('There is no window');
  return opened;
}

function openWindow(): BrowserWindow {
  const opened = openMainWindow({ preload: join(OUT, 'preload', 'index.cjs'), devServer });
  const painted = once(opened, 'ready-to-show').then(() => setTimeout(AFTER_FIRST_PICTURE_MS));
  opened.on('close', (event) => {
    if (isQuitting || !presence?.keepsRunning()) return;
    event.preventDefault();
    opened.hide();
  });
  void servicesReady.then(async (services) => {
    rememberBounds(opened, services.settings);
    // Without the app's window nobody would see what becomes of a Connect window.
    opened.once('closed', () => services.connector.cancel());
    await painted;
    await services.begin();
  });
  return opened;
}

/** Links from the system may come before there is anybody who can judge them; they wait. */
const { promise: servicesReady, resolve: haveServices } = Promise.withResolvers<Services>();

function receiveLink(address: string | null): void {
  if (address !== null) void servicesReady.then((services) => services.receiveLink(address));
}

function start(localCopy: OpenedLocalCopy): void {
  refuseEverything(session.defaultSession, isOwnPage);
  const pageServed = serveApp(join(OUT, 'renderer'), async (path) => {
    const { ownMaps } = await servicesReady;
    return isLocked() ? new Response(null, { status: 404 }) : ownMaps.answer(path);
  });
  const loaded = startServices(localCopy, devServer ? Promise.resolve() : pageServed);
  registerRequests({
    handlers: loaded.then(({ handlers }) => handlers),
    isRefused: loaded.then(({ kept }) => kept.isRefused),
    isOwnPage,
    webContents: () => window.current()?.webContents ?? null,
    onError: (name, error) =>
      void loaded.then(({ log, services }) => {
        log.error(name, error);
        const failure = { kind: 'failure', event: 'failure.request', result: 'failed' } as const;
        void services.activity.note({ ...failure, byPerson: true, facts: { request: name } });
      }),
  });
  window.open();
  void loaded.then(({ services }) => haveServices(services));

  app.on('second-instance', (_event, argv) => {
    receiveLink(linkIn(argv, process.platform));
    window.show();
  });
  app.on('activate', window.show);

  let closed = false;
  app.on('before-quit', (event) => {
    isQuitting = true;
    if (closed) return;
    presence?.remove();
    event.preventDefault();
    void loaded
      .then(({ services, kept }) => {
        kept.lock.close();
        return services.close();
      })
      .finally(() => {
        closed = true;
        app.quit();
      });
  });
}

// Electron warns of a page that did not load with its whole address, `state` included.
process.removeAllListeners('warning');
process.on('warning', ({ name }) => process.stderr.write(`Warning: ${name}\n`));

// The lock comes before any work: a second start only brings the first one's window forward.
if (app.requestSingleInstanceLock()) {
  // It would take back the `--no-sandbox` of a root shell, under which Chromium starts no process
  // otherwise. Every window asks for the sandbox by itself as well.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  protocol.registerSchemesAsPrivileged([APP_SCHEME]);
  receiveLink(linkIn(process.argv, process.platform));
  app.on('open-url', (event, address) => {
    event.preventDefault();
    receiveLink(address);
  });
  // Otherwise Electron builds its own first, with a Reload on the key of our Refresh.
  Menu.setApplicationMenu(null);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  // Not awaited: Electron becomes ready only after this module has run to its end.
  // Its thread gets going while Chromium does.
  const localCopy = openLocalCopy({
    folder: app.getPath('userData'),
    worker: join(OUT, 'main', 'localCopy.js'),
    now: Date.now,
  });
  void app.whenReady().then(() => start(localCopy));
} else {
  app.quit();
}
