import type { ConnectOutcome } from '../../contract/connect.ts';
import type { Callback } from './callback.ts';
import type { Run } from './connectAddress.ts';
import type { ConnectSurface } from './transport.ts';

/** What came of asking: a callback to judge, a wish to change over, or already the outcome. */
export type Asked =
  | {
      readonly kind: 'callback';
      readonly callback: Exclude<Callback, { kind: 'not_ours' }>;
      readonly redirectUri: string;
    }
  | { readonly kind: 'use_browser' }
  | Extract<
      ConnectOutcome,
      {
        kind: 'closed' | 'cancelled' | 'timed_out' | 'expired' | 'page_failed' | 'transport_failed';
      }
    >;

/** Waits for the answer of an opened surface, for Cancel, and for the end of the attempt's life. */
export async function askSurface(
  surface: ConnectSurface,
  { attempt, redirectUri }: Run & { readonly redirectUri: string },
  signal: AbortSignal,
  now: () => number,
): Promise<Asked> {
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
    surface.close();
  }, attempt.expiresAt - now());
  const cancel = () => surface.close();
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  try {
    const answer = await surface.answer;
    switch (answer.kind) {
      case 'closed':
        if (signal.aborted) return { kind: 'cancelled' };
        return { kind: isOver ? 'timed_out' : 'closed' };
      case 'callback':
        // A machine that slept may be later than its timers.
        if (now() > attempt.expiresAt) return { kind: 'expired' };
        return { ...answer, redirectUri };
      case 'transport_failed':
        return { ...answer, ports: [] };
      case 'use_browser':
      case 'page_failed':
        return answer;
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}
