import { useTranslation } from 'react-i18next';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { shortName } from '../vehicleName.ts';
import { AboutVehicle } from './AboutVehicle.tsx';
import { AccessMatrix } from './AccessMatrix.tsx';
import { AccessWays } from './AccessWays.tsx';
import { DisconnectVehicle } from './DisconnectVehicle.tsx';
import { SignInFacts } from './SignInFacts.tsx';

/** What the owner allowed, since when, and the ways to more and out. */
export function AccessTab({ vehicle }: { readonly vehicle: Vehicle }) {
  const { t } = useTranslation();
  const name = vehicle.labels.name ?? shortName(vehicle) ?? t('vehicles.unnamed');
  return (
    <>
      <AccessMatrix vehicle={vehicle} />
      <AccessWays vehicle={vehicle} />
      <SignInFacts vehicle={vehicle} />
      <AboutVehicle vehicle={vehicle} />
      <DisconnectVehicle key={vehicle.id} vehicleId={vehicle.id} name={name} />
    </>
  );
}
