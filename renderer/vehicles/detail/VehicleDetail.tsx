import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { READING_KINDS } from '../../../contract/readings.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { useReconnect } from '../../connect/useReconnect.ts';
import { useRefresh } from '../../frame/actions.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { useEscape } from '../../ui/useEscape.ts';
import { fullName, shortName } from '../vehicleName.ts';
import { AboutVehicle } from './AboutVehicle.tsx';
import { DisconnectVehicle } from './DisconnectVehicle.tsx';
import { Permissions } from './Permissions.tsx';
import { ReadingCard } from './ReadingCard.tsx';
import { StatusSentence } from './StatusSentence.tsx';
import styles from './VehicleDetail.module.css';

interface VehicleDetailProps {
  readonly vehicle: Vehicle;
  readonly isRefreshing: boolean;
  readonly onClose: () => void;
}

/** Everything known about one car, and why something is missing. */
export default function VehicleDetail({ vehicle, isRefreshing, onClose }: VehicleDetailProps) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const reconnect = useReconnect();
  const heading = useRef<HTMLHeadingElement>(null);
  const valuesId = useId();
  const name = fullName(vehicle) ?? t('vehicles.unnamed');
  const short = shortName(vehicle) ?? t('vehicles.unnamed');
  const isReading = isRefreshing || refresh.isPending;
  useEscape(onClose);

  // The keyboard follows into the details; a click leaves it on the row, so that arrows go on there.
  useEffect(() => {
    if (!document.activeElement?.matches('tr:not(:focus-visible)')) heading.current?.focus();
  }, []);

  return (
    <aside
      className={styles.pane}
      aria-label={t('detail.label', { name })}
      data-testid="vehicle-detail"
    >
      <header className={styles.header}>
        <h2 ref={heading} tabIndex={-1} className={styles.heading}>
          {name}
        </h2>
        <IconButton icon={IconX} label={t('detail.close')} onClick={onClose} />
      </header>
      <div className={styles.content}>
        <StatusSentence vehicle={vehicle} />
        <div className={styles.actions}>
          {vehicle.access === 'reconnect' && (
            <Button
              look="primary"
              data-testid="reconnect-button"
              unavailable={reconnect.isPending}
              onClick={() => reconnect.mutate({ vehicleId: vehicle.id })}
            >
              {t('detail.connectAgain', { name: short })}
            </Button>
          )}
          <Button unavailable={isReading} onClick={() => refresh.mutate([vehicle.id])}>
            {isReading ? <Spinner /> : <IconRefresh size={16} aria-hidden />}
            {t(isReading ? 'frame.refreshing' : 'detail.refresh')}
          </Button>
        </div>
        <section aria-labelledby={valuesId}>
          <h3 id={valuesId} className={styles.section}>
            {t('detail.values')}
          </h3>
          <ul className={styles.cards}>
            {READING_KINDS.map((kind) => (
              <ReadingCard
                key={kind}
                kind={kind}
                readings={vehicle.readings}
                isRefreshing={isRefreshing}
              />
            ))}
          </ul>
        </section>
        <Permissions granted={vehicle.permissions} />
        <AboutVehicle vehicle={vehicle} />
        <DisconnectVehicle vehicleId={vehicle.id} name={short} />
      </div>
    </aside>
  );
}
