import type { Region } from './brands.ts';

/** Countries of the Connect picker: ISO 3166-1 alpha-2 code and region. */
export const COUNTRIES: ReadonlyMap<string, Region> = new Map<string, Region>([
  ['US', 'US'],
  ['CA', 'CA'],
  ...(
    [
      'AT',
      'BE',
      'BG',
      'CH',
      'CY',
      'CZ',
      'DE',
      'DK',
      'EE',
      'ES',
      'FI',
      'FR',
      'GB',
      'GR',
      'HR',
      'HU',
      'IE',
      'IS',
      'IT',
      'LI',
      'LT',
      'LU',
      'LV',
      'MT',
      'NL',
      'NO',
      'PL',
      'PT',
      'RO',
      'SE',
      'SI',
      'SK',
    ] as const
  ).map((code): [string, Region] => [code, 'EUROPE']),
]);

/** A place where simulated vehicles live. */
export type City = {
  name: string;
  region: Region;
  latitude: number;
  longitude: number;
  /** Hours from UTC, without summer time. */
  utcOffset: number;
};

/** Inland cities, so that a few kilometres in any direction stay on land. */
export const CITIES: readonly City[] = [
  { name: 'Denver', region: 'US', latitude: 39.7392, longitude: -104.9903, utcOffset: -7 },
  { name: 'Austin', region: 'US', latitude: 30.2672, longitude: -97.7431, utcOffset: -6 },
  { name: 'Columbus', region: 'US', latitude: 39.9612, longitude: -82.9988, utcOffset: -5 },
  { name: 'Calgary', region: 'CA', latitude: 51.0447, longitude: -114.0719, utcOffset: -7 },
  { name: 'Ottawa', region: 'CA', latitude: 45.4215, longitude: -75.6972, utcOffset: -5 },
  { name: 'Munich', region: 'EUROPE', latitude: 48.1351, longitude: 11.582, utcOffset: 1 },
  { name: 'Utrecht', region: 'EUROPE', latitude: 52.0907, longitude: 5.1214, utcOffset: 1 },
  { name: 'Lyon', region: 'EUROPE', latitude: 45.764, longitude: 4.8357, utcOffset: 1 },
  { name: 'Birmingham', region: 'EUROPE', latitude: 52.4862, longitude: -1.8904, utcOffset: 0 },
  { name: 'Örebro', region: 'EUROPE', latitude: 59.2753, longitude: 15.2134, utcOffset: 1 },
];
