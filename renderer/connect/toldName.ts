import type { ToldVehicle } from '../../contract/connect.ts';
import { makeName } from '../vehicles/vehicleName.ts';

/** Brand, model and year of a car as Connect or the API told of it; empty where none was told. */
export function toldName({ make, model, year }: ToldVehicle): string {
  return [make && makeName(make), model, year].filter(Boolean).join(' ');
}
