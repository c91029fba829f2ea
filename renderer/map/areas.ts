/** A place on the screen, in pixels from the map's upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A part of the map on the screen, in pixels from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function isInBox({ x, y }: Point, { left, top, right, bottom }: Box): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** Whether a point lies within a line that is thought closed: a line to the right crosses it unevenly. */
export function isInLasso({ x, y }: Point, line: readonly Point[]): boolean {
  let isIn = false;
  let from = line.at(-1);
  for (const to of line) {
    if (from && from.y > y !== to.y > y) {
      const crossing = from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x);
      if (x < crossing) isIn = !isIn;
    }
    from = to;
  }
  return isIn;
}

/** The box around a line. */
export function boxAround(line: readonly Point[]): Box {
  const xs = line.map(({ x }) => x);
  const ys = line.map(({ y }) => y);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}
