import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { exactTime } from '../../format/time.ts';
import { detailText, hidesDetails } from '../../privacy/hidden.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import shared from '../../ui/shared.module.css';
import styles from './AboutVehicle.module.css';
import detail from './VehicleDetail.module.css';

/** What stays the same about a car: its VIN, Smartcar's id, and since when it is connected. */
export function AboutVehicle({ vehicle }: { readonly vehicle: Vehicle }) {
  const { t } = useTranslation();
  const id = useId();
  const { vin, connectedAt, refreshedAt } = vehicle;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={detail.section}>
        {t('detail.about')}
      </h3>
      <dl className={styles.facts}>
        <dt>{t('detail.vin')}</dt>
        <dd>
          <span className={shared.copyable}>{detailText(t, vin) ?? t('detail.vinUnknown')}</span>
          {vin !== null && !hidesDetails() && <CopyButton text={vin} label={t('detail.copyVin')} />}
        </dd>
        <dt>{t('detail.vehicleId')}</dt>
        <dd>
          <span className={shared.copyable}>{vehicle.id}</span>
          <CopyButton text={vehicle.id} label={t('detail.copyVehicleId')} />
        </dd>
        <dt>{t('detail.connectedAt')}</dt>
        <dd>{exactTime(connectedAt)}</dd>
        <dt>{t('detail.refreshedAt')}</dt>
        <dd>{refreshedAt === null ? t('frame.neverRead') : exactTime(refreshedAt)}</dd>
      </dl>
    </section>
  );
}
