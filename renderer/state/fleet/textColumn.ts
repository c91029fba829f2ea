/**
 * A text per slot. Each different text is kept once, and its rank among all of them is kept too, so that
 * sorting compares numbers: comparing texts the way people order them costs twenty times as much.
 */
export interface TextColumn {
  readonly kind: 'text';
  /** `null` and the empty text are no text. Answers whether that changed anything. */
  set(slot: number, text: string | null): boolean;
  at(slot: number): string | null;
  /** Which of the different texts the slot has; 0 for none. */
  codeAt(slot: number): number;
  /** The different texts by their code; the first stands for none. Some may have no slot any more. */
  readonly texts: readonly string[];
  /** Places of all codes in the order of their texts. */
  ranks(): Uint32Array;
  /** How many slots have each text, by code. */
  counts(): Uint32Array;
}

const FIRST_CAPACITY = 64;

/** Numbers within texts by their value: "Van 9" comes before "Van 10". */
const collator = new Intl.Collator('en', { numeric: true });

export function createTextColumn(): TextColumn {
  let codes = new Uint32Array(FIRST_CAPACITY);
  let used = 0;
  const texts = [''];
  const codeOf = new Map<string, number>();
  let order: number[] = [];
  let ranks = new Uint32Array(1);
  const compare = (one: number, other: number) =>
    collator.compare(texts[one] ?? '', texts[other] ?? '');

  function code(text: string | null): number {
    if (text === null || text === '') return 0;
    const known = codeOf.get(text);
    if (known !== undefined) return known;
    const next = texts.push(text) - 1;
    codeOf.set(text, next);
    return next;
  }

  /** Puts the texts that are new into the order of those that have their place already. */
  function settle(): void {
    const added = Array.from(
      { length: texts.length - 1 - order.length },
      (_, at) => order.length + 1 + at,
    );
    if (added.length === 0) return;
    added.sort(compare);
    const merged: number[] = [];
    let from = 0;
    for (const one of added) {
      let low = from;
      let high = order.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (compare(order[middle] ?? 0, one) <= 0) low = middle + 1;
        else high = middle;
      }
      for (; from < low; from += 1) merged.push(order[from] ?? 0);
      merged.push(one);
    }
    for (; from < order.length; from += 1) merged.push(order[from] ?? 0);
    order = merged;
    ranks = new Uint32Array(texts.length);
    for (const [rank, one] of order.entries()) ranks[one] = rank + 1;
  }

  return {
    kind: 'text',
    texts,
    set(slot, text) {
      if (slot >= codes.length) {
        const larger = new Uint32Array(Math.max(slot + 1, codes.length * 2));
        larger.set(codes);
        codes = larger;
      }
      used = Math.max(used, slot + 1);
      const next = code(text);
      if (codes[slot] === next) return false;
      codes[slot] = next;
      return true;
    },
    at: (slot) => texts[codes[slot] ?? 0] || null,
    codeAt: (slot) => codes[slot] ?? 0,
    ranks() {
      settle();
      return ranks;
    },
    counts() {
      const counts = new Uint32Array(texts.length);
      for (let slot = 0; slot < used; slot += 1) {
        const one = codes[slot] ?? 0;
        counts[one] = (counts[one] ?? 0) + 1;
      }
      return counts;
    },
  };
}
