import { createInstance, type TFunction } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { setUnits } from '../../format/units.ts';
import en from '../../locales/en.json';
import { trendOf } from './trend.ts';
import { changeBetween, changeText, momentText, summaryText } from './trendWords.ts';

let t: TFunction;
beforeAll(async () => {
  setUnits({ distance: 'km', volume: 'l', pressure: 'kPa' });
  const i18n = createInstance();
  t = await i18n.init({
    lng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
  });
});

const NOW = Date.parse('2026-11-25T12:00:00.000Z');
const of = <V>(day: number, value: V, measured = true) => {
  const at = `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`;
  return { value, measuredAt: measured ? at : null, fetchedAt: at };
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('a line in one sentence: from, to, change, how many', () => {
  const readings = [of(3, { distanceKm: 900 }), of(7, { distanceKm: 1_920.4 })];
  const trend = trendOf('odometer', { odometer: { readings, total: 2 } });
  expect(plain(summaryText(t, trend, NOW))).toBe(
    'Odometer from 900 km to 1,920 km, up by 1,020 km; November 3 to November 7, 2 values',
  );
});

test('percent change by points, and as much as is shown', () => {
  expect(changeBetween('fraction', 0.643, 0.526)).toBe(-0.11);
  const readings = [of(3, { lifeRemaining: 0.643 }), of(7, { lifeRemaining: 0.526 })];
  const trend = trendOf('engineOil', { engineOil: { readings, total: 30 } });
  expect(summaryText(t, trend, NOW)).toBe(
    'Engine oil life from 64% to 53%, down by 11 points; November 3 to November 7, 30 values',
  );
  expect(changeText(t, 'fraction', -0.01)).toBe('\u22121 point');
  expect(plain(changeText(t, 'km', 1_020))).toBe('+1,020 km');
  expect(changeText(t, 'km', 0)).toBe('no change');
});

test('four tyres each have their course', () => {
  const tires = { frontLeftKpa: 240, frontRightKpa: 240, backLeftKpa: 250, backRightKpa: 250 };
  const readings = [of(3, tires), of(4, { ...tires, backLeftKpa: 231 })];
  const trend = trendOf('tires', { tires: { readings, total: 2 } });
  const summary = plain(summaryText(t, trend, NOW));
  expect(summary).toContain('Front left at 240 kPa as before; ');
  expect(summary).toContain('Back left from 250 kPa to 231 kPa, down by 19 kPa; ');
});

test('one value and none are said as such', () => {
  const readings = [of(3, { distanceKm: 900 })];
  const one = trendOf('odometer', { odometer: { readings, total: 1 } });
  expect(plain(summaryText(t, one, NOW))).toBe('Odometer: one value, 900 km on November 3');
  expect(summaryText(t, trendOf('odometer', {}), NOW)).toBe('Odometer');
});

test('a tank whose level the car leaves out is told in litres, else in kilometres', () => {
  const fuel = (amountLitres: number | null) => ({ fraction: null, rangeKm: 300, amountLitres });
  const litres = trendOf('fuel', {
    fuel: { readings: [of(3, fuel(null)), of(4, fuel(12.5), false)], total: 2 },
  });
  expect(litres).toMatchObject({
    measure: 'litres',
    points: [{ numbers: [12.5], isMeasured: false }],
  });
  expect(litres.points.map((point) => plain(momentText(t, litres, point)))[0]).toMatch(
    /: 12\.5 L$/,
  );
  const range = trendOf('fuel', { fuel: { readings: [of(3, fuel(null))], total: 1 } });
  expect(range).toMatchObject({ measure: 'km', points: [{ numbers: [300] }] });
});
