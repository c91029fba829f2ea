import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../../contract/application.ts';
import { PERMISSION_PRESETS } from '../../../contract/permissions.ts';
import { presetsFor } from '../../connect/dialog/levels.ts';
import { presetName } from '../../format/presetName.ts';
import { useStatus } from '../../state/cache.ts';
import { Button } from '../../ui/Button.tsx';
import { Changed } from '../Changed.tsx';
import rows from '../profiles/ProfileSettings.module.css';
import { SelectField } from '../SelectField.tsx';
import sections from '../SettingsScreen.module.css';
import { useUndoableChange } from '../useUndoableChange.ts';
import { PresetRow } from './PresetRow.tsx';
import { withoutPreset, withPresetChanged } from './presetChange.ts';

const LAST = ' last';

/** The least that a set begins with. */
const LEAST = PERMISSION_PRESETS[0]?.permissions ?? [];

/** Sets of permissions that people made, and which one Connect starts with. */
export function PermissionSettings({ application }: { readonly application: Application }) {
  const { t } = useTranslation();
  const { presets } = useStatus();
  const changing = useUndoableChange(presets, window.motorpool['settings.setPresets']);
  const { change } = changing;
  const [made, setMade] = useState<string | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const { own, first } = presets;
  const all = presetsFor(application, own);
  const isThere = all.some(({ id }) => id === first);

  const addOne = () => {
    const id = `own-${crypto.randomUUID()}`;
    setMade(id);
    const name = t('presets.newName');
    const required = LEAST.filter((permission) => permission === 'read_vehicle_info');
    change({ own: [...own, { id, name, permissions: [...LEAST], required }] });
  };

  return (
    <>
      <p className={sections.quiet}>{t('presets.intro')}</p>
      {own.length > 0 && (
        <ul className={rows.list}>
          {own.map((preset) => (
            <PresetRow
              key={preset.id}
              preset={preset}
              isNew={preset.id === made}
              onChange={(next) => change(withPresetChanged(presets, next))}
              onDelete={() => {
                change(withoutPreset(presets, preset.id));
                add.current?.focus();
              }}
            />
          ))}
        </ul>
      )}
      <div className={sections.buttons}>
        <Button ref={add} data-testid="preset-add" onClick={addOne}>
          {t('presets.add')}
        </Button>
      </div>
      <div className={sections.fields}>
        <SelectField
          label={t('presets.first')}
          text={t('presets.firstText')}
          value={isThere && first !== null ? first : LAST}
          options={[
            { value: LAST, label: t('presets.firstLast') },
            ...all.map((preset) => ({ value: preset.id, label: presetName(t, preset) })),
          ]}
          testId="preset-first"
          onChange={(value) => change({ first: value === LAST ? null : value })}
        />
      </div>
      <Changed of={changing} back={() => add.current} testId="preset-undo" />
    </>
  );
}
