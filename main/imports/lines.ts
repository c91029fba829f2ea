import * as z from 'zod';
import type { EligibilityReason } from '../../contract/eligibility.ts';
import { type ImportedCar, linesOfCars, unpackCar } from '../../contract/importedCars.ts';
import { vinProblem } from '../../contract/vin.ts';

const REASONS = [
  'checked',
  'brand_in_matrix',
  'vehicle_not_compatible',
  'make_not_compatible',
  'not_in_matrix',
  'phone_only',
  'brand_unknown',
  'country_not_served',
  'not_checked',
] as const satisfies readonly EligibilityReason[];

const label = z.string().max(200).nullable();
const names = z.array(z.string()).max(100);

/** A car as the list may hold it. */
export const carSchema = z.strictObject({
  vin: z.string().refine((vin) => vinProblem(vin) === null),
  importedAt: z.int().nonnegative(),
  labels: z.strictObject({
    name: label,
    plate: label,
    driver: label,
    group: label,
    notes: z.string().max(10_000).nullable(),
  }),
  likelihood: z.enum(['likely', 'unlikely', 'unknown']),
  reason: z.enum(REASONS),
  capable: names,
  missing: names,
}) satisfies z.ZodType<ImportedCar>;

/** Reads cars as the renderer packs them; throws where one is not what the list may hold. */
export function parseCars(text: string): readonly ImportedCar[] {
  return linesOfCars(text).map((line) => carSchema.parse(unpackCar(line)));
}
