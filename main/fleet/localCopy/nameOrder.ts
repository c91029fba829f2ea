import type { VehicleRecord } from '../vehicleRecord.ts';

/** Long enough for any number on a plate or in a name. */
const DIGITS = 12;

/**
 * A text whose plain order is close to how people sort names: case and accents do not matter, and
 * `Van 9` comes before `Van 10`. Only the first picture of a new table needs it; the table itself sorts
 * by the rules of the person's language.
 */
export function nameOrder({
  labels,
  make,
  model,
  year,
}: Pick<VehicleRecord, 'labels' | 'make' | 'model' | 'year'>): string | null {
  const car = [make?.replaceAll('_', ' '), model, year].filter((part) => part || part === 0);
  const name = labels.name ?? car.join(' ');
  if (name === '') return null;
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.padStart(DIGITS, '0'));
}
