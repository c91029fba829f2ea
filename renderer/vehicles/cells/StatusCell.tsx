import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconClockPause from '@tabler/icons-react/dist/esm/icons/IconClockPause.mjs';
import IconKeyOff from '@tabler/icons-react/dist/esm/icons/IconKeyOff.mjs';
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs';
import IconPlugConnectedX from '@tabler/icons-react/dist/esm/icons/IconPlugConnectedX.mjs';
import IconReceiptOff from '@tabler/icons-react/dist/esm/icons/IconReceiptOff.mjs';
import type { ReactNode } from 'react';
import { ReasonIcon } from '../../readings/ReasonIcon.tsx';
import { useTimed } from '../../state/clock.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import type { CellProps } from '../columns/column.ts';
import { statusText } from '../columns/statusText.ts';
import { type VehicleState, vehicleState } from '../vehicleState.ts';
import styles from './cells.module.css';
import { ReconnectButton } from './ReconnectButton.tsx';

const ICONS = {
  ok: IconCircleCheck,
  reconnect: IconPlugConnectedX,
  tokens_unavailable: IconKeyOff,
  paused: IconPlayerPause,
};

const TONES = {
  ok: 'fine',
  reading: undefined,
  reconnect: 'attention',
  tokens_unavailable: 'attention',
  paused: undefined,
  held: undefined,
  problem: undefined,
} as const;

function picture(state: VehicleState): ReactNode {
  switch (state.kind) {
    case 'reading':
      return <Spinner />;
    case 'held': {
      const isUsedUp = state.hold.cause === 'month';
      const Picture = isUsedUp ? IconReceiptOff : IconClockPause;
      return <Picture size={16} aria-hidden />;
    }
    case 'problem':
      return <ReasonIcon reason={state.problem.reason} />;
    default: {
      const Picture = ICONS[state.kind];
      return <Picture size={16} aria-hidden />;
    }
  }
}

/** Whether new values can come, when, or who has to do something first. */
export function StatusCell({ vehicle, isRefreshing, context: { t } }: CellProps) {
  // The state itself is an object; its words change whenever it does.
  const text = useTimed((now) => statusText(vehicleState(vehicle, isRefreshing, now), t, now));
  const state = vehicleState(vehicle, isRefreshing, Date.now());
  return (
    <span className={styles.status} data-tone={TONES[state.kind]} data-state={state.kind}>
      {picture(state)}
      {state.kind === 'reconnect' ? (
        <ReconnectButton vehicleId={vehicle.id} label={text} />
      ) : (
        <span className={styles.text}>{text}</span>
      )}
    </span>
  );
}
