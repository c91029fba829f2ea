import { useTranslation } from 'react-i18next';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { useReconnect } from '../../connect/useReconnect.ts';
import { Button } from '../../ui/Button.tsx';
import { useAskForMore } from './useAskForMore.ts';
import styles from './VehicleDetail.module.css';

/** The ways through Connect: for more, or because the access has ended. */
export function AccessWays({ vehicle }: { readonly vehicle: Vehicle }) {
  const { t } = useTranslation();
  const reconnect = useReconnect();
  const askForMore = useAskForMore(vehicle);
  return (
    <div className={styles.actions}>
      <Button
        unavailable={reconnect.isPending}
        onClick={() => reconnect.mutate({ vehicleId: vehicle.id })}
      >
        {t('detail.reconnectAction')}
      </Button>
      <Button aria-haspopup="dialog" data-testid="ask-for-more" onClick={askForMore}>
        {t('detail.askForMore')}
      </Button>
    </div>
  );
}
