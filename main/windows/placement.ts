/** A place on the desktop in its own pixels, as Electron's `Rectangle`. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is remembered of a window; without a place the desktop chooses one. */
export interface WantedBounds {
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  readonly width: number;
  readonly height: number;
}

/** Smaller than this the app is no pleasure; smaller screens get what they have. */
export const MIN_SIZE = { width: 1024, height: 640 };

interface Placement {
  /** Without `x` and `y`: the desktop chooses. */
  readonly bounds: WantedBounds;
  /** What the person may make of it, on this screen. */
  readonly least: { readonly width: number; readonly height: number };
}

/** The pixels that two areas share. */
function shared(one: Bounds, other: Bounds): number {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, across) * Math.max(0, down);
}

const within = (least: number, value: number, most: number) =>
  Math.max(least, Math.min(value, most));

/**
 * Where a window goes: on the screen that shows most of it, wholly inside the part that is free of
 * taskbars. One whose screen is gone comes to the middle of the first one. `workAreas` has the primary
 * screen's first.
 */
export function placed(wanted: WantedBounds, workAreas: readonly Bounds[]): Placement {
  const [primary] = workAreas;
  if (!primary) return { bounds: wanted, least: MIN_SIZE };
  const { x, y } = wanted;
  const isPlaced = x !== undefined && y !== undefined;
  const byShare = workAreas
    .map((area) => ({ area, share: isPlaced ? shared({ ...wanted, x, y }, area) : 0 }))
    .toSorted((one, other) => other.share - one.share);
  const [best] = byShare;
  const isSeen = best !== undefined && best.share > 0;
  const area = isSeen ? best.area : primary;

  const least = {
    width: Math.min(MIN_SIZE.width, area.width),
    height: Math.min(MIN_SIZE.height, area.height),
  };
  const width = within(least.width, wanted.width, area.width);
  const height = within(least.height, wanted.height, area.height);
  if (!isPlaced) return { bounds: { width, height }, least };
  if (!isSeen) {
    const middle = {
      x: area.x + Math.round((area.width - width) / 2),
      y: area.y + Math.round((area.height - height) / 2),
    };
    return { bounds: { ...middle, width, height }, least };
  }
  const bounds = {
    x: within(area.x, x, area.x + area.width - width),
    y: within(area.y, y, area.y + area.height - height),
    width,
    height,
  };
  return { bounds, least };
}
