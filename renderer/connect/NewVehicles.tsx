import { useTranslation } from 'react-i18next';
import { useShell } from '../frame/shell.ts';
import { useVehicles } from '../state/fleet/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { fullName } from '../vehicles/vehicleName.ts';
import styles from './Outcome.module.css';

/** The vehicles that came with this connection, each a way to its details. */
export function NewVehicles({ vehicleIds }: { readonly vehicleIds: readonly string[] }) {
  const { t } = useTranslation();
  const { openVehicle } = useShell();
  const found = useVehicles(vehicleIds);
  if (found.length === 0) return null;
  return (
    <ul className={styles.vehicles} aria-label={t('outcome.connected.vehicles')}>
      {found.map((vehicle) => {
        const name = fullName(vehicle) ?? t('vehicles.unnamed');
        return (
          <li key={vehicle.id}>
            <Button
              look="link"
              title={t('vehicles.select', { name })}
              onClick={() => openVehicle(vehicle.id)}
            >
              {name}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
