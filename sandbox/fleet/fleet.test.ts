import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BRANDS, brandOfVin, findBrand } from './brands.ts';
import { modelsOf } from './models.ts';
import {
  chargingOf,
  fuelLevel,
  odometerKm,
  oilLife,
  positionOf,
  tyrePressuresKpa,
} from './motion.ts';
import { fleetShares, makeVehicle, sourceOfVin, type Vehicle } from './vehicle.ts';
import { checkDigit, modelYearOf } from './vin.ts';

const anyVehicle = fc
  .record({
    seed: fc.nat(),
    make: fc.constantFrom(...BRANDS.map((brand) => brand.code)),
    ordinal: fc.nat(999_999),
  })
  .map(({ seed, make, ordinal }) => makeVehicle(seed, { kind: 'fleet', make, ordinal }));
const anyTime = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2030-01-01') });

describe('VIN', () => {
  test.each([
    ['11111111111111111', '1'],
    ['1M8GDM9AXKP042788', 'X'],
    ['5GZCZ43D13S812715', '1'],
  ])('check digit of %s', (vin, digit) => {
    expect(checkDigit(vin)).toBe(digit);
  });

  test('of every vehicle is well-formed and can be decoded', () => {
    fc.assert(
      fc.property(anyVehicle, ({ vin, make, year }) => {
        expect(vin).toMatch(/^[A-HJ-NPR-Z0-9]{17}$/);
        expect(vin.charAt(8)).toBe(checkDigit(vin));
        expect(brandOfVin(vin)?.code).toBe(make);
        expect(modelYearOf(vin)).toBe(year);
      }),
    );
  });

  test('leads back to its fleet vehicle', () => {
    for (const make of ['TESLA', 'SEAT']) {
      const source = { kind: 'fleet', make, ordinal: 3 } as const;
      expect(sourceOfVin(9, makeVehicle(9, source).vin)).toEqual(source);
    }
    expect(sourceOfVin(9, '0SCLR000000000001')).toMatchObject({ kind: 'vin', make: 'LAND_ROVER' });
    expect(sourceOfVin(9, 'ZZZ00000000000000')).toBeUndefined();
  });
});

describe('brands', () => {
  test('have models, and their codes can be spelled loosely', () => {
    for (const { code } of BRANDS) expect(modelsOf(code).length).toBeGreaterThan(0);
    expect(new Set(BRANDS.map(({ code }) => code)).size).toBe(45);
    for (const spelling of ['Land Rover', 'LANDROVER', 'land-rover']) {
      expect(findBrand(spelling)?.code).toBe('LAND_ROVER');
    }
    expect(findBrand('mercedes')?.code).toBe('MERCEDES_BENZ');
    expect(findBrand('')).toBeUndefined();
  });

  test('no two share a world manufacturer identifier', () => {
    const all = BRANDS.flatMap(({ wmi }) => wmi);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('fleet', () => {
  test('has the size that was asked for, and covers every brand when it is large enough', () => {
    for (const size of [0, 10, 240, 1_000]) {
      const shares = fleetShares(1, size);
      expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBe(size);
    }
    expect(Math.min(...fleetShares(1, 240).values())).toBeGreaterThanOrEqual(4);
    expect(fleetShares(1, 10).get('TESLA')).toBe(4);
  });

  test('is reproducible, and differs by seed', () => {
    const source = { kind: 'fleet', make: 'BMW', ordinal: 2 } as const;
    expect(makeVehicle(5, source)).toEqual(makeVehicle(5, source));
    expect(makeVehicle(6, source).id).not.toBe(makeVehicle(5, source).id);
  });

  test('vehicles are plausible', () => {
    fc.assert(
      fc.property(anyVehicle, (vehicle) => {
        const { powertrain, batteryKwh, tankLitres, year } = vehicle;
        expect(year).toBeGreaterThanOrEqual(2016);
        expect(year).toBeLessThanOrEqual(2026);
        expect(batteryKwh !== null).toBe(powertrain === 'BEV' || powertrain === 'PHEV');
        expect(tankLitres !== null).toBe(powertrain !== 'BEV');
      }),
    );
  });
});

describe('values over time', () => {
  const within = (value: number, min: number, max: number) => {
    expect(value).toBeGreaterThanOrEqual(min);
    expect(value).toBeLessThanOrEqual(max);
  };

  test('stay in physical ranges', () => {
    fc.assert(
      fc.property(anyVehicle, anyTime, (vehicle, at) => {
        within(odometerKm(vehicle, at), 0, 450_000);
        within(oilLife(vehicle, at), 0, 1);
        within(positionOf(vehicle, at).latitude, 25, 65);
        within(positionOf(vehicle, at).longitude, -125, 20);
        for (const pressure of tyrePressuresKpa(vehicle, at)) within(pressure, 160, 260);
        if (vehicle.tankLitres !== null) within(fuelLevel(vehicle, at), 0.1, 1);
        if (vehicle.batteryKwh !== null) {
          const { level, limit, state, isPluggedIn } = chargingOf(vehicle, {}, at);
          within(level, 0.05, limit);
          if (state === 'CHARGING') expect(isPluggedIn && level < limit).toBe(true);
          if (state === 'FULLY_CHARGED') expect(isPluggedIn && level >= limit).toBe(true);
        }
      }),
    );
  });

  test('the odometer never falls', () => {
    fc.assert(
      fc.property(anyVehicle, anyTime, fc.nat(7 * 86_400_000), (vehicle, at, later) => {
        expect(odometerKm(vehicle, at + later)).toBeGreaterThanOrEqual(odometerKm(vehicle, at));
      }),
    );
  });

  test('the battery level has no jumps within a routine day', () => {
    const electric = (make: string): Vehicle[] =>
      Array.from({ length: 8 }, (_, ordinal) => makeVehicle(3, { kind: 'fleet', make, ordinal }));
    const minute = 60_000;
    for (const vehicle of ['TESLA', 'POLESTAR', 'RIVIAN'].flatMap(electric)) {
      let previous = chargingOf(vehicle, {}, Date.parse('2026-05-11T00:00Z')).level;
      for (let step = 1; step < 3 * 24 * 60; step += 1) {
        const at = Date.parse('2026-05-11T00:00Z') + step * minute;
        const { level } = chargingOf(vehicle, {}, at);
        expect(Math.abs(level - previous)).toBeLessThan(0.02);
        previous = level;
      }
    }
  });
});
