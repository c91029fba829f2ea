import { locale } from './locale.ts';

/** A number ready to show: the unit apart, because it is drawn lighter; with its own space. */
export interface Amount {
  readonly value: string;
  readonly unit: string;
}

const kilometres = new Intl.NumberFormat(locale, {
  style: 'unit',
  unit: 'kilometer',
  maximumFractionDigits: 0,
});
const litres = new Intl.NumberFormat(locale, {
  style: 'unit',
  unit: 'liter',
  maximumFractionDigits: 1,
});
const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const wholes = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const degrees = new Intl.NumberFormat(locale, {
  minimumFractionDigits: 4,
  maximumFractionDigits: 4,
});

const UNIT_PARTS: ReadonlySet<string> = new Set(['unit', 'percentSign', 'literal']);

function split(format: Intl.NumberFormat, number: number): Amount {
  const parts = format.formatToParts(number);
  const join = (isUnit: boolean) =>
    parts
      .filter(({ type }) => UNIT_PARTS.has(type) === isUnit)
      .map(({ value }) => value)
      .join('');
  return { value: join(false), unit: join(true).replaceAll(' ', '\u00a0') };
}

/** Whole kilometres. */
export function formatKm(distanceKm: number): Amount {
  return split(kilometres, distanceKm);
}

/** Litres with one decimal at most. */
export function formatLitres(amount: number): Amount {
  return split(litres, amount);
}

/** A fraction from 0 to 1 as whole percent. */
export function formatFraction(fraction: number): Amount {
  return split(percents, fraction);
}

/** Whole kilopascals; `Intl` knows no pressure, so the unit's sign comes from the catalogue. */
export function formatKpa(pressureKpa: number, unit: string): Amount {
  return { value: wholes.format(pressureKpa), unit: `\u00a0${unit}` };
}

/** A count. */
export function formatCount(count: number): string {
  return wholes.format(count);
}

/** How often something happens, with one decimal at most. */
export function formatRate(rate: number): string {
  return tenths.format(rate);
}

/** Degrees with four decimals, about eleven metres. */
export function formatDegrees(value: number): string {
  return degrees.format(value);
}

/** An amount as one text, for what is copied and for files. */
export function amountWords({ value, unit }: Amount): string {
  return value + unit;
}
