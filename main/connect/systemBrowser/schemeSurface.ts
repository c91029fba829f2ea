import { readCallback } from '../callback.ts';
import type { ConnectSurface, OpenSurface, SurfaceAnswer } from '../transport.ts';
import type { OpenInBrowser } from './browser.ts';

/**
 * Connect in the system's browser, coming back by a link that the system hands over. Any program may
 * send such a link: one without this attempt's state is refused, and the attempt goes on.
 */
export function openSchemeSurface(
  { connectUrl, expected }: OpenSurface,
  openInBrowser: OpenInBrowser,
  release: () => void,
): ConnectSurface {
  const { promise: answer, resolve } = Promise.withResolvers<SurfaceAnswer>();
  let isOver = false;

  function settle(end: SurfaceAnswer): void {
    if (isOver) return;
    isOver = true;
    release();
    resolve(end);
  }

  openInBrowser(connectUrl).catch(() =>
    settle({ kind: 'transport_failed', problem: 'browser_not_opened' }),
  );
  return {
    answer,
    // The first page may be open still, and the link can be copied: a failure now ends nothing.
    focus: () => void openInBrowser(connectUrl).catch(() => undefined),
    close: () => settle({ kind: 'closed' }),
    receiveLink(address) {
      if (isOver) return false;
      const callback = readCallback(address, expected);
      if (callback.kind === 'not_ours' || callback.kind === 'wrong_state') return false;
      settle({ kind: 'callback', callback });
      return true;
    },
  };
}
