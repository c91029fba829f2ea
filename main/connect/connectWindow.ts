import { randomUUID } from 'node:crypto';
import { app, BrowserWindow, session as sessions, type WebContents } from 'electron';
import { mayVisit, refuseEverything } from '../windows/sessionRules.ts';
import { lockedDown } from '../windows/webPreferences.ts';
import { type Callback, type ExpectedCallback, readCallback } from './callback.ts';

/** How a Connect window ended by itself. */
export type WindowAnswer =
  | { readonly kind: 'callback'; readonly callback: Exclude<Callback, { kind: 'not_ours' }> }
  | { readonly kind: 'closed' }
  /** `reason` is Chromium's name of the error, e.g. `ERR_CONNECTION_REFUSED`. */
  | { readonly kind: 'page_failed'; readonly reason: string };

export interface OpenConnectWindow {
  readonly authorizeUrl: URL;
  readonly expected: ExpectedCallback;
  /** Words before the address in the title bar. */
  readonly title: string;
  readonly onRefused: (what: 'subframe_callback' | 'navigation') => void;
}

export interface ConnectWindow {
  /** Settles once; by then the window is destroyed. */
  readonly answer: Promise<WindowAnswer>;
  focus(): void;
  /** Closes the window; `answer` then says `closed` unless it was settled before. */
  close(): void;
}

/** Whether a navigation may go on, and if not, what follows once it is stopped. */
type Verdict = { readonly go: true } | { readonly go: false; readonly act: () => void };

// A navigation that we cancelled makes loadURL fail with the first of these, a page that went
// elsewhere by itself with the second. Neither is a page that could not be loaded.
const ERR_FAILED = -2;
const ERR_ABORTED = -3;

/** A page sees a plain Chrome: some car makers refuse agents that they do not know. */
function plainUserAgent(userAgent: string): string {
  return userAgent
    .split(' ')
    .filter((token) => !token.startsWith('Electron/') && !token.startsWith(`${app.getName()}/`))
    .join(' ');
}

/**
 * Opens Connect in a window of its own: an in-memory session that no other window shares, sandboxed,
 * no preload. The redirect is caught before it is followed, so the code never leaves the process
 * (RFC 8252, section 8.12 warns of embedded windows; Smartcar's mobile SDKs use the same form).
 */
export function openConnectWindow(options: OpenConnectWindow): ConnectWindow {
  const { authorizeUrl, expected, onRefused } = options;
  const session = sessions.fromPartition(`connect:${randomUUID()}`);
  refuseEverything(session);
  session.setUserAgent(plainUserAgent(session.getUserAgent()));

  const window = new BrowserWindow({
    width: 520,
    height: 760,
    title: options.title,
    autoHideMenuBar: true,
    webPreferences: { ...lockedDown(), session },
  });
  const { webContents } = window;
  const { promise, resolve } = Promise.withResolvers<WindowAnswer>();
  let settled = false;

  /** Destroys the window first, so that nothing of the page runs while the code is exchanged. */
  function settle(answer: WindowAnswer): void {
    if (settled) return;
    settled = true;
    window.destroy();
    resolve(answer);
    // In memory and used by nobody else: nothing has to wait for it.
    void Promise.allSettled([session.clearStorageData(), session.clearCache()]);
  }

  /** The one judge of where the window may go, asked before anything is done about it. */
  function judge(address: string, isMainFrame: boolean): Verdict {
    const callback = readCallback(address, expected);
    if (callback.kind !== 'not_ours') {
      const act = isMainFrame
        ? () => settle({ kind: 'callback', callback })
        : () => onRefused('subframe_callback');
      return { go: false, act };
    }
    const harmless = !isMainFrame && /^(about|blob|data):/i.test(address);
    if (harmless || mayVisit(address, authorizeUrl.origin)) return { go: true };
    return { go: false, act: () => onRefused('navigation') };
  }

  watch(webContents, judge);
  webContents.setWindowOpenHandler(({ url }) => {
    const verdict = judge(url, true);
    // Pop-ups of a car maker's login continue in this window.
    if (verdict.go) void load(url);
    else verdict.act();
    return { action: 'deny' };
  });

  const { protocol } = new URL(expected.redirectUri);
  if (protocol !== 'https:' && protocol !== 'http:') {
    // Last net, should a navigation ever get past the events: the address ends here, not at the OS.
    // It cannot tell a page from a picture in it, so it accepts nothing.
    session.protocol.handle(protocol.slice(0, -1), () => {
      onRefused('navigation');
      return new Response(null, { status: 204 });
    });
  }

  // A window without an address bar must say where one is before a password is typed.
  const showAddress = () => {
    window.setTitle(`${new URL(webContents.getURL() || authorizeUrl).host} – ${options.title}`);
  };
  webContents.on('did-navigate', showAddress);
  window.on('page-title-updated', (event) => event.preventDefault());
  webContents.on('did-fail-load', (_event, code, reason, _address, isMainFrame) => {
    if (isMainFrame && code !== ERR_ABORTED && code !== ERR_FAILED) {
      settle({ kind: 'page_failed', reason });
    }
  });
  webContents.on('render-process-gone', () => settle({ kind: 'page_failed', reason: 'CRASHED' }));
  window.on('closed', () => settle({ kind: 'closed' }));

  async function load(address: string): Promise<void> {
    try {
      await webContents.loadURL(address);
    } catch {
      // did-fail-load has judged it already; a stopped navigation rejects here too.
    }
  }
  void load(authorizeUrl.href);

  return {
    answer: promise,
    focus() {
      if (settled) return;
      if (window.isMinimized()) window.restore();
      window.focus();
    },
    close: () => settle({ kind: 'closed' }),
  };
}

/** Stops whatever `judge` does not let go; which event fires depends on the navigation's cause. */
function watch(
  webContents: WebContents,
  judge: (address: string, isMainFrame: boolean) => Verdict,
): void {
  const check = (details: { url: string; isMainFrame: boolean; preventDefault(): void }) => {
    const verdict = judge(details.url, details.isMainFrame);
    if (verdict.go) return;
    details.preventDefault();
    verdict.act();
  };
  webContents.on('will-redirect', check);
  webContents.on('will-frame-navigate', check);
  webContents.on('will-navigate', check);
  webContents.on('will-attach-webview', (event) => event.preventDefault());
}
