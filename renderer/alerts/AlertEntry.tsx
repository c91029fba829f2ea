import IconBattery1 from '@tabler/icons-react/dist/esm/icons/IconBattery1.mjs';
import IconClockExclamation from '@tabler/icons-react/dist/esm/icons/IconClockExclamation.mjs';
import IconGasStation from '@tabler/icons-react/dist/esm/icons/IconGasStation.mjs';
import IconPlugConnectedX from '@tabler/icons-react/dist/esm/icons/IconPlugConnectedX.mjs';
import IconWheel from '@tabler/icons-react/dist/esm/icons/IconWheel.mjs';
import { useTranslation } from 'react-i18next';
import type { Alert, AlertKind } from '../../contract/alerts.ts';
import { VehicleName } from '../commands/VehicleName.tsx';
import { exactTime } from '../format/time.ts';
import { useVehicle } from '../state/fleet/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { useAgeText } from '../ui/useAge.ts';
import { displayName } from '../vehicles/vehicleName.ts';
import styles from './AlertsDialog.module.css';
import { alertWords } from './alertWords.ts';

const ICONS: Readonly<Record<AlertKind, typeof IconWheel>> = {
  accessEnded: IconPlugConnectedX,
  lowBattery: IconBattery1,
  lowFuel: IconGasStation,
  lowTire: IconWheel,
  stale: IconClockExclamation,
};

interface AlertEntryProps {
  readonly alert: Alert;
  readonly onOpen: (vehicleId: string) => void;
  readonly onSeen: (vehicleId: string) => void;
}

/** One alert: whose, what, since when, and the ways to look at the vehicle and to put the alert away. */
export function AlertEntry({ alert, onOpen, onSeen }: AlertEntryProps) {
  const { t } = useTranslation();
  const { vehicleId, kind, since, seen } = alert;
  const vehicle = useVehicle(vehicleId);
  const age = useAgeText(since);
  const name = (vehicle && displayName(vehicle)) ?? t('vehicles.unnamed');
  const what = alertWords(t, alert);
  const Picture = ICONS[kind];
  return (
    <li className={styles.entry} data-seen={seen} data-testid="alert">
      <Picture size={18} aria-hidden />
      <span className={styles.words}>
        <Button look="link" data-testid="alert-open" onClick={() => onOpen(vehicleId)}>
          <VehicleName id={vehicleId} />
        </Button>
        <span className={styles.what}>{what}</span>
        <time className={styles.since} dateTime={since} title={exactTime(since)}>
          {t('alerts.since', { age })}
        </time>
      </span>
      <Button
        className={styles.end}
        unavailable={seen}
        aria-label={t(seen ? 'alerts.isSeen' : 'alerts.markSeen', { name, what })}
        data-testid="alert-seen"
        onClick={() => onSeen(vehicleId)}
      >
        {t(seen ? 'alerts.seen' : 'alerts.mark')}
      </Button>
    </li>
  );
}
