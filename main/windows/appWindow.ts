import type { BrowserWindow } from 'electron';
import type { Events } from '../../contract/api.ts';
import type { EventName } from '../../contract/channels.ts';
import { focus } from './mainWindow.ts';

/** The app's one window, which may be closed while the app goes on (macOS). */
export interface AppWindow {
  /** `null` while there is none. */
  current(): BrowserWindow | null;
  /** Opens the window. */
  open(): void;
  /** Brings the window forward, opening it where there is none. */
  show(): void;
  /** Sends an event, which nobody misses where there is no window: a new page asks for all that is. */
  send<N extends EventName>(event: N, payload: Events[N]): void;
  /** Shows the window and has its page do this, once it listens. */
  order<N extends EventName>(event: N, payload: Events[N]): void;
  /** The page hears events from now on. */
  listens(): void;
}

/**
 * `make` makes the window; it is asked anew whenever there is none. What `mayTell` refuses, as while the app is
 * locked, is not sent; orders wait for the page that listens afterwards.
 */
export function createAppWindow(
  make: () => BrowserWindow,
  mayTell: (event: EventName) => boolean,
): AppWindow {
  let window: BrowserWindow | null = null;
  let isListening = false;
  let orders: (() => void)[] = [];

  const current = () => (window?.isDestroyed() ? null : window);

  function open(): void {
    const opened = make();
    window = opened;
    // A page that is loaded anew has to listen anew.
    opened.webContents.on('did-start-loading', () => {
      isListening = false;
    });
    opened.once('closed', () => {
      isListening = false;
    });
  }

  function show(): void {
    const opened = current();
    if (opened) focus(opened);
    else open();
  }

  function send<N extends EventName>(event: N, payload: Events[N]): void {
    if (mayTell(event)) current()?.webContents.send(event, payload);
  }

  return {
    current,
    open,
    show,
    send,
    order(event, payload) {
      show();
      if (isListening && mayTell(event)) send(event, payload);
      else orders.push(() => send(event, payload));
    },
    listens() {
      isListening = true;
      const waiting = orders;
      orders = [];
      for (const order of waiting) order();
    },
  };
}
