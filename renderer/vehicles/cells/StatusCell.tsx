import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconKeyOff from '@tabler/icons-react/dist/esm/icons/IconKeyOff.mjs';
import IconPlugConnectedX from '@tabler/icons-react/dist/esm/icons/IconPlugConnectedX.mjs';
import { Spinner } from '../../ui/Spinner.tsx';
import type { CellProps } from '../columns.ts';
import styles from './cells.module.css';
import { ReconnectButton } from './ReconnectButton.tsx';

const ACCESS = {
  ok: { Picture: IconCircleCheck, tone: 'fine' },
  reconnect: { Picture: IconPlugConnectedX, tone: 'attention' },
  tokens_unavailable: { Picture: IconKeyOff, tone: 'attention' },
} as const;

/** Whether new values can come, or who has to do something first. */
export function StatusCell({ vehicle: { id, access }, isRefreshing, t }: CellProps) {
  const { Picture, tone } = ACCESS[access];
  const isEnded = access === 'reconnect' && !isRefreshing;
  return (
    <span className={styles.status} data-tone={isRefreshing ? undefined : tone}>
      {isRefreshing ? <Spinner /> : <Picture size={16} aria-hidden />}
      {isEnded ? (
        <ReconnectButton vehicleId={id} label={t('access.reconnect')} />
      ) : (
        <span className={styles.text}>{t(`access.${isRefreshing ? 'refreshing' : access}`)}</span>
      )}
    </span>
  );
}
