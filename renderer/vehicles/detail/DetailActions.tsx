import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs';
import IconPlayerPlay from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import { useTranslation } from 'react-i18next';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { CopyMessage } from '../../connect/CopyMessage.tsx';
import { useReconnect } from '../../connect/useReconnect.ts';
import { useKeychainRetry } from '../../frame/useKeychainRetry.ts';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { usePause } from '../usePause.ts';
import { shortName } from '../vehicleName.ts';
import { bestAction } from './bestAction.ts';
import { ownerMatter, ownerMessage } from './ownerMessage.ts';
import styles from './VehicleDetail.module.css';

interface DetailActionsProps {
  readonly vehicle: Vehicle;
  readonly isReading: boolean;
  readonly onRefresh: () => void;
}

/** The one thing that helps this car most, and beside it what is always possible. */
export function DetailActions({ vehicle, isReading, onRefresh }: DetailActionsProps) {
  const { t } = useTranslation();
  const reconnect = useReconnect();
  const keychain = useKeychainRetry();
  const pause = usePause();
  const best = bestAction(vehicle);
  const matter = ownerMatter(vehicle);
  const name = vehicle.labels.name ?? shortName(vehicle) ?? t('vehicles.unnamed');
  const setPaused = (paused: boolean) => pause.mutate({ vehicleIds: [vehicle.id], paused });
  return (
    <div className={styles.actions}>
      {best === 'reconnect' && (
        <Button
          look="primary"
          data-testid="reconnect-button"
          unavailable={reconnect.isPending}
          onClick={() => reconnect.mutate({ vehicleId: vehicle.id })}
        >
          {t('detail.connectAgain', { name })}
        </Button>
      )}
      {best === 'keychain' && (
        <Button look="primary" unavailable={keychain.isTrying} onClick={keychain.retry}>
          {t('detail.tryKeychain')}
        </Button>
      )}
      {best === 'resume' && (
        <Button look="primary" unavailable={pause.isPending} onClick={() => setPaused(false)}>
          <IconPlayerPlay size={16} aria-hidden />
          {t('detail.resume')}
        </Button>
      )}
      {best !== 'resume' && (
        <Button
          data-testid="detail-refresh"
          title={t('frame.withKey', { label: t('detail.refresh'), key: 'R' })}
          unavailable={isReading}
          onClick={onRefresh}
        >
          {isReading ? <Spinner /> : <IconRefresh size={16} aria-hidden />}
          {t(isReading ? 'frame.refreshing' : 'detail.refresh')}
        </Button>
      )}
      {best === 'refresh' && (
        <Button
          title={t('detail.pauseHint')}
          unavailable={pause.isPending}
          onClick={() => setPaused(true)}
        >
          <IconPlayerPause size={16} aria-hidden />
          {t('detail.pause')}
        </Button>
      )}
      {matter !== null && (
        <CopyMessage
          key={vehicle.id}
          text={() => ownerMessage(t, matter, vehicle)}
          look="plain"
          testId="copy-owner-message"
        />
      )}
    </div>
  );
}
