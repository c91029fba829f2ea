import { brandOfCode, brandOfWmi } from '../../contract/brands.ts';
import type { ImportedCar } from '../../contract/importedCars.ts';
import { decodeVin } from '../../contract/vin.ts';
import { makeName, vinTail } from '../vehicles/vehicleName.ts';

/** Brand and year as the VIN says them; `null` where it does not. */
export function carModel(vin: string): string | null {
  const decoded = decodeVin(vin, new Date().getFullYear());
  const brand = decoded?.brand ?? brandOfWmi(vin.slice(0, 3));
  const name = brand && (brandOfCode(brand.code)?.name ?? makeName(brand.code));
  return [name, decoded?.year].filter((part) => part != null).join(' ') || null;
}

/** What a car of the list is called: by its list, else by what it is and the end of its VIN. */
export function carName({ vin, labels }: Pick<ImportedCar, 'vin' | 'labels'>): string {
  const called = labels.name ?? labels.plate;
  if (called !== null) return called;
  const model = carModel(vin);
  return model === null ? vin : `${model} …${vinTail(vin)}`;
}
