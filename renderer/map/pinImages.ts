import type { Freshness } from '../readings/freshness.ts';
import type { Palette } from './palette.ts';
import { PIN_KINDS, type PinKind } from './pins.ts';

/** Pixels of the screen per pixel of the page, for sharp edges. */
export const PIN_RATIO = 2;
/** A pin without and with the ring around it. */
export const PIN_SIZE = 18;
export const RINGED_SIZE = 28;

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

/** The ring tells the age of a position: whole, then broken, then none around a hollow pin. */
export const RING_RADIUS = 12;
export const RING_WIDTH = 1.5;
export const RING_DASHES: Readonly<Record<Freshness, readonly number[] | null>> = {
  fresh: [],
  // Twelve dashes and gaps on the way around.
  older: [(2 * Math.PI * RING_RADIUS) / 24],
  stale: null,
};

export const AGES = ['fresh', 'older', 'stale'] as const satisfies readonly Freshness[];

export const pinImageName = (kind: PinKind, age: Freshness) => `${kind}-${age}`;

function drawRing(context: OffscreenCanvasRenderingContext2D, age: Freshness, colour: string) {
  const dashes = RING_DASHES[age];
  if (!dashes) return;
  context.beginPath();
  context.setLineDash([...dashes]);
  context.arc(0, 0, RING_RADIUS, 0, 2 * Math.PI);
  context.strokeStyle = colour;
  context.lineWidth = RING_WIDTH;
  context.stroke();
  context.setLineDash([]);
}

function drawPin(kind: PinKind, age: Freshness, palette: Palette): ImageData {
  const side = RINGED_SIZE * PIN_RATIO;
  const context = new OffscreenCanvas(side, side).getContext('2d');
  if (!context) throw new Error('The window cannot draw');
  const isStale = age === 'stale';
  const corners = PIN_SHAPES[kind];
  context.scale(PIN_RATIO, PIN_RATIO);
  context.translate(RINGED_SIZE / 2, RINGED_SIZE / 2);
  drawRing(context, age, palette[kind]);
  context.beginPath();
  if (corners) {
    for (const [x, y] of corners) context.lineTo((x - 0.5) * PIN_SIZE, (y - 0.5) * PIN_SIZE);
    context.closePath();
  } else {
    context.arc(0, 0, CIRCLE_RADIUS * PIN_SIZE, 0, 2 * Math.PI);
  }
  context.lineJoin = 'round';
  context.strokeStyle = palette.halo;
  context.lineWidth = 4;
  if (isStale) context.stroke();
  context.fillStyle = isStale ? palette.halo : palette[kind];
  context.fill();
  context.strokeStyle = isStale ? palette[kind] : palette.halo;
  context.lineWidth = isStale ? 2.4 : 1.4;
  context.stroke();
  return context.getImageData(0, 0, side, side);
}

/** A picture per kind of pin and age, by the names that the style uses. */
export function pinImages(palette: Palette): readonly (readonly [name: string, ImageData])[] {
  return PIN_KINDS.flatMap((kind) =>
    AGES.map((age) => [pinImageName(kind, age), drawPin(kind, age, palette)] as const),
  );
}
