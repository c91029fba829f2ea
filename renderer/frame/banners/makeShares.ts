/** More would make a sentence that nobody reads. */
const NAMED = 3;

/**
 * Vehicles by make, the most common first. After the third, and where the make is not known, they are
 * only counted as others.
 */
export function makeShares(makes: readonly (string | null)[]): {
  readonly named: readonly { readonly make: string; readonly count: number }[];
  readonly others: number;
} {
  const counts = new Map<string, number>();
  for (const make of makes) if (make !== null) counts.set(make, (counts.get(make) ?? 0) + 1);
  const named = [...counts]
    .map(([make, count]) => ({ make, count }))
    .toSorted((one, other) => other.count - one.count || (one.make < other.make ? -1 : 1))
    .slice(0, NAMED);
  const told = named.reduce((sum, { count }) => sum + count, 0);
  return { named, others: makes.length - told };
}
