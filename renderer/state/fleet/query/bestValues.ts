import { fold } from './fold.ts';

interface Found {
  readonly value: string;
  readonly count: number;
  readonly isPrefix: boolean;
}

/** Negative where `a` is to stand before `b`: what begins so, then what is frequent, then by name. */
function compare(a: Found, b: Found): number {
  if (a.isPrefix !== b.isPrefix) return a.isPrefix ? -1 : 1;
  if (a.count !== b.count) return b.count - a.count;
  return a.value < b.value ? -1 : 1;
}

/**
 * The values that hold what is typed so far, the best first; not the one that is typed completely.
 * One pass that keeps a few: there can be as many drivers as vehicles.
 */
export function bestValues(
  values: ReadonlyMap<string, number>,
  typed: string,
  limit: number,
): readonly { readonly value: string; readonly count: number }[] {
  const wanted = fold(typed);
  const best: Found[] = [];
  for (const [value, count] of values) {
    const folded = wanted === '' ? '' : fold(value);
    const at = folded.indexOf(wanted);
    if (at === -1 || (wanted !== '' && folded === wanted)) continue;
    const found = { value, count, isPrefix: at === 0 };
    const place = best.findIndex((other) => compare(found, other) < 0);
    if (place !== -1) best.splice(place, 0, found);
    else if (best.length < limit) best.push(found);
    if (best.length > limit) best.pop();
  }
  return best;
}
