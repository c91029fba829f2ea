import type { Budget } from '../../../contract/budget.ts';
import type { CallMeter, CallOutcome, MeteredCall } from '../../smartcar/callMeter.ts';
import { SmartcarError } from '../../smartcar/errors.ts';
import type { NewCall } from '../callNotes.ts';
import type { LocalCopy } from '../localCopy/localCopy.ts';
import { backOff } from './backOff.ts';
import type { Clock } from './clock.ts';
import { createTokenBucket, type TokenBucket } from './tokenBucket.ts';

/** Longer than this nobody is kept waiting without being told. */
const WAIT_LIMIT_MS = 20_000;

/** Smartcar's application limit asks for exponential back-off (reference, "Limits and retries"). */
const THROTTLED = { baseMs: 30_000, capMs: 15 * 60_000 };

/** Answers that Smartcar does not count against a vehicle's quota. */
const UNCOUNTED: ReadonlySet<number> = new Set([401, 429, 430]);

export interface CallMeterOptions {
  readonly localCopy: Pick<LocalCopy, 'bucket' | 'save'>;
  /** `applicationKey` of the application in use; each has its own bucket. */
  readonly application: () => string | null;
  readonly budget: () => Budget;
  readonly clock: Clock;
  readonly random: () => number;
  /** A call was made. */
  readonly onCall: (call: NewCall) => void;
}

/** The meter, and what is left, for those who plan. */
export interface BudgetMeter extends CallMeter {
  /** Reads the bucket of the application in use; before that there is nothing to spend. */
  load(): Promise<void>;
  /** Requests that could be made now, with fractions. */
  left(): number;
  /** Milliseconds until so many requests can be made. */
  waitFor(requests: number): number;
  /** True after Smartcar refused for the application's limit, until it is time to try again. */
  isThrottled(): boolean;
}

function countedOf({ vehicleId, items }: MeteredCall, { status }: CallOutcome): number {
  if (vehicleId === null || status === null || UNCOUNTED.has(status)) return 0;
  return Math.max(1, items.length);
}

export function createCallMeter(options: CallMeterOptions): BudgetMeter {
  const { localCopy, clock } = options;
  const buckets = new Map<string, TokenBucket>();
  let throttledUntil = Number.NEGATIVE_INFINITY;
  let refusals = 0;
  let lastTurn: Promise<unknown> = Promise.resolve();

  async function load(): Promise<void> {
    const application = options.application();
    if (application === null || buckets.has(application)) return;
    const saved = await localCopy.bucket(application);
    if (buckets.has(application)) return;
    buckets.set(
      application,
      createTokenBucket({ saved, uptime: clock.uptime, rate: options.budget }),
    );
  }

  function current(): { application: string; bucket: TokenBucket } | null {
    const application = options.application();
    const bucket = application === null ? undefined : buckets.get(application);
    return application !== null && bucket ? { application, bucket } : null;
  }

  const throttledFor = () => Math.max(0, throttledUntil - clock.uptime());

  function waitFor(requests: number): number {
    return Math.max(throttledFor(), current()?.bucket.waitFor(requests) ?? 0);
  }

  async function take(deadline: number): Promise<void> {
    for (;;) {
      await load();
      const spent = current();
      if (!spent) throw new SmartcarError({ type: 'NETWORK' });
      const wait = waitFor(1);
      if (wait <= 0) {
        // Saved before the request leaves: a process that is killed now cannot spend it twice.
        const { application, bucket } = spent;
        await localCopy.save({ bucket: { application, row: bucket.take() } });
        return;
      }
      if (clock.uptime() + wait > deadline) {
        const retryAfter = Math.ceil(wait / 1000);
        throw new SmartcarError({ type: 'RATE_LIMIT', code: 'SMARTCAR_API', retryAfter });
      }
      await new Promise<void>((resolve) => clock.after(wait, resolve));
    }
  }

  return {
    load,
    left: () => (throttledFor() > 0 ? 0 : (current()?.bucket.tokens() ?? 0)),
    waitFor,
    isThrottled: () => throttledFor() > 0,

    admit() {
      const deadline = clock.uptime() + WAIT_LIMIT_MS;
      const turn = lastTurn.then(() => take(deadline));
      lastTurn = turn.catch(() => undefined);
      return turn;
    },

    record(call, outcome) {
      if (outcome.code === 'RATE_LIMIT:SMARTCAR_API') {
        // Requests that were under way together are refused together: that is one refusal.
        if (throttledFor() === 0) refusals += 1;
        const told = outcome.retryAfter === null ? null : outcome.retryAfter * 1000;
        const wait = told ?? backOff(refusals, THROTTLED, options.random);
        throttledUntil = Math.max(throttledUntil, clock.uptime() + wait);
        const spent = current();
        if (spent) {
          const { application, bucket } = spent;
          void localCopy.save({ bucket: { application, row: bucket.empty() } });
        }
      } else if (outcome.status !== null) {
        refusals = 0;
      }
      const { sentAt, retryAfter: _retryAfter, ...rest } = outcome;
      const at = new Date(sentAt).toISOString();
      options.onCall({ ...call, ...rest, at, counted: countedOf(call, outcome) });
    },
  };
}
