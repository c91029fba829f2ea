import {
  type BaseWindow,
  type BrowserWindowConstructorOptions,
  type HandlerDetails,
  type WebContents,
  WebContentsView,
} from 'electron';
import { watchNavigation } from '../../windows/watchNavigation.ts';
import { lockedDown } from '../../windows/webPreferences.ts';
import { t } from '../../words/words.ts';
import type { OpenConnectWindow } from '../prepareTransport.ts';
import type { ConnectSurface, SurfaceAnswer } from '../transport.ts';
import type { BarPageOptions } from './bar.ts';
import { judge, type Verdict } from './navigation.ts';
import { createPartition } from './partition.ts';
import { openRemoteWindow, type RemoteWindow } from './remoteWindow.ts';

export type ConnectWindowOptions = BarPageOptions;

const SIZE = { width: 520, height: 800 };
const POPUP_SIZE = { width: 480, height: 680 };

/** A login opens one; more than these are a page gone wild. */
const MAX_POPUPS = 3;

/** What Chromium has made for a pop-up already, unless a person opened it with Ctrl or Shift. */
type MadeForPopup = BrowserWindowConstructorOptions & { readonly webContents?: WebContents };

export function createConnectWindows(options: ConnectWindowOptions): OpenConnectWindow {
  return (request) => openConnectWindow(options, request);
}

/**
 * Opens Connect in a window of Motorpool's: a session in memory that nothing else shares, sandboxed
 * pages without a preload, and the redirect caught before it is followed, so that the code never
 * leaves the process. RFC 8252, section 8.12, warns of embedded windows because a person cannot see
 * where a password goes: the bar always says it, and the system browser is one button away.
 */
function openConnectWindow(
  options: ConnectWindowOptions,
  request: Parameters<OpenConnectWindow>[0],
): ConnectSurface {
  const { connectUrl, expected, onRefused, canUseBrowser } = request;
  const partition = createPartition(request);
  const webPreferences = { ...lockedDown(), session: partition.session, safeDialogs: true };
  const popups = new Set<RemoteWindow>();
  const { promise: answer, resolve } = Promise.withResolvers<SurfaceAnswer>();
  let isOver = false;

  /** Ends every page first, so that nothing of Connect runs while the code is exchanged. */
  async function settle(end: SurfaceAnswer): Promise<void> {
    if (isOver) return;
    isOver = true;
    await Promise.all([...popups, main].map((window) => window.destroy()));
    resolve(end);
    // In memory and used by nobody else: nothing has to wait for it.
    await partition.wipe();
  }

  function judgeAddress(address: string, isMainFrame: boolean): Verdict {
    return judge(address, isMainFrame, { expected, connectOrigin: connectUrl.origin });
  }

  function carryOut(verdict: Exclude<Verdict, { kind: 'go' }>): void {
    if (verdict.kind === 'refused') onRefused(verdict.what);
    else void settle({ kind: 'callback', callback: verdict.callback });
  }

  /** The same rules for every page of the attempt, in whichever window. */
  function watch(contents: WebContents, window: BaseWindow): void {
    watchNavigation(contents, (navigation) => {
      const verdict = judgeAddress(navigation.url, navigation.isMainFrame);
      if (verdict.kind === 'go') return;
      navigation.preventDefault();
      carryOut(verdict);
    });
    contents.setWindowOpenHandler((details) => {
      const verdict = judgeAddress(details.url, true);
      if (verdict.kind !== 'go') carryOut(verdict);
      else if (popups.size >= MAX_POPUPS) onRefused('popup');
      else return { action: 'allow', createWindow: (made) => openPopup(details, made, window) };
      return { action: 'deny' };
    });
  }

  function open(
    view: WebContentsView,
    { address, size, parent }: { address: string; size: typeof SIZE; parent: BaseWindow | null },
    onClosed: () => void,
  ): RemoteWindow {
    const opened = openRemoteWindow({
      ...options,
      title: t('connectWindow'),
      view,
      address,
      size,
      parent,
      canUseBrowser,
      onUseBrowser: () => void settle({ kind: 'use_browser' }),
      onClosed,
    });
    watch(view.webContents, opened.window);
    return opened;
  }

  function openPopup(
    { url, referrer }: HandlerDetails,
    made: MadeForPopup,
    parent: BaseWindow,
  ): WebContents {
    const view = new WebContentsView(
      // What was made keeps its tie to the page that opened it, and that page's preferences.
      made.webContents ? { webContents: made.webContents } : { webPreferences },
    );
    const { width = POPUP_SIZE.width, height = POPUP_SIZE.height } = made;
    const popup = open(view, { address: url, size: { width, height }, parent }, () => {
      void popup.destroy().then(() => popups.delete(popup));
    });
    popups.add(popup);
    if (!made.webContents) popup.load(url, { httpReferrer: referrer });
    return view.webContents;
  }

  const view = new WebContentsView({ webPreferences });
  const main = open(
    view,
    { address: connectUrl.href, size: SIZE, parent: null },
    () => void settle({ kind: 'closed' }),
  );
  view.webContents.on('render-process-gone', (_event, { reason }) => {
    void settle({ kind: 'page_failed', reason });
  });
  main.load(connectUrl.href);

  return {
    answer,
    focus: main.focus,
    close: () => void settle({ kind: 'closed' }),
    // The system hands links over only where the system's browser was asked.
    receiveLink: () => false,
  };
}
