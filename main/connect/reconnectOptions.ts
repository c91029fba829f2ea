import type { Mode } from '../../contract/application.ts';
import { type ConnectOptions, connectOptionsIssues } from '../../contract/connectOptions.ts';
import type { Vehicle } from '../../contract/vehicles.ts';

/**
 * Options by which a car that was connected before is connected again: this VIN, else this brand, else
 * whatever the owner picks. What Connect would refuse, such as a VIN with a wrong check digit, is left
 * out. `last` gives the permissions.
 */
export function reconnectOptions(
  { vin, make }: Pick<Vehicle, 'vin' | 'make'>,
  externalId: string | null,
  last: ConnectOptions,
  mode: Mode,
): ConnectOptions {
  const base: ConnectOptions = { ...last, forcePrompt: true, externalId, clearExternalId: false };
  const wishes: readonly (ConnectOptions['vehicle'] | null)[] = [
    vin === null ? null : { kind: 'vin', vin },
    make === null ? null : { kind: 'make', make, single: true },
  ];
  for (const vehicle of wishes) {
    if (vehicle === null) continue;
    const options = { ...base, vehicle };
    if (connectOptionsIssues(options, mode).length === 0) return options;
  }
  return { ...base, vehicle: { kind: 'any', single: true } };
}
