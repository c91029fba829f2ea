import type { ConnectSurface, OpenSurface, SurfaceAnswer } from '../transport.ts';
import type { OpenInBrowser } from './browser.ts';
import type { LoopbackListener } from './loopbackListener.ts';

/** Connect in the system's browser, coming back to a listener on localhost. */
export function openLoopbackSurface(
  listener: LoopbackListener,
  { connectUrl, expected }: OpenSurface,
  openInBrowser: OpenInBrowser,
): ConnectSurface {
  let isOpened = true;

  async function wait(): Promise<SurfaceAnswer> {
    const callback = await listener.receive(expected);
    if (callback) return { kind: 'callback', callback };
    if (!isOpened) return { kind: 'transport_failed', problem: 'browser_not_opened' };
    return { kind: 'closed' };
  }

  const answer = wait();
  openInBrowser(connectUrl).catch(() => {
    isOpened = false;
    listener.close();
  });
  return {
    answer,
    // The first page may be open still, and the link can be copied: a failure now ends nothing.
    focus: () => void openInBrowser(connectUrl).catch(() => undefined),
    close: listener.close,
    receiveLink: () => false,
  };
}
