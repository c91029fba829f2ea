import { type ComponentType, lazy } from 'react';

/** A screen in its own chunk that can be fetched before it is shown. */
export interface Preloadable<P> {
  readonly preload: () => Promise<void>;
  /** The component, to be asked for when it is rendered; the same one every time. */
  readonly screen: () => ComponentType<P>;
}

/**
 * Like `lazy`, but a screen whose chunk is already there is rendered at once: `lazy` would show its
 * fallback first, and React then keeps a fallback for a third of a second.
 */
export function preloadable<P extends object>(
  load: () => Promise<{ readonly default: ComponentType<P> }>,
): Preloadable<P> {
  const Lazy: ComponentType<P> = lazy(load);
  let loaded: ComponentType<P> | null = null;
  let chosen: ComponentType<P> | null = null;
  return {
    preload: async () => {
      loaded = (await load()).default;
    },
    screen: () => {
      chosen ??= loaded ?? Lazy;
      return chosen;
    },
  };
}
