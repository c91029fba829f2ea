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
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandKind } from '../../../contract/commands.ts';
import { formatCount } from '../../format/amount.ts';
import { useShell } from '../../frame/shell.ts';
import { useAskedRefresh } from '../../queue/useAskedRefresh.ts';
import { AnchoredMenu } from '../../ui/AnchoredMenu.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { usePause } from '../usePause.ts';
import styles from './SelectionBar.module.css';
import { selection, useSelection } from './selection.ts';

interface SelectionBarProps {
  readonly onExport: (ids: readonly string[]) => void;
  /** Where the keyboard goes when the bar is gone. */
  readonly onDone: () => void;
}

interface BulkAction {
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
  readonly run: () => void;
}

/** What can be done to all vehicles that are picked; each button says to how many. */
export function SelectionBar({ onExport, onDone }: SelectionBarProps) {
  const { t } = useTranslation();
  const { openCommand, openLabels, say } = useShell();
  const picked = useSelection();
  const refresh = useAskedRefresh();
  const pause = usePause();
  const [menuAt, setMenuAt] = useState<DOMRect | null>(null);
  const count = picked.size;
  if (count === 0) return null;

  const ids = [...picked];
  const value = formatCount(count);
  const setPaused = (paused: boolean) =>
    pause.mutate(
      { vehicleIds: ids, paused },
      { onSuccess: () => say(t(paused ? 'bulk.paused' : 'bulk.resumed', { count, value })) },
    );
  const command = (id: BulkAction['id'] & CommandKind, icon: Icon): BulkAction => ({
    id,
    icon,
    run: () => openCommand(id, ids),
  });
  const shown: readonly BulkAction[] = [
    { id: 'refresh', icon: IconRefresh, run: () => refresh(ids) },
    command('lock', IconLock),
    { id: 'tags', icon: IconTag, run: () => openLabels('tags', ids) },
    { id: 'export', icon: IconDownload, run: () => onExport(ids) },
  ];
  const more: readonly BulkAction[] = [
    command('unlock', IconLockOpen),
    command('start_charging', IconBolt),
    command('stop_charging', IconBoltOff),
    command('set_charge_limit', IconBatteryCharging),
    { id: 'group', icon: IconFolder, run: () => openLabels('group', ids) },
    { id: 'pause', icon: IconPlayerPause, run: () => setPaused(true) },
    { id: 'resume', icon: IconPlayerPlay, run: () => setPaused(false) },
    command('disconnect', IconPlugConnectedX),
  ];
  const label = (id: BulkAction['id']) => t(`bulk.${id}`, { count, value });
  return (
    <section className={styles.bar} aria-label={t('bulk.title')} data-testid="selection-bar">
      <strong className={styles.count}>{t('bulk.selected', { count, value })}</strong>
      <IconButton
        icon={IconX}
        label={t('bulk.clear')}
        data-testid="bulk-clear"
        onClick={() => {
          selection.clear();
          onDone();
        }}
      />
      {shown.map(({ id, icon: Picture, run }) => (
        <Button key={id} data-testid={`bulk-${id}`} onClick={run}>
          <Picture size={16} aria-hidden />
          {label(id)}
        </Button>
      ))}
      <Button
        aria-haspopup="menu"
        data-testid="bulk-more"
        onClick={({ currentTarget }) => setMenuAt(currentTarget.getBoundingClientRect())}
      >
        {t('bulk.more')}
      </Button>
      {menuAt && (
        <AnchoredMenu
          label={t('bulk.more')}
          at={menuAt}
          items={more.map(({ id, icon, run }) => ({ id, icon, label: label(id), run }))}
          onClose={() => setMenuAt(null)}
        />
      )}
    </section>
  );
}
