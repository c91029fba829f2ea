/** Time as the engine needs it, so that a month can be lived through in a test. */
export interface Clock {
  /** Milliseconds since the epoch; people and network may set it forward and back. */
  now(): number;
  /** Milliseconds since the computer started; only ever grows, the computer's sleep included. */
  uptime(): number;
  /** Calls back once; answers the function that calls it off. */
  after(ms: number, callback: () => void): () => void;
}
