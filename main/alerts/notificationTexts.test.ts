import { describe, expect, test } from 'vitest';
import type { Units } from '../../contract/appearance.ts';
import { speak } from '../words/words.ts';
import { nameOf, ruleText, summaryText, type Told } from './notificationTexts.ts';

const METRIC: Units = { distance: 'km', volume: 'l', pressure: 'bar' };

const told = (part: Partial<Told> = {}): Told => ({
  vehicleId: 'a',
  kind: 'lowBattery',
  tire: null,
  value: 0.184,
  ...part,
});
const NAMES = new Map([
  ['a', 'Van 7'],
  ['b', 'Van 8'],
]);
const several = (count: number, kind: Told['kind']) =>
  Array.from({ length: count }, (_, index) => told({ vehicleId: `car ${index}`, kind }));

describe('in German', () => {
  const german = (units: Partial<Units> = {}, preferred: readonly string[] = ['de-DE']) =>
    speak({ language: 'de', units: { ...METRIC, ...units } }, preferred);

  test('one car is told with its value, as German writes it', () => {
    german();
    expect(ruleText([told()], NAMES)).toEqual({
      title: 'Batterie niedrig: Van 7',
      body: 'Noch 18\u00a0%.',
    });
  });

  test.each([
    [1, 'Seit 1 Stunde keine neuen Werte vom Fahrzeug.'],
    [30, 'Seit 30 Stunden keine neuen Werte vom Fahrzeug.'],
    [72, 'Seit 3 Tagen keine neuen Werte vom Fahrzeug.'],
  ])('a silence of %i hours', (value, body) => {
    german();
    expect(ruleText([told({ kind: 'stale', value })], NAMES).body).toBe(body);
  });

  test('many cars are counted and some of them named', () => {
    german();
    expect(ruleText(several(1234, 'stale'), new Map())).toEqual({
      title: 'Von 1.234 Fahrzeugen nichts Neues gehört',
      body: `${Array(3).fill('Ein Fahrzeug ohne Namen').join(', ')} und 1.231 weitere`,
    });
    expect(ruleText(several(4, 'accessEnded'), new Map()).body).toMatch(/ und 1 weiteres$/);
    german({}, ['de-CH', 'fr-CH']);
    expect(ruleText(several(1234, 'lowFuel'), new Map()).title).toMatch(/^1['’]234 Fahrzeuge mit/);
  });

  test('what came in quiet hours', () => {
    german();
    expect(summaryText([several(2, 'accessEnded'), several(1, 'lowTire')])).toEqual({
      title: 'In den Ruhezeiten: Warnungen zu 2 Fahrzeugen',
      body: 'Verbindung verloren: 2\nReifendruck niedrig: 1',
    });
  });
});

test.each([
  ['kPa', 'Front left: 171\u00a0kPa.'],
  ['bar', 'Front left: 1.7\u00a0bar.'],
  ['psi', 'Front left: 25\u00a0psi.'],
] as const)('a pressure is told in %s where the person chose it', (pressure, body) => {
  speak({ language: 'en', units: { ...METRIC, pressure } });
  const alert = told({ kind: 'lowTire', tire: 'frontLeft', value: 171.4 });
  expect(ruleText([alert], NAMES)).toEqual({ title: 'Low tyre pressure: Van 7', body });
});

test('a car is told by its name and plate, else by what it is', () => {
  speak({ language: 'en', units: METRIC });
  const labels = { name: null, plate: null, driver: null, group: null, notes: null, tags: [] };
  const car = { labels, make: 'FORD', model: 'Transit', year: 2023 };
  const named = { ...car, labels: { ...labels, name: 'Van 7', plate: 'B-MP 7' } };
  expect(nameOf(car, false)).toBe('Transit 2023');
  expect(nameOf(named, false)).toBe('Van 7 (B-MP 7)');
  expect(nameOf(named, true)).toBe('Van 7');
  expect(nameOf({ labels, make: null, model: null, year: null }, false)).toBe(
    'A vehicle without a name',
  );
});
