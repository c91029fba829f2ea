import { Suspense } from 'react';
import type { Preloadable } from './preloadable.ts';

interface PreloadedProps<P extends object> {
  readonly of: Preloadable<P>;
  readonly with: P;
}

/** Shows a screen of its own chunk; nothing in its place until the chunk is there. */
export function Preloaded<P extends object>({ of, with: props }: PreloadedProps<P>) {
  const Screen = of.screen();
  return (
    <Suspense>
      <Screen {...props} />
    </Suspense>
  );
}
