import { expect, test } from 'vitest';
import { createCities } from './cities.ts';
import { distanceKm } from './geo.ts';

const CITIES = [
  ['São Paulo', 'BR', '', -46.636, -23.547],
  ['Berlin', 'DE', '', 13.411, 52.524],
  ['Dallas', 'US', 'TX', -96.807, 32.783],
  ['Portland', 'US', 'OR', -122.676, 45.523],
  ['Suva', 'FJ', '', 178.442, -18.142],
  ['Portland', 'US', 'ME', -70.257, 43.661],
  ['East Berlin', 'US', 'PA', -76.979, 39.938],
] as const;

const cities = createCities({
  names: CITIES.map(([name]) => name),
  countries: CITIES.map(([, country]) => country),
  states: CITIES.map(([, , state]) => state),
  longitudes: CITIES.map(([, , , longitude]) => longitude),
  latitudes: CITIES.map(([, , , , latitude]) => latitude),
});

test('the nearest city is the one that a look at all of them finds', () => {
  for (let latitude = -85; latitude <= 85; latitude += 17) {
    for (let longitude = -180; longitude < 180; longitude += 23) {
      const position = { latitude, longitude };
      const all = CITIES.map(([, , , east, north]) =>
        distanceKm(position, { latitude: north, longitude: east }),
      );
      expect(cities.nearest(position)?.km).toBeCloseTo(Math.min(...all), 9);
    }
  }
});

test('over the date line too', () => {
  expect(cities.nearest({ latitude: -17, longitude: -179 })?.city.name).toBe('Suva');
});

test('where there are no cities there is no nearest one', () => {
  const none = createCities({
    names: [],
    countries: [],
    states: [],
    longitudes: [],
    latitudes: [],
  });
  expect(none.nearest({ latitude: 0, longitude: 0 })).toBeNull();
});

test('a typed text finds beginnings first, large places first, accents or not', () => {
  expect(cities.find('berlin', 5).map(({ name }) => name)).toEqual(['Berlin', 'East Berlin']);
  expect(cities.find('sao', 5).map(({ name }) => name)).toEqual(['São Paulo']);
  expect(cities.find('portland', 5).map(({ where }) => where)).toEqual([
    'OR, United States',
    'ME, United States',
  ]);
  expect(cities.find('port', 1)).toHaveLength(1);
  expect(cities.find('  ', 5)).toEqual([]);
});
