import { useSyncExternalStore } from 'react';

/** What a clock needs of the outside, so that tests can hold it still. */
export interface ClockParts {
  readonly now: () => number;
  /** Calls back again and again; answers the function that ends it. */
  readonly repeat: (tick: () => void) => () => void;
}

export interface Clock {
  /** Milliseconds since the epoch, standing still between two ticks. */
  readonly now: () => number;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * One clock for all ages on the screen. It stands still between ticks, because React asks a store
 * several times per render and must get the same answer; it runs only while something listens.
 */
export function createClock({ now, repeat }: ClockParts): Clock {
  let current = now();
  let stop: (() => void) | null = null;
  const listeners = new Set<() => void>();
  const tick = () => {
    current = now();
    for (const listener of listeners) listener();
  };
  return {
    now: () => current,
    subscribe(listener) {
      listeners.add(listener);
      if (!stop) {
        current = now();
        stop = repeat(tick);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
      };
    },
  };
}

/** Ticks also when the window comes back into view, because timers of hidden windows are slowed. */
function everyMs(ms: number, tick: () => void): () => void {
  const timer = setInterval(tick, ms);
  const onVisible = () => {
    if (document.visibilityState === 'visible') tick();
  };
  document.addEventListener('visibilitychange', onVisible);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', onVisible);
  };
}

const minuteClock = createClock({ now: Date.now, repeat: (tick) => everyMs(60_000, tick) });
const secondClock = createClock({ now: Date.now, repeat: (tick) => everyMs(1000, tick) });

/**
 * Something that depends on the time, at the pace of minutes. The component renders again only
 * when the answer differs, so thousands of ages cost a comparison each, not a render each.
 */
export function useTimed<T extends string | boolean | number>(answer: (now: number) => T): T {
  return useSyncExternalStore(minuteClock.subscribe, () => answer(minuteClock.now()));
}

/** The time at the pace of seconds, for counters. */
export function useSeconds(): number {
  return useSyncExternalStore(secondClock.subscribe, secondClock.now);
}
