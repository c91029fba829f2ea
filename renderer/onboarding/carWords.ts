import type { TFunction } from 'i18next';
import { brandOfCode, brandOfWmi } from '../../contract/brands.ts';
import type { ImportedCar } from '../../contract/importedCars.ts';
import { decodeVin } from '../../contract/vin.ts';
import { hidesDetails } from '../privacy/hidden.ts';
import { makeName, vinTail } from '../vehicles/vehicleName.ts';

/** Brand and year as the VIN says them; `null` where it does not. */
export function carModel(vin: string): string | null {
  const decoded = decodeVin(vin, new Date().getFullYear());
  const brand = decoded?.brand ?? brandOfWmi(vin.slice(0, 3));
  const name = brand && (brandOfCode(brand.code)?.name ?? makeName(brand.code));
  return [name, decoded?.year].filter((part) => part != null).join(' ') || null;
}

/** What a car of the list is called: by its list, else by what it is and the end of its VIN. */
export function carName(
  t: TFunction,
  { vin, labels }: Pick<ImportedCar, 'vin' | 'labels'>,
): string {
  if (labels.name !== null) return labels.name;
  if (hidesDetails()) return carModel(vin) ?? t('privacy.hidden');
  if (labels.plate !== null) return labels.plate;
  const model = carModel(vin);
  return model === null ? vin : `${model} …${vinTail(vin)}`;
}
