import { once } from 'node:events';
import { BaseWindow, type LoadURLOptions, type WebContents, type WebContentsView } from 'electron';
import { BAR_HEIGHT, type BarAction, type BarPage } from '../../../contract/connectBar.ts';
import { type BarPageOptions, createBar } from './bar.ts';
import { keyAction } from './keys.ts';
import { loadFailure } from './loadFailure.ts';
import { shownAddress } from './shownAddress.ts';

const MIN_SIZE = { width: 380, height: 480 };

export interface RemoteWindowOptions extends BarPageOptions {
  /** The remote page, in the attempt's own session. */
  readonly view: WebContentsView;
  /** What the page is on its way to. */
  readonly address: string;
  readonly title: string;
  readonly size: { readonly width: number; readonly height: number };
  /** The window that it belongs to, or `null`. */
  readonly parent: BaseWindow | null;
  readonly canUseBrowser: boolean;
  readonly onUseBrowser: () => void;
  /** The person closed it, or its page did. */
  readonly onClosed: () => void;
}

export interface RemoteWindow {
  readonly window: BaseWindow;
  load(address: string, options?: LoadURLOptions): void;
  focus(): void;
  /** Resolves when no page of it runs any more. */
  destroy(): Promise<void>;
}

/**
 * A window with a remote page and, around it, a page of ours: the bar that says where one is, and what
 * there is to say while the remote page is not there. No BrowserWindow, because that gives the keyboard
 * to a page of its own whenever it comes forward, and a password would be typed beside its field.
 */
