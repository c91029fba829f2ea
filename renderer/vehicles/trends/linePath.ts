import type { SmallLine, SmallLineKind } from '../../../contract/trends.ts';
import { gapsBefore } from './gaps.ts';

/** The size of a small line in CSS pixels. */
export const LINE_SIZE = { width: 40, height: 16 } as const;

/** Room for the round ends of the stroke. */
const EDGE = 1.5;
/** A stroke this long looks like a dot. */
const DOT = 1;

const rounded = (number: number) => Number(number.toFixed(1));

/** Levels are drawn from empty to full; kilometres from their first to their last. */
function limitsOf(kind: SmallLineKind, line: SmallLine): readonly [number, number] {
  if (kind !== 'odometer') return [0, 1];
  const numbers = line.map(([, number]) => number);
  return [Math.min(...numbers), Math.max(...numbers)];
}

/**
 * The path of a small line over a time (milliseconds since the epoch), open where there are gaps; a value
 * by itself becomes a dot. Empty where there is nothing to draw.
 */
export function linePath(kind: SmallLineKind, line: SmallLine, from: number, to: number): string {
  const [low, high] = limitsOf(kind, line);
  const gaps = gapsBefore(line.map(([moment]) => moment));
  const width = LINE_SIZE.width - 2 * EDGE;
  const height = LINE_SIZE.height - 2 * EDGE;
  const steps = line.map(([moment, number], at) => {
    const x = rounded(EDGE + ((moment - from) / (to - from)) * width);
    const share = high === low ? 0.5 : (number - low) / (high - low);
    const y = rounded(EDGE + (1 - share) * height);
    const isStart = at === 0 || gaps.has(at);
    const isAlone = isStart && (at === line.length - 1 || gaps.has(at + 1));
    if (isAlone) return `M${rounded(x - DOT / 2)} ${y}h${DOT}`;
    return `${isStart ? 'M' : 'L'}${x} ${y}`;
  });
  return steps.join('');
}
