/** From 0 up to 1. */
type Random = () => number;

/**
 * How long to wait before another try: it doubles with every failure, up to a limit, and is drawn from
 * the upper half of that, so that many who failed together do not come back together.
 */
export function backOff(
  tries: number,
  { baseMs, capMs }: { readonly baseMs: number; readonly capMs: number },
  random: Random,
): number {
  const longest = Math.min(capMs, baseMs * 2 ** Math.max(0, tries - 1));
  return longest * (0.5 + random() / 2);
}
