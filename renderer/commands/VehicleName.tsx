import { useTranslation } from 'react-i18next';
import { hidesDetails } from '../privacy/hidden.ts';
import { useVehicle } from '../state/fleet/hooks.ts';
import shared from '../ui/shared.module.css';
import { displayName, vinTail } from '../vehicles/vehicleName.ts';

/** A vehicle's name with what tells it from its twins: its plate, or the end of its VIN. */
export function VehicleName({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const vehicle = useVehicle(id);
  const name = (vehicle && displayName(vehicle)) ?? t('vehicles.unnamed');
  const mark = vehicle?.labels.plate ?? (vehicle?.vin ? vinTail(vehicle.vin) : null);
  return (
    <span>
      {name}
      {mark !== null && !hidesDetails() && <span className={shared.unit}>{` ${mark}`}</span>}
    </span>
  );
}
