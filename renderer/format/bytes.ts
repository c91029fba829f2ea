import { perLocale } from './locale.ts';

const UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

const formats = UNITS.map((unit) =>
  perLocale(
    (locale) => new Intl.NumberFormat(locale, { style: 'unit', unit, maximumSignificantDigits: 3 }),
  ),
);

/** A number of bytes in the decimal unit that fits, as the systems' file managers give them. */
export function formatBytes(bytes: number): string {
  const power = Math.min(UNITS.length, Math.max(1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return formats[power - 1]?.().format(bytes / 1000 ** power) ?? '';
}
