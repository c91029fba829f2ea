import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../contract/permissions.ts';
import type { Level, Levels } from './levels.ts';
import { PermissionRow } from './PermissionRow.tsx';
import styles from './Permissions.module.css';
import type { PermissionGroupRows } from './permissionGroups.ts';

interface PermissionGroupProps {
  readonly group: PermissionGroupRows;
  readonly levels: Levels;
  readonly onChoose: (permission: Permission, level: Level) => void;
}

/** Rows of one kind. What few cars have is folded away, unless something of it is asked for. */
export function PermissionGroup({ group, levels, onChoose }: PermissionGroupProps) {
  const { t } = useTranslation();
  const { name, permissions } = group;
  const asked = permissions.filter((permission) => levels[permission] !== 'off').length;
  const [isOpen, setIsOpen] = useState(name !== 'someBrands' || asked > 0);
  return (
    <details
      open={isOpen}
      className={styles.group}
      data-testid={`permissions-${name}`}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary className={styles.summary}>
        <IconChevronRight size={16} aria-hidden />
        <h4>{t(`connectOptions.group.${name}`)}</h4>
        <span className={styles.note}>{t(`connectOptions.groupNote.${name}`)}</span>
        <span className={styles.count}>
          {t('connectOptions.asked', { count: asked, total: permissions.length })}
        </span>
      </summary>
      {permissions.map((permission) => (
        <PermissionRow
          key={permission}
          permission={permission}
          level={levels[permission]}
          onChoose={onChoose}
        />
      ))}
    </details>
  );
}
