import { mayVisit } from '../../windows/sessionRules.ts';
import { type Callback, type ExpectedCallback, readCallback } from '../callback.ts';

/** Whether a navigation may go on, and if not, why it is stopped. */
export type Verdict =
  | { readonly kind: 'go' }
  | { readonly kind: 'callback'; readonly callback: Exclude<Callback, { kind: 'not_ours' }> }
  | { readonly kind: 'refused'; readonly what: 'subframe_callback' | 'navigation' };

export interface NavigationRules {
  readonly expected: ExpectedCallback;
  /** Connect's origin, which may be plain HTTP on this machine. */
  readonly connectOrigin: string;
}

/** What a frame inside a page may hold without a host. */
const HARMLESS_IN_FRAME = /^(about|blob|data):/i;

/** A pop-up often begins empty and is filled, or sent on, by the page that opened it. */
const EMPTY_PAGE = 'about:blank';

/**
 * The one judge of where the windows of an attempt may go, asked before anything is done about it.
 * The redirect counts only where a person can see it: not inside a frame of some page.
 */
export function judge(
  address: string,
  isMainFrame: boolean,
  { expected, connectOrigin }: NavigationRules,
): Verdict {
  const callback = readCallback(address, expected);
  if (callback.kind !== 'not_ours') {
    return isMainFrame
      ? { kind: 'callback', callback }
      : { kind: 'refused', what: 'subframe_callback' };
  }
  const isHarmless = isMainFrame ? address === EMPTY_PAGE : HARMLESS_IN_FRAME.test(address);
  if (isHarmless || mayVisit(address, connectOrigin)) return { kind: 'go' };
  return { kind: 'refused', what: 'navigation' };
}
