import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AlertSettings, DEFAULT_ALERT_SETTINGS } from '../../contract/alerts.ts';
import type { VehicleRecord } from '../fleet/vehicleRecord.ts';
import { ALERT_NOW, carWith, charged, tires, valueAt } from '../testing/alerts.ts';
import { type AlertState, judge } from './judge.ts';

const HOUR = 3_600_000;
const SETTINGS = DEFAULT_ALERT_SETTINGS;

/** Looks at a car again and again; answers what was raised each time, and what lasts. */
function watch(settings: AlertSettings = SETTINGS, start: AlertState | null = null) {
  let state = start;
  return {
    look(car: VehicleRecord, now = ALERT_NOW, quietly = false): string[] {
      const found = judge(settings, state, car, { now, quietly });
      state = found.state;
      return found.raised.map(({ kind, tire }) => (tire ? `${kind} ${tire}` : kind));
    },
    state: () => state,
    lasting: () => (state?.active ?? []).map(({ kind }) => kind),
  };
}

const rule = (part: Partial<AlertSettings['rules']>): AlertSettings => ({
  ...SETTINGS,
  rules: { ...SETTINGS.rules, ...part },
});

describe('only a change is told', () => {
  test('a battery that falls is raised once, and again only after it was well above', () => {
    const car = watch();
    const levels = [0.6, 0.2, 0.19, 0.12, 0.22, 0.18, 0.24, 0.19, 0.25, 0.19];
    const raised = levels.map((level) => car.look(carWith(charged(level))).length);
    expect(raised).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 1]);
  });

  test('what is so at the first look is listed as seen, and raised only after it was mended', () => {
    const car = watch();
    expect(car.look(carWith(charged(0.1)))).toEqual([]);
    expect(car.state()?.active).toMatchObject([{ kind: 'lowBattery', seen: true, told: true }]);
    expect(car.look(carWith(charged(0.8)))).toEqual([]);
    expect(car.lasting()).toEqual([]);
    expect(car.look(carWith(charged(0.1)))).toEqual(['lowBattery']);
  });

  test('what a changed rule finds was so before', () => {
    const car = watch();
    car.look(carWith(charged(0.3)));
    const stricter = watch(
      rule({ lowBattery: { on: true, threshold: 0.5, hysteresis: 0 } }),
      car.state(),
    );
    expect(stricter.look(carWith(charged(0.3)), ALERT_NOW, true)).toEqual([]);
    expect(stricter.state()?.active).toMatchObject([{ seen: true }]);
  });

  test('a rule that is off finds nothing, and begins anew when it is on', () => {
    const off = rule({ lowBattery: { on: false, threshold: 0.2, hysteresis: 0 } });
    const car = watch();
    car.look(carWith(charged(0.5)));
    car.look(carWith(charged(0.1)));
    const without = watch(off, car.state());
    without.look(carWith(charged(0.1)));
    expect(without.lasting()).toEqual([]);
    const again = watch(SETTINGS, without.state());
    expect(again.look(carWith(charged(0.1)))).toEqual([]);
    expect(again.lasting()).toEqual(['lowBattery']);
  });

  test('a restart repeats nothing: the state goes through the disk as it is', () => {
    const car = watch();
    car.look(carWith(charged(0.5)));
    expect(car.look(carWith(charged(0.1)))).toEqual(['lowBattery']);
    const kept = JSON.parse(JSON.stringify(car.state())) as AlertState;
    const later = watch(SETTINGS, kept);
    expect(later.look(carWith(charged(0.1)))).toEqual([]);
    expect(later.state()).toBe(kept);
  });

  test('a value that is missing for a while changes nothing', () => {
    const car = watch();
    car.look(carWith(charged(0.5)));
    car.look(carWith(charged(0.1)));
    const unknown = valueAt('battery', { fraction: null, rangeKm: null });
    expect(car.look(carWith(unknown))).toEqual([]);
    expect(car.look(carWith(charged(0.1)))).toEqual([]);
    expect(car.lasting()).toEqual(['lowBattery']);
  });

  test('for any levels, a raise lies between two times of being fine', () => {
    const level = fc.integer({ min: 0, max: 100 });
    const numbers = fc.record({ threshold: level, hysteresis: fc.integer({ min: 0, max: 50 }) });
    fc.assert(
      fc.property(
        fc.array(level, { minLength: 1 }),
        numbers,
        (levels, { threshold, hysteresis }) => {
          const lowBattery = { on: true, threshold: threshold / 100, hysteresis: hysteresis / 100 };
          const car = watch(rule({ lowBattery }));
          let isArmed = false;
          for (const [at, percent] of levels.entries()) {
            const raised = car.look(carWith(charged(percent / 100))).length;
            const fires = percent < threshold;
            expect(raised, `${at}: ${percent} %`).toBe(Number(fires && isArmed));
            if (fires) isArmed = false;
            else if (at === 0 || percent >= threshold + hysteresis) isArmed = true;
          }
        },
      ),
    );
  });
});

