import type { Position } from '../../places/geo.ts';
import type { Bounds } from '../bounds.ts';

/** What of the earth a plain map shows: degrees are as long to the north as to the east at its middle. */
export interface PlainView extends Position {
  /** Pixels per degree of latitude. */
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const MAX_SCALE = 20_000;
const PADDING = 40;

/** How much shorter a degree of longitude is drawn than one of latitude. */
export const squeeze = ({ latitude }: Pick<PlainView, 'latitude'>) =>
  Math.max(0.2, Math.cos((latitude * Math.PI) / 180));

/** The view that just holds these bounds. */
export function fitted(bounds: Bounds, { width, height }: Size): PlainView {
  const latitude = (bounds.south + bounds.north) / 2;
  const longitude = (bounds.west + bounds.east) / 2;
  const across = Math.max((bounds.east - bounds.west) * squeeze({ latitude }), 0.01);
  const upwards = Math.max(bounds.north - bounds.south, 0.01);
  const scale = Math.min(
    Math.max(width - 2 * PADDING, PADDING) / across,
    Math.max(height - 2 * PADDING, PADDING) / upwards,
  );
  return { latitude, longitude, scale };
}

/** Closer or further away, never further than the whole earth. */
export function zoomed(view: PlainView, factor: number, { height }: Size): PlainView {
  const scale = Math.min(MAX_SCALE, Math.max(height / 180, view.scale * factor));
  return { ...view, scale };
}

/** By so many pixels to the right and downwards. */
export function moved(view: PlainView, right: number, down: number): PlainView {
  const longitude = view.longitude + right / (view.scale * squeeze(view));
  const latitude = view.latitude - down / view.scale;
  return {
    ...view,
    longitude: Math.min(180, Math.max(-180, longitude)),
    latitude: Math.min(85, Math.max(-85, latitude)),
  };
}

/** Where a position is drawn, in pixels from the upper left corner. */
export function projected(
  view: PlainView,
  { width, height }: Size,
  { latitude, longitude }: Position,
): { readonly x: number; readonly y: number } {
  return {
    x: width / 2 + (longitude - view.longitude) * view.scale * squeeze(view),
    y: height / 2 - (latitude - view.latitude) * view.scale,
  };
}

/** The part of the earth that is in view. */
export function boundsOfView(view: PlainView, { width, height }: Size): Bounds {
  const across = width / 2 / (view.scale * squeeze(view));
  const upwards = height / 2 / view.scale;
  return {
    west: view.longitude - across,
    east: view.longitude + across,
    south: view.latitude - upwards,
    north: view.latitude + upwards,
  };
}
