import type { Transport, TransportProblem } from '../../contract/transport.ts';
import type { Callback, ExpectedCallback } from './callback.ts';

/** How the place in which Connect runs ended. */
export type SurfaceAnswer =
  | { readonly kind: 'callback'; readonly callback: Exclude<Callback, { kind: 'not_ours' }> }
  /** The person closed it, or we did. */
  | { readonly kind: 'closed' }
  /** The person asked in the window to go on in the system browser. */
  | { readonly kind: 'use_browser' }
  /** The page's process ended; `reason` is Chromium's name for why. */
  | { readonly kind: 'page_failed'; readonly reason: string }
  | { readonly kind: 'transport_failed'; readonly problem: TransportProblem };

export interface OpenSurface {
  /** Carries `state`: it is opened, never logged. */
  readonly connectUrl: URL;
  readonly expected: ExpectedCallback;
  /** Told of what was stopped on the way; carries no address. */
  readonly onRefused: (what: 'subframe_callback' | 'navigation' | 'download' | 'popup') => void;
}

/** The place in which Connect runs: a window of ours, or the system browser. */
export interface ConnectSurface {
  /** Settles once; by then nothing of it runs any more. */
  readonly answer: Promise<SurfaceAnswer>;
  /** Brings the window forward, or opens the browser once more. */
  focus(): void;
  /** Ends it; `answer` then says `closed` unless it was settled before. */
  close(): void;
  /**
   * Takes a link of the custom scheme that the system handed over. Answers whether it was this
   * attempt's; a link that is not changes nothing.
   */
  receiveLink(address: string): boolean;
}

/** A way back that is ready: its redirect URI is known, and listened on where that is needed. */
export interface PreparedTransport {
  readonly redirectUri: string;
  /** At most once. */
  open(request: OpenSurface): ConnectSurface;
  /** Gives it up instead of opening it: what it holds, such as a port, is free again. */
  release(): void;
}

export interface TransportFailure {
  readonly problem: TransportProblem;
  /** The localhost ports that were tried. */
  readonly ports: readonly number[];
}

/**
 * Makes a way back ready for one attempt, with the first of the application's redirect URIs that it
 * can use. Never rejects for the surroundings' sake.
 */
export type PrepareTransport = (
  transport: Transport,
  redirectUris: readonly string[],
) => Promise<
  | { readonly ok: true; readonly prepared: PreparedTransport }
  | { readonly ok: false; readonly failure: TransportFailure }
>;
