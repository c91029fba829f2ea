const DAY_MS = 86_400_000;

/** History is kept as one value a day after 30 days, so that neighbours may lie two days apart. */
const NEVER_A_GAP_MS = 2 * DAY_MS;
const TIMES_THE_USUAL = 4;
/** Of fewer distances none is the usual one. */
const ENOUGH_TO_KNOW = 3;

/**
 * The time (ms) that neighbours may lie apart and still be joined by a line: four times the median
 * distance, and two days at least; two days where there are too few values to tell. Over a longer one nothing is known, so nothing is drawn.
 */
export function longestJoined(moments: readonly number[]): number {
  const distances = moments.slice(1).map((moment, at) => moment - (moments[at] ?? moment));
  const sorted = distances.toSorted((one, other) => one - other);
  const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  if (sorted.length < ENOUGH_TO_KNOW) return NEVER_A_GAP_MS;
  return Math.max(NEVER_A_GAP_MS, TIMES_THE_USUAL * median);
}

/** The places before which a gap lies. */
export function gapsBefore(moments: readonly number[]): ReadonlySet<number> {
  const longest = longestJoined(moments);
  const found = new Set<number>();
  for (const [at, moment] of moments.entries()) {
    if (moment - (moments[at - 1] ?? moment) > longest) found.add(at);
  }
  return found;
}