describe('each rule for what it is about', () => {
  test('each tyre by itself, with its pressure', () => {
    const car = watch();
    car.look(carWith(tires(230)));
    expect(car.look(carWith(tires(189)))).toEqual(['lowTire frontLeft']);
    expect(car.look(carWith(tires(189, 150)))).toHaveLength(3);
    expect(car.look(carWith(tires(199, 150)))).toEqual([]);
    expect(car.lasting()).toHaveLength(4);
    car.look(carWith(tires(200, 150)));
    expect(car.lasting()).toHaveLength(3);
    // A sensor that is silent is no flat tyre.
    expect(car.look(carWith(tires(0, 150)))).toEqual([]);
  });

  test('no fuel alert for electric cars, also where the maker tells of an empty tank', () => {
    const noTank = valueAt('fuel', { fraction: 0, rangeKm: 0, amountLitres: 0 });
    const car = watch();
    car.look(carWith({ ...charged(0.8), ...noTank }));
    expect(car.look(carWith({ ...charged(0.1), ...noTank }))).toEqual(['lowBattery']);
    expect(car.lasting()).toEqual(['lowBattery']);
  });

  test('no battery alert for combustion cars, also where the car cannot and once told a value', () => {
    const fuel = (fraction: number) =>
      valueAt('fuel', { fraction, rangeKm: 100, amountLitres: 10 });
    const empty = valueAt('battery', { fraction: 0, rangeKm: 0 });
    const car = watch();
    car.look(carWith({ ...fuel(0.5), ...empty }));
    expect(car.look(carWith({ ...fuel(0.05), ...empty }))).toEqual(['lowFuel']);
    expect(car.lasting()).toEqual(['lowFuel']);

    const at = new Date(ALERT_NOW).toISOString();
    const problem = {
      reason: 'car_cannot',
      code: null,
      requestId: null,
      retryAt: null,
      at,
    } as const;
    const { battery } = charged(0.1);
    if (!battery) throw new Error('no battery');
    const cannot = carWith({ ...fuel(0.5), battery: { ...battery, problem } });
    const other = watch();
    other.look(cannot);
    expect(other.lasting()).toEqual([]);
  });

  test('a hybrid has both', () => {
    const both = (charge: number, fraction: number) => ({
      ...charged(charge),
      ...valueAt('fuel', { fraction, rangeKm: 10, amountLitres: 5 }),
    });
    const car = watch();
    car.look(carWith(both(0.5, 0.5)));
    expect(car.look(carWith(both(0.1, 0.05)))).toEqual(['lowBattery', 'lowFuel']);
  });

  test('a connection that is lost, not tokens that are out of reach', () => {
    const ended = { reason: 'revoked', since: '2026-11-25T11:00:00.000Z' } as const;
    const car = watch();
    car.look(carWith({}));
    expect(car.look(carWith({}, { access: 'tokens_unavailable' }))).toEqual([]);
    expect(car.look(carWith({}, { access: 'reconnect', accessEnded: ended }))).toEqual([
      'accessEnded',
    ]);
    expect(car.state()?.active).toMatchObject([{ since: ended.since, value: null }]);
    car.look(carWith({}));
    expect(car.lasting()).toEqual([]);
  });

  test('a group has its own rule, which may be none', () => {
    const own = (group: string, on: boolean, threshold: number) =>
      ({ group, kind: 'lowBattery', rule: { on, threshold, hysteresis: 0 } }) as const;
    const settings = { ...SETTINGS, groups: [own('Pool', true, 0.5), own('Spare', false, 0.5)] };
    const raisedIn = (group?: string) => {
      const car = watch(settings);
      const part = group === undefined ? {} : { group };
      car.look(carWith(charged(0.9), part));
      return (
        car.look(carWith(charged(0.4), part)).length + car.look(carWith(charged(0.1), part)).length
      );
    };
    expect([raisedIn(), raisedIn('Pool'), raisedIn('Spare')]).toEqual([1, 1, 0]);
    const early = watch(settings);
    early.look(carWith(charged(0.9), { group: 'Pool' }));
    expect(early.look(carWith(charged(0.4), { group: 'Pool' }))).toEqual(['lowBattery']);
  });
});

describe('silence', () => {
  const heard = (at: number, askedAt: number, part = {}) =>
    carWith(valueAt('odometer', { distanceKm: 1 }, at), {
      refreshedAt: new Date(askedAt).toISOString(),
      ...part,
    });

  test('is raised as time passes, from when the car last spoke', () => {
    const car = watch();
    car.look(heard(ALERT_NOW, ALERT_NOW));
    const later = ALERT_NOW + 71.9 * HOUR;
    expect(car.look(heard(ALERT_NOW, later), later)).toEqual([]);
    const due = ALERT_NOW + 72 * HOUR;
    expect(car.look(heard(ALERT_NOW, later), due)).toEqual(['stale']);
    expect(car.look(heard(ALERT_NOW, due), due + HOUR)).toEqual([]);
    expect(car.state()?.active).toMatchObject([{ since: new Date(due).toISOString() }]);
    expect(car.look(heard(due, due), due + HOUR)).toEqual([]);
    expect(car.lasting()).toEqual([]);
  });

  test('is nobody’s where the car was not asked: paused, out of reach, or the computer was off', () => {
    const later = ALERT_NOW + 100 * HOUR;
    for (const car of [
      heard(ALERT_NOW, ALERT_NOW),
      heard(ALERT_NOW, later, { paused: true }),
      heard(ALERT_NOW, later, { access: 'tokens_unavailable' }),
    ]) {
      const watched = watch();
      watched.look(heard(ALERT_NOW, ALERT_NOW));
      expect(watched.look(car, later)).toEqual([]);
    }
    const asked = watch();
    asked.look(heard(ALERT_NOW, ALERT_NOW));
    asked.look(heard(ALERT_NOW, ALERT_NOW), later);
    expect(asked.look(heard(ALERT_NOW, later), later)).toEqual(['stale']);
  });
});
