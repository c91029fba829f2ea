import type { TFunction } from 'i18next';
import type { AccessEnded, Vehicle } from '../../../contract/vehicles.ts';
import { hidesDetails } from '../../privacy/hidden.ts';
import { fullName, makeName } from '../vehicleName.ts';
import { lastProblem } from '../vehicleState.ts';

/** What the owner of a car is told; `reconnect`: it ended, and nobody knows why. */
export type OwnerMatter = AccessEnded['reason'] | 'reconnect' | 'account' | 'subscription';

/** What only the owner can mend; `null` where nothing is. */
export function ownerMatter(
  vehicle: Pick<Vehicle, 'access' | 'accessEnded' | 'readings'>,
): OwnerMatter | null {
  const { access, accessEnded } = vehicle;
  if (access === 'reconnect') return accessEnded?.reason ?? 'reconnect';
  const problem = lastProblem(vehicle);
  if (problem?.reason !== 'account') return null;
  return problem.code === 'CONNECTED_SERVICES_ACCOUNT:SUBSCRIPTION' ? 'subscription' : 'account';
}

/**
 * A text for the owner or driver, ready to be sent by whatever means a company uses. It names the car
 * and its plate, since a driver may have several; the plate is left out while details are hidden.
 */
export function ownerMessage(
  t: TFunction,
  matter: OwnerMatter,
  vehicle: Pick<Vehicle, 'make' | 'model' | 'year' | 'labels'>,
): string {
  const { make, labels } = vehicle;
  const body = t(`vehicleHelp.message.${matter}`, {
    make: make === null ? t('vehicleHelp.message.maker') : makeName(make),
  });
  const plate = hidesDetails() ? null : labels.plate;
  const car = [fullName(vehicle), plate].filter((part) => part !== null).join(', ');
  return car === '' ? body : `${body}\n\n${t('vehicleHelp.message.about', { car })}`;
}
