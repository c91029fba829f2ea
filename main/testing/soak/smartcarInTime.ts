import { monthOf } from '../../../contract/month.ts';
import type { SimulatedClock } from '../simulatedClock.ts';

/** What the stand-in allows, and whom it knows. */
export interface SmartcarOptions {
  readonly clock: SimulatedClock;
  readonly random: () => number;
  readonly vehicles: readonly string[];
  readonly capacity: number;
  readonly refillPerMinute: number;
  readonly callsPerVehiclePerMonth: number;
}

/** What Smartcar has seen, by true time, which nobody can set. */
export interface Ledger {
  /** The lowest that the application's bucket ever was; below nothing means that it was exceeded. */
  lowest: number;
  requests: number;
  /** Reads of vehicles whose month was used up, while the asking computer knew the right month. */
  beyondMonth: number;
  /** Odometer values that were handed out, per vehicle in order. */
  readonly delivered: Map<string, number[]>;
  /** When that was, in milliseconds since the beginning. */
  readonly deliveredAt: Map<string, number[]>;
  /** The most calls that a vehicle was ever granted in a month. */
  mostInMonth: number;
  /** How often each kind of trouble was made. */
  readonly troubles: Map<string, number>;
}

export interface SmartcarInTime {
  readonly fetch: typeof fetch;
  readonly ledger: Ledger;
  /** The way to it is gone, or back. */
  setOffline(isOffline: boolean): void;
  /** Requests under way get no answer. */
  hangUp(): void;
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter?: number;
}

const PERMISSIONS = ['read_vehicle_info', 'read_odometer', 'read_fuel'];

const refusal = (status: number, type: string, code: string, retryAfter?: number): Reply => ({
  status,
  body: { type, code, statusCode: status, requestId: 'simulated', description: '' },
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

/** Troubles of a whole request, by how likely each is. */
const TROUBLES: readonly (readonly [share: number, name: string, reply: Reply | null])[] = [
  [0.005, 'no answer', null],
  [0.005, 'vehicle limit', refusal(429, 'RATE_LIMIT', 'VEHICLE', 600)],
  [0.001, 'maker limit', refusal(429, 'UPSTREAM', 'RATE_LIMIT')],
  [0.001, 'application limit', refusal(429, 'RATE_LIMIT', 'SMARTCAR_API')],
  [0.01, 'no response', refusal(502, 'UPSTREAM', 'NO_RESPONSE')],
  [0.01, 'asleep', refusal(409, 'VEHICLE_STATE', 'ASLEEP')],
  [0.003, 'broken page', { status: 500, body: undefined }],
  [0.002, 'old token', refusal(401, 'AUTHENTICATION', 'EXPIRED')],
];

/** Smartcar's side of a month in simulated time: its own bucket and counters, and trouble by chance. */
export function createSmartcarInTime(options: SmartcarOptions): SmartcarInTime {
  const { clock, random, vehicles, capacity, refillPerMinute } = options;
  const ledger: Ledger = {
    lowest: capacity,
    requests: 0,
    beyondMonth: 0,
    delivered: new Map(),
    deliveredAt: new Map(),
    mostInMonth: 0,
    troubles: new Map(),
  };
  const calls = new Map<string, number>();
  const underWay = new Set<(error: Error) => void>();
  let tokens = capacity;
  let filledAt = 0;
  let isOffline = false;

  const trueNow = () => clock.start + clock.elapsed();

  function take(): void {
    const gained = ((clock.elapsed() - filledAt) / 60_000) * refillPerMinute;
    tokens = Math.min(capacity, tokens + gained) - 1;
    filledAt = clock.elapsed();
    ledger.requests += 1;
    ledger.lowest = Math.min(ledger.lowest, tokens);
  }

  function chance(): Reply | null | undefined {
    let dice = random();
    for (const [share, name, reply] of TROUBLES) {
      dice -= share;
      if (dice >= 0) continue;
      ledger.troubles.set(name, (ledger.troubles.get(name) ?? 0) + 1);
      return reply;
    }
    return undefined;
  }

  function page(items: readonly string[], url: URL): readonly string[] {
    const offset = Number(url.searchParams.get('offset'));
    return items.slice(offset, offset + Number(url.searchParams.get('limit')));
  }

  function deliver(id: string): unknown {
    const values = ledger.delivered.get(id) ?? [];
    const times = ledger.deliveredAt.get(id) ?? [];
    const distance = values.length + 1;
    ledger.delivered.set(id, [...values, distance]);
    ledger.deliveredAt.set(id, [...times, clock.elapsed()]);
    return { distance };
  }

  function item(id: string, path: string): unknown {
    const headers = {
      'sc-unit-system': 'metric',
      'sc-data-age': new Date(trueNow()).toISOString(),
      'sc-fetched-at': new Date(trueNow()).toISOString(),
    };
    if (path === '/fuel') {
      const asleep = refusal(409, 'VEHICLE_STATE', 'ASLEEP').body;
      if (random() < 0.02) return { path, code: 409, body: asleep };
      return { path, code: 200, headers, body: { percentRemaining: 0.5, range: 300 } };
    }
    if (path === '/odometer') return { path, code: 200, headers, body: deliver(id) };
    const make = `MAKE${vehicles.indexOf(id) % 12}`;
    return { path, code: 200, headers, body: { make, model: 'M', year: 2024 } };
  }

  function batch(id: string, body: string): Reply {
    const { requests } = JSON.parse(body) as { requests: readonly { path: string }[] };
    const month = `${id} ${monthOf(trueNow())}`;
    const count = (calls.get(month) ?? 0) + requests.length;
    if (count > options.callsPerVehiclePerMonth) {
      ledger.beyondMonth += Number(monthOf(clock.now()) === monthOf(trueNow()));
      return refusal(430, 'BILLING', 'VEHICLE_REQUEST_LIMIT');
    }
    calls.set(month, count);
    ledger.mostInMonth = Math.max(ledger.mostInMonth, count);
    return { status: 200, body: { responses: requests.map(({ path }) => item(id, path)) } };
  }

  function answer(url: URL, body: string): Reply {
    const [, , , id = '', part] = url.pathname.split('/');
    const paging = (count: number) => ({ count, offset: 0 });
    if (part === 'batch') return batch(id, body);
    if (part === 'permissions') {
      const permissions = page(PERMISSIONS, url);
      return { status: 200, body: { permissions, paging: paging(PERMISSIONS.length) } };
    }
    return {
      status: 200,
      body: { vehicles: page(vehicles, url), paging: paging(vehicles.length) },
    };
  }

  /** Rejects when the line is cut before so much time has passed. */
  function travel(ms: number): Promise<void> {
    return new Promise((resolve, reject) => {
      underWay.add(reject);
      clock.after(ms, () => {
        underWay.delete(reject);
        resolve();
      });
    });
  }

  return {
    ledger,
    async fetch(input, init) {
      if (isOffline) throw new TypeError('fetch failed');
      take();
      const trouble = chance();
      await travel(2_000 + random() * 20_000);
      if (trouble === null) throw new TypeError('fetch failed');
      const { status, body, retryAfter } =
        trouble ?? answer(new URL(String(input)), String(init?.body));
      const headers = new Headers(
        retryAfter === undefined ? {} : { 'retry-after': `${retryAfter}` },
      );
      return {
        status,
        ok: status < 300,
        headers,
        json: async () => body,
      } as Response;
    },
    setOffline(next) {
      isOffline = next;
    },
    hangUp() {
      for (const reject of underWay) reject(new TypeError('fetch failed'));
      underWay.clear();
    },
  };
}
