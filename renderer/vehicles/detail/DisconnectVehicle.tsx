import IconPlugConnectedX from '@tabler/icons-react/dist/esm/icons/IconPlugConnectedX.mjs';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Preloaded } from '../../ui/Preloaded.tsx';
import { preloadable } from '../../ui/preloadable.ts';
import { useIdlePreload } from '../../ui/useIdlePreload.ts';
import styles from './DisconnectVehicle.module.css';

const disconnectDialog = preloadable(() => import('./DisconnectDialog.tsx'));

interface DisconnectVehicleProps {
  readonly vehicleId: string;
  readonly name: string;
}

/** The way out, at the end of the details; what it removes is said before anything happens. */
export function DisconnectVehicle({ vehicleId, name }: DisconnectVehicleProps) {
  const { t } = useTranslation();
  useIdlePreload(disconnectDialog.preload);
  const [isAsking, setIsAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setIsAsking(false);
    opener.current?.focus();
  };
  return (
    <div className={styles.way}>
      <Button ref={opener} data-testid="disconnect-button" onClick={() => setIsAsking(true)}>
        <IconPlugConnectedX size={16} aria-hidden />
        {t('detail.disconnect')}
      </Button>
      {isAsking && <Preloaded of={disconnectDialog} with={{ vehicleId, name, onClose: close }} />}
    </div>
  );
}
