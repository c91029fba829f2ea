import type { PointerEvent } from 'react';

/**
 * A tooltip that is made when the pointer arrives. Hundreds of cells have one, of exact times that
 * are costly to write, and nobody reads them before.
 */
export function lazyTitle(make: () => string): {
  readonly onPointerEnter: (event: PointerEvent<HTMLElement>) => void;
} {
  return {
    onPointerEnter: ({ currentTarget }) => {
      currentTarget.title = make();
    },
  };
}
