import type { EligibilityReport } from '../../contract/eligibility.ts';
import { decodeVin, vinProblem } from '../../contract/vin.ts';

/**
 * What can be said of a car that nobody was asked about: what its VIN says by itself. `thisYear` is the
 * calendar year now.
 */
export function uncheckedReport(vin: string, thisYear: number): EligibilityReport {
  const decoded = decodeVin(vin, thisYear);
  const isNoVin = vinProblem(vin) !== null;
  const isPhoneOnly = decoded?.brand?.phoneOnly ?? false;
  const known = isPhoneOnly ? 'phone_only' : 'not_checked';
  return {
    vin,
    checkDigit: decoded?.checkDigit ?? null,
    make: decoded?.brand?.code ?? null,
    year: decoded?.year ?? null,
    likelihood: isNoVin || isPhoneOnly ? 'unlikely' : 'unknown',
    reason: isNoVin ? 'vin_invalid' : known,
    capable: [],
    missing: [],
  };
}
