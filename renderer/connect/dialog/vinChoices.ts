import type { EligibilityReport } from '../../../contract/eligibility.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';

export type VinSource = 'reconnect' | 'checked';

/** A VIN that Motorpool knows of already. */
export interface VinChoice {
  readonly vin: string;
  readonly source: VinSource;
  /** The vehicle, where it is one that was connected before. */
  readonly vehicle: Pick<Vehicle, 'make' | 'model' | 'year'> | null;
  /** What the check said, where it was one of the last checked list. */
  readonly likelihood: EligibilityReport['likelihood'] | null;
}

type Known = Pick<Vehicle, 'vin' | 'make' | 'model' | 'year'>;

/**
 * The VINs that are most likely wanted: of cars that must be connected again, then of the last checked
 * list, without those that are connected and those that are none.
 */
export function vinChoices(
  ended: readonly Known[],
  isKnown: (vin: string) => boolean,
  checked: readonly Pick<EligibilityReport, 'vin' | 'likelihood' | 'reason'>[],
): readonly VinChoice[] {
  const again: readonly VinChoice[] = ended.flatMap((vehicle) =>
    vehicle.vin !== null
      ? [{ vin: vehicle.vin, source: 'reconnect', vehicle, likelihood: null }]
      : [],
  );
  const fromList: readonly VinChoice[] = checked
    .filter(({ vin, reason }) => reason !== 'vin_invalid' && !isKnown(vin))
    .map(({ vin, likelihood }) => ({ vin, source: 'checked', vehicle: null, likelihood }));
  // Two connections may hold the same car; the field takes each VIN once.
  return [...new Map([...again, ...fromList].map((choice) => [choice.vin, choice])).values()];
}