export function openRemoteWindow(options: RemoteWindowOptions): RemoteWindow {
  const { view, title } = options;
  const contents = view.webContents;
  const history = contents.navigationHistory;
  const window = openWindow(options);
  let page: BarPage = { kind: 'opening' };
  let { address } = options;
  /** The last page that was there to see; a form on it may be sent to its own address. */
  let lastSeen: string | null = null;
  let owesKeyboard = false;

  const bar = createBar({
    ...options,
    state: () => ({
      address: shownAddress(address, page),
      loading: contents.isLoading(),
      canGoBack: history.canGoBack(),
      canUseBrowser: options.canUseBrowser,
      page,
    }),
    act,
    onReady: layOut,
  });
  const barContents = bar.view.webContents;

  /** Its pages may have something to say until the last moment. */
  function isOver(): boolean {
    return window.isDestroyed() || contents.isDestroyed() || barContents.isDestroyed();
  }

  function layOut(): void {
    if (isOver()) return;
    const [width = 0, height = 0] = window.getContentSize();
    const top = Math.ceil(BAR_HEIGHT * barContents.getZoomFactor());
    bar.view.setBounds({ x: 0, y: 0, width, height });
    view.setBounds({ x: 0, y: top, width, height: Math.max(0, height - top) });
  }

  function update(): void {
    if (!isOver()) bar.update();
  }

  /** Gives the keyboard to what is seen; if the person is at another window, when they come back. */
  function giveKeyboard(): void {
    if (isOver()) return;
    owesKeyboard = !window.isFocused();
    if (owesKeyboard) return;
    // By way of the bar: a page that had the keyboard while it was hidden had it without the window's
    // knowledge, and focusing it once more would change nothing about that.
    barContents.focus();
    if (page.kind === 'remote') contents.focus();
  }

  function show(next: BarPage, at: string = address): void {
    if (isOver()) return;
    const isOther = page.kind !== next.kind;
    page = next;
    address = at;
    view.setVisible(page.kind === 'remote');
    if (isOther) giveKeyboard();
    const { host } = shownAddress(address, page);
    window.setTitle(host ? `${host} – ${title}` : title);
    bar.update();
  }

  function load(to: string, loadOptions?: LoadURLOptions): void {
    // What became of it, its events say; a navigation that was stopped rejects here, too.
    contents.loadURL(to, loadOptions).catch(() => undefined);
  }

  function back(): void {
    if (history.canGoBack()) history.goBack();
  }

  /**
   * Chromium asks before it sends a form once more, and Electron has no such question: nothing happens
   * then. The page that the form is on is the next best.
   */
  function reload(formPage: string | null = null): void {
    contents.reload();
    if (contents.isLoading()) return;
    if (formPage !== null) load(formPage);
    else if (history.canGoBack()) history.goBack();
    else load(options.address);
  }

  function retry(): void {
    show({ kind: 'opening' });
    const failed = contents.getURL();
    // A page that never came has nothing to reload.
    if (failed === '') load(options.address);
    else reload(failed === lastSeen ? failed : null);
  }

  const actions: Readonly<Record<BarAction, () => void>> = {
    back,
    reload: () => (page.kind === 'remote' ? reload() : retry()),
    stop: () => contents.stop(),
    retry,
    use_browser: () => options.canUseBrowser && options.onUseBrowser(),
    close: () => window.close(),
  };

  function act(action: BarAction): void {
    if (!isOver()) actions[action]();
  }

  function switchPane(from: WebContents): void {
    const toBar = from === contents || page.kind !== 'remote';
    (toBar ? barContents : contents).focus();
  }

  for (const pane of [contents, barContents]) {
    pane.on('before-input-event', (event, press) => {
      const action = keyAction(press, process.platform === 'darwin');
      if (action === null) return;
      event.preventDefault();
      if (action === 'switch_pane') switchPane(pane);
      else act(action);
    });
  }

  // A page that begins to load takes the keyboard: the bar's from a remote page that was there before
  // it, and a remote page while it is hidden and keys would go nowhere.
  barContents.once('dom-ready', giveKeyboard);
  contents.on('focus', () => {
    // In a turn of its own: a focus that changes while it changes is lost.
    if (page.kind !== 'remote') setImmediate(giveKeyboard);
  });
  contents.on('did-start-loading', update);
  contents.on('did-navigate', (_event, url) => {
    lastSeen = url;
    show({ kind: 'remote' }, url);
  });
  contents.on('did-navigate-in-page', update);
  contents.on('did-fail-load', (_event, _code, reason, url, isMainFrame) => {
    // Aborted: something else is loaded instead, or the person stopped it, and what is there stays.
    if (!isMainFrame || reason === 'ERR_ABORTED') return;
    show({ kind: 'failed', failure: loadFailure(reason), reason }, url);
  });
  contents.on('did-stop-loading', () => {
    if (page.kind === 'opening') show({ kind: 'failed', failure: 'stopped', reason: null });
    else update();
  });
  contents.on('render-process-gone', (_event, { reason }) =>
    show({ kind: 'failed', failure: 'crashed', reason }),
  );
  // A page that would rather stay must not keep the person on it.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.on('destroyed', () => {
    if (!window.isDestroyed()) window.close();
  });
  window.on('focus', () => {
    if (owesKeyboard) giveKeyboard();
  });
  window.on('resize', layOut);
  window.on('closed', options.onClosed);

  window.contentView.addChildView(bar.view);
  window.contentView.addChildView(view);
  view.setVisible(false);
  layOut();

  return {
    window,
    load,
    focus() {
      if (window.isDestroyed()) return;
      if (window.isMinimized()) window.restore();
      window.focus();
    },
    async destroy() {
      const ended = [endPage(contents), endPage(barContents)];
      if (!window.isDestroyed()) window.destroy();
      await Promise.all(ended);
    },
  };
}

function openWindow({ title, size, parent }: RemoteWindowOptions): BaseWindow {
  const window = new BaseWindow({
    width: Math.max(size.width, MIN_SIZE.width),
    height: Math.max(size.height, MIN_SIZE.height),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    title,
    ...(parent ? { parent } : {}),
  });
  // Its keys go on working, as they do on macOS, where the menu is not part of a window.
  window.setMenuBarVisibility(false);
  return window;
}

async function endPage(contents: WebContents): Promise<void> {
  if (contents.isDestroyed()) return;
  const ended = once(contents, 'destroyed');
  contents.close();
  await ended;
}
