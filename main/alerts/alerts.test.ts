import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type AlertList,
  type AlertSettings,
  DEFAULT_ALERT_SETTINGS,
} from '../../contract/alerts.ts';
import type { LocalCopy } from '../fleet/localCopy/localCopy.ts';
import type { VehicleRecord } from '../fleet/vehicleRecord.ts';
import { ALERT_NOW, carWith, charged } from '../testing/alerts.ts';
import { MADE_UP_CONNECTION } from '../testing/fleet.ts';
import { keeperIn, temporaryFolder } from '../testing/keeper.ts';
import { createKeptCopy } from '../testing/keptCopy.ts';
import { manualClock } from '../testing/manualClock.ts';
import { createAlerts } from './alerts.ts';

const NOBODY = { accessEnded: [], lowBattery: [], lowFuel: [], lowTire: [], stale: [] };
const NO_ALERTS: AlertList = { alerts: [], total: 0, unseen: 0, found: NOBODY };

const HOUR = 3_600_000;
const LOUD: AlertSettings = {
  ...DEFAULT_ALERT_SETTINGS,
  notify: true,
  quiet: { ...DEFAULT_ALERT_SETTINGS.quiet, on: false },
};

let place: ReturnType<typeof temporaryFolder>;
let ends: (() => void)[];
beforeEach(() => {
  place = temporaryFolder();
  ends = [];
});
afterEach(() => {
  for (const end of ends.reverse()) end();
  place.remove();
});

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

/** One run of the app on the folder's copy. */
async function run(
  cars: readonly VehicleRecord[],
  { settings = LOUD, start = ALERT_NOW, shown = [] as string[] } = {},
) {
  const { keeper } = keeperIn(place.folder);
  const localCopy: LocalCopy = createKeptCopy(keeper);
  const clock = manualClock(start);
  const state = { settings, hidesPlates: false, badge: -1, list: NO_ALERTS };
  await localCopy.save({ vehicles: cars });
  const alerts = createAlerts({
    localCopy,
    connectionIds: () => [MADE_UP_CONNECTION.id],
    settings: () => state.settings,
    hidesPlates: () => state.hidesPlates,
    clock,
    desktop: {
      isFocused: () => false,
      show: ({ title }) => shown.push(title),
      setBadge: (unseen) => {
        state.badge = unseen;
      },
    },
    onChange: (list) => {
      state.list = list;
    },
  });
  let isOpen = true;
  const end = () => {
    if (!isOpen) return;
    isOpen = false;
    alerts.close();
    keeper.close();
  };
  ends.push(end);
  await alerts.begin();
  const passes = async (ms: number) => {
    clock.advance(ms);
    await settle();
  };
  return {
    alerts,
    state,
    shown,
    passes,
    end,
    async learn(changed: readonly VehicleRecord[]) {
      await localCopy.save({ vehicles: changed });
      alerts.learn(changed, []);
      await passes(3_000);
    },
    async change(next: AlertSettings) {
      const before = state.settings;
      state.settings = next;
      await alerts.resettle(before);
      await passes(3_000);
    },
  };
}

const car = (index: number, fraction: number) => carWith(charged(fraction), { index });

test('told once, listed while it lasts, and counted until it is seen', async () => {
  const app = await run([car(1, 0.6), car(2, 0.1)]);
  await app.passes(3_000);
  expect([app.shown, app.state.badge]).toEqual([[], 0]);
  const found = { ...NOBODY, lowBattery: [car(2, 0).id] };
  expect(app.alerts.list()).toMatchObject({ total: 1, unseen: 0, found });
  await app.learn([car(1, 0.1)]);
  await app.learn([car(1, 0.09)]);
  expect(app.shown).toEqual(['Low on charge: Car 1']);
  expect(app.state).toMatchObject({ badge: 1, list: { total: 2, unseen: 1 } });
  app.alerts.see([car(1, 0).id]);
  await app.passes(3_000);
  expect(app.state).toMatchObject({ badge: 0, list: { total: 2, unseen: 0 } });
  await app.learn([car(1, 0.9), car(2, 0.9)]);
  expect(app.state.list).toEqual(NO_ALERTS);
});

test('a restart tells nothing again, and keeps what was seen', async () => {
  const first = await run([car(1, 0.6), car(2, 0.6)]);
  await first.learn([car(1, 0.1), car(2, 0.1)]);
  first.alerts.see([car(1, 0).id]);
  expect(first.shown).toEqual(['2 vehicles low on charge']);
  first.end();
  const next = await run([]);
  await next.passes(HOUR);
  expect(next.shown).toEqual([]);
  expect(next.state.list).toMatchObject({ total: 2, unseen: 1 });
  await next.learn([car(1, 0.08)]);
  expect(next.shown).toEqual([]);
});

test('what was held back in quiet hours is not lost by a restart', async () => {
  const day = { on: true, from: '00:00', until: '00:00', days: [0, 1, 2, 3, 4, 5, 6] };
  const first = await run([car(1, 0.6)], { settings: { ...LOUD, quiet: day } });
  await first.learn([car(1, 0.1)]);
  expect(first.shown).toEqual([]);
  first.end();
  const next = await run([]);
  await next.passes(3_000);
  expect(next.shown).toEqual(['Low on charge: Car 1']);
  next.end();
  const last = await run([]);
  await last.passes(3_000);
  expect(last.shown).toEqual([]);
});

test('a rule that is changed or switched on is nobody’s news', async () => {
  const { rules } = LOUD;
  const app = await run([car(1, 0.4)]);
  await app.change({
    ...LOUD,
    rules: { ...rules, lowBattery: { on: true, threshold: 0.5, hysteresis: 0 } },
  });
  expect(app.shown).toEqual([]);
  expect(app.state.list).toMatchObject({ total: 1, unseen: 0 });
  await app.change({
    ...LOUD,
    rules: { ...rules, lowBattery: { ...rules.lowBattery, on: false } },
  });
  expect(app.state.list).toEqual(NO_ALERTS);
  await app.change(LOUD);
  await app.learn([car(1, 0.1)]);
  expect(app.shown).toEqual(['Low on charge: Car 1']);
});

test('cars that fall silent are found as time passes, without any news of them', async () => {
  const cars = [1, 2, 3].map((index) =>
    carWith(charged(0.8, ALERT_NOW - 71 * HOUR), { index, paused: index === 3 }),
  );
  const app = await run(cars);
  await app.passes(0.9 * HOUR);
  expect(app.shown).toEqual([]);
  await app.passes(0.2 * HOUR);
  await app.passes(3_000);
  expect(app.shown).toEqual(['2 vehicles not heard from']);
  await app.passes(10 * HOUR);
  expect(app.shown).toHaveLength(1);
});

test('a vehicle that is gone takes its alerts along', async () => {
  const app = await run([car(1, 0.6)]);
  await app.learn([car(1, 0.1)]);
  app.alerts.learn([], [car(1, 0).id]);
  await app.passes(3_000);
  expect(app.state.list).toEqual(NO_ALERTS);
});
