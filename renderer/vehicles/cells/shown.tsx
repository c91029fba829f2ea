import IconBolt from '@tabler/icons-react/dist/esm/icons/IconBolt.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconLockOpen from '@tabler/icons-react/dist/esm/icons/IconLockOpen.mjs';
import IconLockQuestion from '@tabler/icons-react/dist/esm/icons/IconLockQuestion.mjs';
import IconPlug from '@tabler/icons-react/dist/esm/icons/IconPlug.mjs';
import type { TFunction } from 'i18next';
import type { ReadingValues } from '../../../contract/readings.ts';
import { lockState } from '../../readings/security.ts';
import styles from './cells.module.css';

interface ChargeProps {
  readonly charge: ReadingValues['charge'];
  readonly t: TFunction;
}

/** Whether the car charges; a plug where it is only plugged in. */
export function Charge({ charge: { state, isPluggedIn }, t }: ChargeProps) {
  return (
    <span className={styles.pair}>
      {state === 'CHARGING' && <IconBolt size={16} aria-hidden />}
      {state !== 'CHARGING' && isPluggedIn && (
        <IconPlug size={16} role="img" aria-label={t('value.pluggedIn')} />
      )}
      {t(`value.charge.${state}`)}
    </span>
  );
}

const LOCKS = { locked: IconLock, unlocked: IconLockOpen, lockUnknown: IconLockQuestion };

interface LocksProps {
  readonly security: ReadingValues['security'];
  readonly t: TFunction;
}

/** Whether the car is locked, and how much of it stands open. */
export function Locks({ security, t }: LocksProps) {
  const state = lockState(security);
  const Picture = LOCKS[state];
  const open = security.open.length;
  return (
    <span className={styles.pair}>
      <Picture size={16} aria-hidden />
      {open > 0
        ? t('value.locksAndOpenings', {
            locks: t(`value.${state}`),
            openings: t('value.openings', { count: open }),
          })
        : t(`value.${state}`)}
    </span>
  );
}
