import IconBatteryCharging from '@tabler/icons-react/dist/esm/icons/IconBatteryCharging.mjs';
import IconBolt from '@tabler/icons-react/dist/esm/icons/IconBolt.mjs';
import IconBoltOff from '@tabler/icons-react/dist/esm/icons/IconBoltOff.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconLockOpen from '@tabler/icons-react/dist/esm/icons/IconLockOpen.mjs';
import IconPlugConnectedX from '@tabler/icons-react/dist/esm/icons/IconPlugConnectedX.mjs';
import type { CommandKind } from '../../contract/commands.ts';

/** The picture of each command, the same everywhere. */
export const COMMAND_ICONS = {
  lock: IconLock,
  unlock: IconLockOpen,
  start_charging: IconBolt,
  stop_charging: IconBoltOff,
  set_charge_limit: IconBatteryCharging,
  disconnect: IconPlugConnectedX,
} as const satisfies Record<CommandKind, unknown>;
