import { perLocale } from './locale.ts';
import { digitsOf, inShown, type Quantity, type UnitId, unitOf } from './units.ts';

/** A number ready to show: the unit apart, because it is drawn lighter; with its own space. */
export interface Amount {
  readonly value: string;
  readonly unit: string;
}

/** Signs that are the same in every language that Motorpool speaks. */
const SIGNS: Readonly<Record<Exclude<UnitId, 'l'>, string>> = {
  km: 'km',
  mi: 'mi',
  gal: 'gal',
  kPa: 'kPa',
  bar: 'bar',
  psi: 'psi',
};

function numbers(options: Intl.NumberFormatOptions): () => Intl.NumberFormat {
  return perLocale((locale) => new Intl.NumberFormat(locale, options));
}

const percents = numbers({ style: 'percent', maximumFractionDigits: 0 });
const wholes = numbers({ maximumFractionDigits: 0 });
const tenths = numbers({ maximumFractionDigits: 1 });
/** A pressure of 2 bar is written 2.0: columns of them are compared. */
const exactTenths = numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
const hundredths = numbers({ maximumFractionDigits: 2 });
const degrees = numbers({ minimumFractionDigits: 4, maximumFractionDigits: 4 });

const UNIT_PARTS: ReadonlySet<string> = new Set(['percentSign', 'literal']);

/** A letter that some languages write large and others small. */
const litre = perLocale((locale) => {
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit: 'liter' });
  return format.formatToParts(1).find(({ type }) => type === 'unit')?.value ?? 'l';
});

/** The sign of the unit in which such amounts are shown, as headings name it. */
export function unitSign(quantity: Quantity): string {
  const unit = unitOf(quantity);
  return unit === 'l' ? litre() : SIGNS[unit];
}

function inUnits(quantity: Quantity, amount: number, format: Intl.NumberFormat): Amount {
  const value = format.format(inShown(quantity, amount));
  return { value, unit: `\u00a0${unitSign(quantity)}` };
}

/** A distance (km) in whole units of the person's choice. */
export function formatDistance(km: number): Amount {
  return inUnits('distance', km, wholes());
}

/** A volume (l) in the unit of the person's choice, with one decimal at most. */
export function formatVolume(litres: number): Amount {
  return inUnits('volume', litres, tenths());
}

/** A pressure (kPa) in the unit of the person's choice. */
export function formatPressure(kpa: number): Amount {
  return inUnits('pressure', kpa, digitsOf('pressure') === 0 ? wholes() : exactTenths());
}

/** A fraction from 0 to 1 as whole percent. */
export function formatFraction(fraction: number): Amount {
  const parts = percents().formatToParts(fraction);
  const join = (isUnit: boolean) =>
    parts
      .filter(({ type }) => UNIT_PARTS.has(type) === isUnit)
      .map(({ value }) => value)
      .join('');
  return { value: join(false), unit: join(true).replaceAll(' ', '\u00a0') };
}

/** A count. */
export function formatCount(count: number): string {
  return wholes().format(count);
}

/** How often something happens, with one decimal at most. */
export function formatRate(rate: number): string {
  return tenths().format(rate);
}

/** A limit that somebody set, with the decimals that it has. */
export function formatLimit(limit: number): string {
  return hundredths().format(limit);
}

/** Degrees with four decimals, about eleven metres. */
export function formatDegrees(value: number): string {
  return degrees().format(value);
}

/** An amount as one text, for what is copied and for files. */
export function amountWords({ value, unit }: Amount): string {
  return value + unit;
}
