/** A number per slot; `NaN` where there is none. */
export interface NumberColumn {
  readonly kind: 'number';
  /** Answers whether that changed anything. */
  set(slot: number, value: number): boolean;
  at(slot: number): number;
}

const FIRST_CAPACITY = 64;

export function createNumberColumn(): NumberColumn {
  let values = new Float64Array(FIRST_CAPACITY).fill(Number.NaN);
  return {
    kind: 'number',
    set(slot, value) {
      if (slot >= values.length) {
        const larger = new Float64Array(Math.max(slot + 1, values.length * 2)).fill(Number.NaN);
        larger.set(values);
        values = larger;
      }
      if (Object.is(values[slot], value)) return false;
      values[slot] = value;
      return true;
    },
    at: (slot) => values[slot] ?? Number.NaN,
  };
}
