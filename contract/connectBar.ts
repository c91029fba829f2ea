/**
 * What crosses the border between the main process and the page around Connect: the bar above the
 * remote page, and what is shown where there is no remote page to show. Names and types only, so that
 * the preload stays small.
 */
export const CONNECT_BAR_CHANNELS = {
  /** Request: answers a `BarState`, and lays the window out for the size of the bar. */
  ready: 'connectBar.ready',
  /** Event: a `BarState`. */
  state: 'connectBar.state',
  /** Message: a `BarAction`. */
  act: 'connectBar.act',
} as const;

/** All that the page can ask for. */
export const BAR_ACTIONS = ['back', 'reload', 'stop', 'retry', 'use_browser', 'close'] as const;
export type BarAction = (typeof BAR_ACTIONS)[number];

/** The height of the bar, in the page's own pixels. */
export const BAR_HEIGHT = 44;

/** Where the remote page is, for a person who is about to type a password. */
export interface ShownAddress {
  /** `local`: on this computer, where nobody listens in. `none`: no page of any host. */
  readonly security: 'secure' | 'local' | 'not_secure' | 'none';
  /** In ASCII, so that no letter can pass for another; empty where there is none. */
  readonly host: string;
  /** Empty where it is the scheme's own. */
  readonly port: string;
}

/** Why there is no page to show. */
export type LoadFailure =
  /** The computer has no network. */
  | 'offline'
  | 'host_not_found'
  | 'unreachable'
  | 'timed_out'
  | 'proxy'
  /** The host could not prove who it is, or the connection could not be encrypted. */
  | 'not_private'
  /** It was stopped, or led somewhere that is not opened. */
  | 'stopped'
  | 'crashed'
  | 'other';

/** What is seen below the bar. */
export type BarPage =
  | { readonly kind: 'remote' }
  | { readonly kind: 'opening' }
  /** `reason` is Chromium's name for it, for somebody who helps. */
  | { readonly kind: 'failed'; readonly failure: LoadFailure; readonly reason: string | null };

export interface BarState {
  readonly address: ShownAddress;
  readonly loading: boolean;
  readonly canGoBack: boolean;
  /** Whether Connect can go on in the system browser instead. */
  readonly canUseBrowser: boolean;
  readonly page: BarPage;
}

/** What the preload puts on the page as `window.connectBar`. */
export interface ConnectBarApi {
  readonly ready: () => Promise<BarState>;
  /** Calls `listener` with every state from now on. */
  readonly onState: (listener: (state: BarState) => void) => void;
  readonly act: (action: BarAction) => void;
}
