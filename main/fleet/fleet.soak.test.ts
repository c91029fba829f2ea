import { expect, onTestFinished, test } from 'vitest';
import { type Budget, DEFAULT_BUDGET } from '../../contract/budget.ts';
import { temporaryFolder } from '../testing/keeper.ts';
import { seeded } from '../testing/seeded.ts';
import { createSimulatedClock } from '../testing/simulatedClock.ts';
import { type AppRun, startApp } from '../testing/soak/appInTime.ts';
import { createSmartcarInTime } from '../testing/soak/smartcarInTime.ts';
import { loadSqlite } from './localCopy/sqlite.ts';

/** The month changes within the 30 days. */
const START = Date.parse('2026-05-10T10:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DAYS = 30;
const VEHICLES = 1_000;
/** Somebody looks at these all the time, until their month is used up. */
const FAVOURITES = 20;
const MONTHLY = 36;
/** Too small for the fleet: a round of it takes a day and a half. */
const BUDGET: Budget = {
  ...DEFAULT_BUDGET,
  refillPerMinute: 0.5,
  refreshEveryHours: 24,
  callsPerVehiclePerMonth: MONTHLY,
};

const open = await loadSqlite();

/** Lives through the days; answers what Smartcar has seen, and the app as it is then. */
async function live(seed: number) {
  const random = seeded(seed);
  const clock = createSimulatedClock(START);
  const ids = Array.from({ length: VEHICLES }, (_, index) => `v${index}`);
  const smartcar = createSmartcarInTime({
    clock,
    random,
    vehicles: ids,
    capacity: BUDGET.capacity,
    refillPerMinute: BUDGET.refillPerMinute,
    callsPerVehiclePerMonth: MONTHLY,
  });
  const { folder, remove } = temporaryFolder();
  onTestFinished(remove);
  const start = () =>
    startApp({ clock, random, fetch: smartcar.fetch, budget: BUDGET, folder, open });
  let app: AppRun = start();
  /** What ends by itself, and when. */
  const endings = new Map<() => void, number>();
  const within = (hours: number, end: () => void) =>
    endings.set(end, clock.elapsed() + random() * hours * HOUR);

  const happenings: Readonly<Record<string, () => Promise<unknown>>> = {
    clockSet: async () => clock.setClock((random() - 0.5) * 6 * HOUR),
    async sleep() {
      smartcar.hangUp();
      clock.sleep(random() * 10 * HOUR);
      app.fleet.scheduler.wake();
    },
    async restart() {
      await app.quit();
      app = start();
    },
    async kill() {
      await app.kill();
      app = start();
    },
    async reboot() {
      await app.kill();
      clock.reboot(random() * HOUR);
      app = start();
    },
    async offline() {
      smartcar.hangUp();
      smartcar.setOffline(true);
      within(6, () => {
        smartcar.setOffline(false);
        app.fleet.scheduler.wake();
      });
    },
    async pause() {
      await app.fleet.scheduler.pause(true);
      within(3, () => void app.fleet.scheduler.pause(false));
    },
    askForAll: () => app.fleet.refresh(),
    askForOne: () => app.fleet.refresh([`v${Math.floor(random() * VEHICLES)}`]),
  };
  const names = Object.keys(happenings);
  const happened = new Map(names.map((name) => [name, 0]));

  let nextAt = HOUR;
  while (clock.elapsed() < DAYS * DAY) {
    for (const [end, at] of endings) {
      if (clock.elapsed() < at) continue;
      endings.delete(end);
      end();
    }
    if (clock.elapsed() >= nextAt) {
      nextAt = clock.elapsed() + (1 + random() * 4) * HOUR;
      // What can go on without time passing goes on first.
      await new Promise((resolve) => setImmediate(resolve));
      const name = names[Math.floor(random() * names.length)] ?? '';
      await happenings[name]?.();
      if (random() < 0.5) await app.fleet.refresh(ids.slice(0, FAVOURITES));
      happened.set(name, (happened.get(name) ?? 0) + 1);
    }
    if (!(await clock.step())) throw new Error('The engine waits for nothing any more');
  }
  await new Promise((resolve) => setImmediate(resolve));
  return { smartcar, app, ids, happened };
}

/** The longest that a vehicle had to wait for its values, in milliseconds. */
function longestWait(times: readonly number[]): number {
  const edges = [0, ...times, DAYS * DAY];
  return Math.max(...edges.slice(1).map((time, index) => time - (edges[index] ?? 0)));
}

test('a month of faults, sleeps, restarts and clocks that jump', { timeout: 240_000 }, async () => {
  const { smartcar, app, ids, happened } = await live(4);
  const { ledger } = smartcar;

  // There was trouble of every kind, many times.
  expect(Math.min(...happened.values(), ...ledger.troubles.values())).toBeGreaterThan(5);

  // The budget was never exceeded: neither the application's bucket nor any vehicle's month.
  expect(ledger.lowest).toBeGreaterThanOrEqual(0);
  expect(ledger.beyondMonth).toBe(0);
  // It was used to the full, or there would be nothing to exceed.
  expect(ledger.lowest).toBeLessThan(0.01);
  expect(ledger.mostInMonth).toBeGreaterThan(MONTHLY - 10);

  // No reading was lost: the local copy has every value that Smartcar handed out.
  for (const id of ids) {
    const history = await app.localCopy.history(id, 'odometer', '2026-01-01T00:00:00.000Z');
    expect(history.map(({ value }) => value.distanceKm)).toEqual(ledger.delivered.get(id));
  }

  // No vehicle was starved: even of a budget that is too small for all, each had its turn, the latest in
  // three rounds. Favourites are left out, since they may be used up.
  const others = ids.slice(FAVOURITES).map((id) => ledger.deliveredAt.get(id) ?? []);
  const reads = others.reduce((sum, times) => sum + times.length, 0);
  const round = (DAYS * DAY) / (reads / others.length);
  expect(Math.max(...others.map(longestWait))).toBeLessThan(3 * round);
});
