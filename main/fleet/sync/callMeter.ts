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
  /** Of the application with this key. */
  readonly budget: (application: string) => Budget;
  readonly clock: Clock;
  readonly random: () => number;
  /** A call was made. */
  readonly onCall: (call: NewCall) => void;
}

/**
 * The meter, and what is left for the application in use, for those who plan. Calls that it is not told the
 * application of are taken for that one's.
 */
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

export interface ApplicationMeters extends BudgetMeter {
  /** The meter for one application's calls, whichever is in use when they are made or answered. */
  of(application: string): CallMeter;
}

function countedOf({ vehicleId, items }: MeteredCall, { status }: CallOutcome): number {
  if (vehicleId === null || status === null || UNCOUNTED.has(status)) return 0;
  return Math.max(1, items.length);
}

/** What Smartcar lets one application do. */
interface Account {
  readonly application: string;
  readonly bucket: TokenBucket;
  /** By the computer's uptime. */
  throttledUntil: number;
  refusals: number;
}

export function createCallMeter(options: CallMeterOptions): ApplicationMeters {
  const { localCopy, clock } = options;
  const accounts = new Map<string, Account>();
  /** By application: nobody waits for another one's limits. */
  const lastTurns = new Map<string, Promise<unknown>>();

  async function open(application: string): Promise<Account> {
    const known = accounts.get(application);
    if (known) return known;
    const saved = await localCopy.bucket(application);
    const opened = accounts.get(application) ?? {
      application,
      bucket: createTokenBucket({
        saved,
        uptime: clock.uptime,
        rate: () => options.budget(application),
      }),
      throttledUntil: Number.NEGATIVE_INFINITY,
      refusals: 0,
    };
    accounts.set(application, opened);
    return opened;
  }

  function current(): Account | null {
    const application = options.application();
    return application === null ? null : (accounts.get(application) ?? null);
  }

  const throttledFor = (account: Account | null) =>
    account ? Math.max(0, account.throttledUntil - clock.uptime()) : 0;

  function waitFor(account: Account | null, requests: number): number {
    return Math.max(throttledFor(account), account?.bucket.waitFor(requests) ?? 0);
  }

  async function take(application: string, deadline: number): Promise<void> {
    for (;;) {
      const account = await open(application);
      const wait = waitFor(account, 1);
      if (wait <= 0) {
        // Saved before the request leaves: a process that is killed now cannot spend it twice.
        await localCopy.save({ bucket: { application, row: account.bucket.take() } });
        return;
      }
      if (clock.uptime() + wait > deadline) {
        const retryAfter = Math.ceil(wait / 1000);
        throw new SmartcarError({ type: 'RATE_LIMIT', code: 'SMARTCAR_API', retryAfter });
      }
      await new Promise<void>((resolve) => clock.after(wait, resolve));
    }
  }

  /** Takes one of an application's requests, in turn; waits a little where there is none. */
  function admit(application: string | null): Promise<void> {
    if (application === null) return Promise.reject(new SmartcarError({ type: 'NETWORK' }));
    const deadline = clock.uptime() + WAIT_LIMIT_MS;
    const before = lastTurns.get(application) ?? Promise.resolve();
    const turn = before.then(() => take(application, deadline));
    lastTurns.set(
      application,
      turn.catch(() => undefined),
    );
    return turn;
  }

  function noteLimits(account: Account, { code, status, retryAfter }: CallOutcome): void {
    if (code !== 'RATE_LIMIT:SMARTCAR_API') {
      if (status !== null) account.refusals = 0;
      return;
    }
    // Requests that were under way together are refused together: that is one refusal.
    if (throttledFor(account) === 0) account.refusals += 1;
    const told = retryAfter === null ? null : retryAfter * 1000;
    const wait = told ?? backOff(account.refusals, THROTTLED, options.random);
    account.throttledUntil = Math.max(account.throttledUntil, clock.uptime() + wait);
    const { application, bucket } = account;
    void localCopy.save({ bucket: { application, row: bucket.empty() } });
  }

  function record(account: Account | null, call: MeteredCall, outcome: CallOutcome): void {
    if (account) noteLimits(account, outcome);
    const { sentAt, retryAfter: _retryAfter, ...rest } = outcome;
    const at = new Date(sentAt).toISOString();
    options.onCall({ ...call, ...rest, at, counted: countedOf(call, outcome) });
  }

  return {
    async load() {
      const application = options.application();
      if (application !== null) await open(application);
    },
    left() {
      const account = current();
      return throttledFor(account) > 0 ? 0 : (account?.bucket.tokens() ?? 0);
    },
    waitFor: (requests) => waitFor(current(), requests),
    isThrottled: () => throttledFor(current()) > 0,

    admit: () => admit(options.application()),
    record: (call, outcome) => record(current(), call, outcome),

    of: (application) => ({
      admit: () => admit(application),
      record: (call, outcome) => record(accounts.get(application) ?? null, call, outcome),
    }),
  };
}
