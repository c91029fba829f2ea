import type { EligibilityReason, EligibilityReport } from '../../contract/eligibility.ts';
import { type DecodedVin, isNorthAmerican } from '../../contract/vin.ts';
import type { Compatibility, CompatibleModel } from '../exchange/tokenExchange.ts';

type Likelihood = EligibilityReport['likelihood'];

const NOT_TOLD = { capable: [], missing: [] } as const;

function base({ vin, checkDigit, brand, year }: DecodedVin) {
  return { vin, checkDigit, make: brand?.code ?? null, year };
}

/** What the VIN alone says. */
export function decodedOnly(
  decoded: DecodedVin,
  likelihood: Likelihood,
  reason: EligibilityReason,
): EligibilityReport {
  return { ...base(decoded), likelihood, reason, ...NOT_TOLD };
}

/** A text that is no car's VIN; what can be read of it is told all the same. */
export function invalid(vin: string, decoded: DecodedVin | null): EligibilityReport {
  const known = decoded ? base(decoded) : { vin, checkDigit: null, make: null, year: null };
  return { ...known, likelihood: 'unlikely', reason: 'vin_invalid', ...NOT_TOLD };
}

/** By Smartcar's check of this one car. A permission counts as capable if one of its endpoints is. */
export function byCompatibility(
  decoded: DecodedVin,
  permissions: readonly string[],
  { compatible, reason, capabilities }: Compatibility,
): EligibilityReport {
  if (!compatible) {
    const ofMake = reason === 'MAKE_NOT_COMPATIBLE';
    return decodedOnly(
      decoded,
      'unlikely',
      ofMake ? 'make_not_compatible' : 'vehicle_not_compatible',
    );
  }
  const told = permissions.filter((name) =>
    capabilities.some(({ permission }) => permission === name),
  );
  const isCapable = (name: string) =>
    capabilities.some(({ permission, capable }) => permission === name && capable);
  return {
    ...base(decoded),
    likelihood: 'likely',
    reason: 'checked',
    capable: told.filter(isCapable),
    missing: told.filter((name) => !isCapable(name)),
  };
}

/** Whether a model was made in the year that the VIN says, if it says one. */
function isOfYear({ year }: DecodedVin) {
  return ({ startYear, endYear }: CompatibleModel) =>
    year === null || (startYear <= year && year <= endYear);
}

/**
 * By the models of the brand that are served in a region. A VIN does not name its model, so a
 * permission counts as capable or missing only where all that it may be agree.
 */
export function byMatrix(
  decoded: DecodedVin,
  permissions: readonly string[],
  models: readonly CompatibleModel[],
): EligibilityReport {
  const possible = models.filter(isOfYear(decoded));
  if (possible.length === 0) {
    // Outside North America makers may write something else where the year would stand.
    const isCertain = models.length === 0 || isNorthAmerican(decoded.vin);
    return decodedOnly(decoded, isCertain ? 'unlikely' : 'unknown', 'not_in_matrix');
  }
  const gives = (name: string) => (model: CompatibleModel) => model.permissions.includes(name);
  return {
    ...base(decoded),
    likelihood: 'likely',
    reason: 'brand_in_matrix',
    capable: permissions.filter((name) => possible.every(gives(name))),
    missing: permissions.filter((name) => !possible.some(gives(name))),
  };
}
