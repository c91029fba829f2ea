import { UNITS } from '../../contract/units.ts';
import { spoken } from './words.ts';

/** A count as the language writes it. */
export function countText(count: number): string {
  return new Intl.NumberFormat(spoken().locale, { maximumFractionDigits: 0 }).format(count);
}

/** A fraction from 0 to 1 as whole percent. */
export function percentText(fraction: number): string {
  const format = { style: 'percent', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(spoken().locale, format).format(fraction);
}

/** A pressure (kPa) in the unit of the person's choice. */
export function pressureText(kpa: number): string {
  const { locale, units } = spoken();
  const { size, digits } = UNITS[units.pressure];
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const value = new Intl.NumberFormat(locale, format).format(kpa / size);
  return `${value}\u00a0${units.pressure}`;
}
