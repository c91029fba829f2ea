import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCarOff from '@tabler/icons-react/dist/esm/icons/IconCarOff.mjs';
import IconCircleDashed from '@tabler/icons-react/dist/esm/icons/IconCircleDashed.mjs';
import IconClockPause from '@tabler/icons-react/dist/esm/icons/IconClockPause.mjs';
import IconCloudOff from '@tabler/icons-react/dist/esm/icons/IconCloudOff.mjs';
import IconHandStop from '@tabler/icons-react/dist/esm/icons/IconHandStop.mjs';
import IconMoon from '@tabler/icons-react/dist/esm/icons/IconMoon.mjs';
import IconPlugConnectedX from '@tabler/icons-react/dist/esm/icons/IconPlugConnectedX.mjs';
import IconReceiptOff from '@tabler/icons-react/dist/esm/icons/IconReceiptOff.mjs';
import IconUserExclamation from '@tabler/icons-react/dist/esm/icons/IconUserExclamation.mjs';
import styles from './ReasonIcon.module.css';
import type { Reason } from './reason.ts';

const ICONS = {
  not_granted: IconHandStop,
  car_cannot: IconCarOff,
  not_in_plan: IconReceiptOff,
  later: IconClockPause,
  car_state: IconMoon,
  account: IconUserExclamation,
  reconnect: IconPlugConnectedX,
  offline: IconCloudOff,
  failed: IconAlertTriangle,
  never: IconCircleDashed,
} as const satisfies Record<Reason, unknown>;

/** What a person has to act on is drawn in a signal colour; facts of the car are not. */
const TONES: Partial<Record<Reason, 'attention' | 'fault'>> = {
  account: 'attention',
  reconnect: 'attention',
  failed: 'fault',
};

/** The picture of a reason; its words stand beside it or in the tooltip. */
export function ReasonIcon({ reason }: { readonly reason: Reason }) {
  const Picture = ICONS[reason];
  return <Picture size={16} className={styles.icon} data-tone={TONES[reason]} aria-hidden />;
}
