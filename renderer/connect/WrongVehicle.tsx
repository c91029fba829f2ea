import { useTranslation } from 'react-i18next';
import type { ToldVehicle } from '../../contract/connect.ts';
import { decodeVin } from '../../contract/vin.ts';
import { detailText } from '../privacy/hidden.ts';
import { toldName } from './toldName.ts';
import styles from './WrongVehicle.module.css';

interface WrongVehicleProps {
  readonly expectedVin: string;
  readonly found: readonly ToldVehicle[];
}

/** What the VIN says by itself about the car that was asked for. */
function expectedVehicle(vin: string): ToldVehicle {
  const decoded = decodeVin(vin, new Date().getFullYear());
  const year = decoded?.year ?? null;
  return {
    vin,
    make: decoded?.brand?.name ?? null,
    model: null,
    year: year === null ? null : String(year),
  };
}

/** The car that was asked for beside the one that came, so that anybody sees the difference. */
export function WrongVehicle({ expectedVin, found }: WrongVehicleProps) {
  const { t } = useTranslation();
  const rows = [
    { label: t('outcome.wrong_vehicle.expected'), vehicle: expectedVehicle(expectedVin) },
    ...found.map((vehicle) => ({ label: t('outcome.wrong_vehicle.found'), vehicle })),
  ];
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('outcome.fact.vin')}</th>
          <th scope="col">{t('outcome.fact.car')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, vehicle }) => (
          <tr key={vehicle.vin ?? label}>
            <th scope="row">{label}</th>
            <td>{detailText(t, vehicle.vin)}</td>
            <td>{toldName(vehicle) || t('outcome.wrong_vehicle.unknown')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
