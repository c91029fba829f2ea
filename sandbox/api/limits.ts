import type { Clock } from '../core/clock.ts';
import type { Store } from '../core/store.ts';
import type { Settings } from '../options.ts';
import { ApiError } from './errors.ts';

/** Counts requests against Smartcar's three kinds of limit; each throws when it is exceeded. */
export type Limits = {
  /** One HTTP request of the application. */
  countRequest: () => void;
  /** One request that reaches a vehicle; each path of a batch is one. */
  countVehicle: (vehicleId: string) => void;
  /** Starts all counters afresh. */
  clear: () => void;
};

type Needs = { settings: Settings; clock: Clock; store: Store };

const MINUTE_MS = 60_000;

/** Makes the limits ("API limits" and "Rate limit errors" in Smartcar's docs). */
export function createLimits({ settings, clock, store }: Needs): Limits {
  const { rateLimit, vehicleLimit, monthlyLimit } = settings;
  let bucket = { tokens: rateLimit?.capacity ?? 0, at: clock.now() };
  const windows = new Map<string, { from: number; count: number }>();

  const countRequest = () => {
    if (!rateLimit) return;
    const { capacity, perMinute } = rateLimit;
    const now = clock.now();
    const gained = ((now - bucket.at) / MINUTE_MS) * perMinute;
    const tokens = Math.min(capacity, bucket.tokens + gained);
    bucket = { tokens, at: now };
    if (tokens < 1) throw new ApiError('RATE_LIMIT:SMARTCAR_API');
    bucket.tokens -= 1;
  };

  const countMonth = (vehicleId: string) => {
    if (monthlyLimit === undefined) return;
    const { state } = store;
    const month = new Date(clock.now()).toISOString().slice(0, 7);
    if (state.requestCounts.month !== month) state.requestCounts = { month, byVehicle: {} };
    const { byVehicle } = state.requestCounts;
    const count = byVehicle[vehicleId] ?? 0;
    if (count >= monthlyLimit) throw new ApiError('BILLING:VEHICLE_REQUEST_LIMIT');
    byVehicle[vehicleId] = count + 1;
    store.changed();
  };

  const countWindow = (vehicleId: string) => {
    if (!vehicleLimit) return;
    const now = clock.now();
    const length = vehicleLimit.seconds * 1_000;
    const window = windows.get(vehicleId);
    if (!window || now >= window.from + length) {
      windows.set(vehicleId, { from: now, count: 1 });
      return;
    }
    if (window.count >= vehicleLimit.requests) {
      const retryAfter = Math.ceil((window.from + length - now) / 1_000);
      throw new ApiError('RATE_LIMIT:VEHICLE', { retryAfter });
    }
    window.count += 1;
  };

  return {
    countRequest,
    countVehicle: (vehicleId) => {
      countWindow(vehicleId);
      countMonth(vehicleId);
    },
    clear: () => {
      bucket = { tokens: rateLimit?.capacity ?? 0, at: clock.now() };
      windows.clear();
    },
  };
}
