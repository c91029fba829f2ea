import type { Palette } from './palette.ts';
import { PIN_KINDS, type PinKind } from './pins.ts';

/** Pixels of the screen per pixel of the page, for sharp edges. */
export const PIN_RATIO = 2;
export const PIN_SIZE = 18;

/** Corners of each shape in a square from 0 to 1; the circle has none. */
export const PIN_SHAPES: Readonly<Record<PinKind, readonly (readonly [number, number])[] | null>> =
  {
    ok: null,
    act: [
      [0.5, 0.1],
      [0.94, 0.87],
      [0.06, 0.87],
    ],
    problem: [
      [0.17, 0.17],
      [0.83, 0.17],
      [0.83, 0.83],
      [0.17, 0.83],
    ],
    waiting: [
      [0.5, 0.06],
      [0.94, 0.5],
      [0.5, 0.94],
      [0.06, 0.5],
    ],
  };

export const CIRCLE_RADIUS = 0.37;

export const pinImageName = (kind: PinKind, isStale: boolean) => `${kind}${isStale ? '-old' : ''}`;

function drawPin(kind: PinKind, isStale: boolean, palette: Palette): ImageData {
  const size = PIN_SIZE * PIN_RATIO;
  const context = new OffscreenCanvas(size, size).getContext('2d');
  if (!context) throw new Error('The window cannot draw');
  const corners = PIN_SHAPES[kind];
  context.beginPath();
  if (corners) {
    for (const [x, y] of corners) context.lineTo(x * size, y * size);
    context.closePath();
  } else {
    context.arc(size / 2, size / 2, CIRCLE_RADIUS * size, 0, 2 * Math.PI);
  }
  context.lineJoin = 'round';
  context.strokeStyle = palette.halo;
  context.lineWidth = 4 * PIN_RATIO;
  if (isStale) context.stroke();
  context.fillStyle = isStale ? palette.halo : palette[kind];
  context.fill();
  context.strokeStyle = isStale ? palette[kind] : palette.halo;
  context.lineWidth = (isStale ? 2.4 : 1.4) * PIN_RATIO;
  context.stroke();
  return context.getImageData(0, 0, size, size);
}

/** A picture per kind of pin, full and hollow, by the names that the style uses. */
export function pinImages(palette: Palette): readonly (readonly [name: string, ImageData])[] {
  return PIN_KINDS.flatMap((kind) =>
    [false, true].map(
      (isStale) => [pinImageName(kind, isStale), drawPin(kind, isStale, palette)] as const,
    ),
  );
}
