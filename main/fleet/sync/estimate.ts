/** What the end of the queue depends on. */
export interface Outlook {
  /** Vehicles that are being read, and those that wait for nothing but their turn. */
  readonly running: number;
  readonly ready: number;
  /** Requests that these will make. */
  readonly requests: number;
  /** Requests that may be made for them now, and how many come per minute. */
  readonly calls: number;
  readonly refillPerMinute: number;
  /** Milliseconds before any request may be made. */
  readonly blockedMs: number;
  /** Mean duration of a read in milliseconds. */
  readonly readMs: number;
  readonly concurrency: number;
  /** Milliseconds until the last vehicle that is held may be asked; `null` where none is. */
  readonly lastHoldMs: number | null;
}

/**
 * Milliseconds until the queue is done: whichever of the two bounds is tighter, the budget or the cars'
 * answers, and not before the last hold has ended.
 */
export function remainingMs(outlook: Outlook): number {
  const { running, ready, requests, calls, refillPerMinute, readMs, lastHoldMs } = outlook;
  if (running + ready === 0 && lastHoldMs === null) return 0;
  const missing = Math.max(0, requests - calls);
  const byBudget =
    ready === 0 ? 0 : outlook.blockedMs + (missing / refillPerMinute) * 60_000 + readMs;
  const byAnswers = ((running / 2 + ready) / outlook.concurrency) * readMs;
  const byHolds = lastHoldMs === null ? 0 : lastHoldMs + readMs;
  return Math.max(byBudget, byAnswers, byHolds);
}
