import type { RefObject } from 'react';
import type { Position } from '../places/geo.ts';
import type { Point } from './areas.ts';
import type { Bounds } from './bounds.ts';
import type { Palette } from './palette.ts';
import type { Pin } from './pins.ts';

/** What moves a map, whichever way it is drawn. */
export interface MapHandle {
  readonly show: (bounds: Bounds) => void;
  /** Closer (1) or further away (-1). */
  readonly zoom: (by: 1 | -1) => void;
  /** By fractions of what is in view, to the right and downwards. */
  readonly pan: (right: number, down: number) => void;
  /** Makes sure that a position is in view. */
  readonly reveal: (position: Position) => void;
  /** Where a position is on the screen. */
  readonly pointOf: (position: Position) => Point;
}

/** What both ways of drawing the map are given. */
export interface MapDrawing {
  readonly handle: RefObject<MapHandle | null>;
  readonly pins: readonly Pin[];
  readonly picked: ReadonlySet<string>;
  /** The pin that the keyboard is at. */
  readonly current: Pin | null;
  /** The place that distances are counted from. */
  readonly from: (Position & { readonly name: string }) | null;
  readonly palette: Palette;
  /** What is to be in view at first. */
  readonly start: Bounds;
  readonly onView: (bounds: Bounds) => void;
  /** The map got another size; `onView` tells what is in view now after this. */
  readonly onResize: () => void;
  /** A pin was clicked; `isAdded` where it is to be picked rather than opened. */
  readonly onPin: (id: string, isAdded: boolean) => void;
  /** All has been drawn for the first time. */
  readonly onReady: () => void;
}
