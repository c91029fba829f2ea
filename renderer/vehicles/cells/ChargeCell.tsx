import IconBolt from '@tabler/icons-react/dist/esm/icons/IconBolt.mjs';
import IconPlug from '@tabler/icons-react/dist/esm/icons/IconPlug.mjs';
import type { CellProps } from '../columns.ts';
import styles from './cells.module.css';
import { ReadingCell } from './ReadingCell.tsx';

/** Whether the car charges; a plug where it is only plugged in. */
export function ChargeCell({ vehicle: { readings }, ...rest }: CellProps) {
  const { t } = rest;
  return (
    <ReadingCell
      reading={readings.charge}
      {...rest}
      show={({ state, isPluggedIn }) => (
        <span className={styles.pair}>
          {state === 'CHARGING' && <IconBolt size={16} aria-hidden />}
          {state !== 'CHARGING' && isPluggedIn && (
            <IconPlug size={16} role="img" aria-label={t('value.pluggedIn')} />
          )}
          {t(`value.charge.${state}`)}
        </span>
      )}
    />
  );
}
