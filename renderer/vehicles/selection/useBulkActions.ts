import type { Icon } from '@tabler/icons-react';
import IconBatteryCharging from '@tabler/icons-react/dist/esm/icons/IconBatteryCharging.mjs';
import IconBolt from '@tabler/icons-react/dist/esm/icons/IconBolt.mjs';
import IconBoltOff from '@tabler/icons-react/dist/esm/icons/IconBoltOff.mjs';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconFolder from '@tabler/icons-react/dist/esm/icons/IconFolder.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconLockOpen from '@tabler/icons-react/dist/esm/icons/IconLockOpen.mjs';
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs';
import IconPlayerPlay from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs';
import IconPlugConnectedX from '@tabler/icons-react/dist/esm/icons/IconPlugConnectedX.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs';
import { useTranslation } from 'react-i18next';
import type { CommandKind } from '../../../contract/commands.ts';
import { formatCount } from '../../format/amount.ts';
import { useShell } from '../../frame/shell.ts';
import { useAskedRefresh } from '../../queue/useAskedRefresh.ts';
import { usePause } from '../usePause.ts';
import { useSelection } from './selection.ts';

export interface BulkAction {
  readonly id:
    | 'refresh'
    | 'lock'
    | 'tags'
    | 'export'
    | 'unlock'
    | 'start_charging'
    | 'stop_charging'
    | 'set_charge_limit'
    | 'group'
    | 'pause'
    | 'resume'
    | 'disconnect';
  readonly icon: Icon;
  /** What it will do, and to how many. */
  readonly label: string;
  readonly run: () => void;
}

interface BulkActions {
  /** Those that are wanted most. */
  readonly first: readonly BulkAction[];
  readonly more: readonly BulkAction[];
}

/** What can be done to all vehicles that are picked; each says to how many. */
export function useBulkActions(onExport: (ids: readonly string[]) => void): BulkActions {
  const { t } = useTranslation();
  const { openCommand, openLabels, say } = useShell();
  const picked = useSelection();
  const refresh = useAskedRefresh();
  const pause = usePause();
  const count = picked.size;
  const ids = [...picked];
  const value = formatCount(count);
  const setPaused = (paused: boolean) =>
    pause.mutate(
      { vehicleIds: ids, paused },
      { onSuccess: () => say(t(paused ? 'bulk.paused' : 'bulk.resumed', { count, value })) },
    );
  const action = (id: BulkAction['id'], icon: Icon, run: () => void): BulkAction => ({
    id,
    icon,
    label: t(`bulk.${id}`, { count, value }),
    run,
  });
  const command = (id: BulkAction['id'] & CommandKind, icon: Icon) =>
    action(id, icon, () => openCommand(id, ids));
  const first = [
    action('refresh', IconRefresh, () => refresh(ids)),
    command('lock', IconLock),
    action('tags', IconTag, () => openLabels('tags', ids)),
    action('export', IconDownload, () => onExport(ids)),
  ];
  const more = [
    command('unlock', IconLockOpen),
    command('start_charging', IconBolt),
    command('stop_charging', IconBoltOff),
    command('set_charge_limit', IconBatteryCharging),
    action('group', IconFolder, () => openLabels('group', ids)),
    action('pause', IconPlayerPause, () => setPaused(true)),
    action('resume', IconPlayerPlay, () => setPaused(false)),
    command('disconnect', IconPlugConnectedX),
  ];
  return { first, more };
}
