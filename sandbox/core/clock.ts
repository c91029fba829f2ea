/** The sandbox's time: the machine's (or an injected one) plus an offset that tests may advance. */
export type Clock = {
  /** Milliseconds since the epoch. */
  now: () => number;
  /** How far the clock runs ahead of its source, in milliseconds. */
  offset: () => number;
  /** Moves the clock forward by `ms` (zero or more). */
  advance: (ms: number) => void;
};

/** Makes a clock on top of `source`, starting `offset` milliseconds ahead of it. */
export function createClock(source: () => number, offset = 0): Clock {
  let ahead = offset;
  return {
    now: () => source() + ahead,
    offset: () => ahead,
    advance: (ms) => {
      ahead += ms;
    },
  };
}
