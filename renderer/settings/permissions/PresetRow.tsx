import { useCallback, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_PRESET_NAME, type OwnPreset } from '../../../contract/ownPresets.ts';
import type { Permission } from '../../../contract/permissions.ts';
import type { Level } from '../../connect/dialog/levels.ts';
import { PermissionGroup } from '../../connect/dialog/PermissionGroup.tsx';
import { PERMISSION_GROUPS } from '../../connect/dialog/permissionGroups.ts';
import { formatCount } from '../../format/amount.ts';
import { Button } from '../../ui/Button.tsx';
import fields from '../Fields.module.css';
import rows from '../profiles/ProfileSettings.module.css';
import sections from '../SettingsScreen.module.css';
import { TextField } from '../TextField.tsx';
import { levelsOfPreset, withLevel } from './presetChange.ts';

interface PresetRowProps {
  readonly preset: OwnPreset;
  /** Open from the start: it was made just now. */
  readonly isNew: boolean;
  readonly onChange: (preset: OwnPreset) => void;
  readonly onDelete: () => void;
}

/** One set of permissions: its name, what it asks for, and the ways to change it or be rid of it. */
export function PresetRow({ preset, isNew, onChange, onDelete }: PresetRowProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(isNew);
  const [isLast, setIsLast] = useState(false);
  const id = useId();
  const { name, permissions, required } = preset;
  const choose = useCallback(
    (permission: Permission, level: Level) => {
      const changed = withLevel(preset, permission, level);
      setIsLast(changed === null);
      if (changed) onChange(changed);
    },
    [preset, onChange],
  );
  return (
    <li className={rows.profile} data-testid="preset" data-preset={preset.id}>
      <div className={rows.head}>
        <h3>{name}</h3>
        <span className={sections.quiet}>
          {t('presets.asks', {
            count: permissions.length,
            value: formatCount(permissions.length),
            required: formatCount(required.length),
          })}
        </span>
        <span className={rows.space} />
        <Button
          look="quiet"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={t('presets.editName', { name })}
          data-testid="preset-edit"
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('presets.edit')}
        </Button>
        <Button
          look="quiet"
          aria-label={t('presets.deleteName', { name })}
          data-testid="preset-delete"
          onClick={onDelete}
        >
          {t('presets.delete')}
        </Button>
      </div>
      <div id={id}>
        {isOpen && (
          <>
            <TextField
              label={t('presets.name')}
              text={t('presets.nameText')}
              value={name}
              emptyText={name}
              maxLength={LONGEST_PRESET_NAME}
              testId="preset-name"
              onChange={(typed) => typed !== '' && onChange({ ...preset, name: typed })}
            />
            {PERMISSION_GROUPS.map((group) => (
              <PermissionGroup
                key={group.name}
                group={group}
                levels={levelsOfPreset(preset)}
                onChoose={choose}
              />
            ))}
            <p role="alert" className={fields.problem}>
              {isLast && t('presets.last')}
            </p>
          </>
        )}
      </div>
    </li>
  );
}
