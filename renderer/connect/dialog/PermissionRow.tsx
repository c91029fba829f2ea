import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../contract/permissions.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { LEVELS, type Level } from './levels.ts';
import styles from './Permissions.module.css';

interface PermissionRowProps {
  readonly permission: Permission;
  readonly level: Level;
  /** The same function every time: a key press in one row must not draw all others again. */
  readonly onChoose: (permission: Permission, level: Level) => void;
}

const TONES = { off: 'quiet', required: 'strong' } as const;

/** What a permission is for, and how firmly it is asked for. */
export const PermissionRow = memo(function PermissionRow(props: PermissionRowProps) {
  const { permission, level, onChoose } = props;
  const { t } = useTranslation();
  const nameId = useId();
  const meaningId = useId();
  return (
    <div className={styles.row} data-level={level} data-testid={`permission-${permission}`}>
      <p id={nameId} className={styles.name}>
        {t(`permission.${permission}`)}
      </p>
      <p id={meaningId} className={styles.meaning}>
        {t(`permission.meaning.${permission}`)}
      </p>
      <Segmented
        labelledBy={nameId}
        describedBy={meaningId}
        spaceCycles
        value={level}
        segments={LEVELS.map((value) => ({
          value,
          label: t(`connectOptions.level.${value}`),
          ...(value === 'optional' ? {} : { tone: TONES[value] }),
        }))}
        onChoose={(to) => onChoose(permission, to)}
      />
    </div>
  );
});
