import type { TFunction } from 'i18next';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AppearanceState,
  DISTANCE_UNITS,
  LANGUAGES,
  PRESSURE_UNITS,
  THEMES,
  VOLUME_UNITS,
} from '../../contract/appearance.ts';
import { DENSITIES } from '../../contract/tableView.ts';
import type { Quantity, UnitId } from '../format/units.ts';
import { useStatus } from '../state/cache.ts';
import { Changed } from './Changed.tsx';
import { SelectField } from './SelectField.tsx';
import styles from './SettingsScreen.module.css';
import { type Look, useAppearanceChange } from './useAppearanceChange.ts';

interface Field {
  readonly key: keyof Look;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function unitField(
  t: TFunction,
  quantity: Quantity,
  units: readonly UnitId[],
  { system }: AppearanceState,
): Field {
  return {
    key: quantity,
    options: [
      { value: 'system', label: t('appearance.asSystem', { what: system.units[quantity] }) },
      ...units.map((unit) => ({ value: unit, label: t(`appearance.unitName.${unit}`) })),
    ],
  };
}

function fieldsOf(t: TFunction, appearance: AppearanceState): readonly Field[] {
  const systemLanguage = t(`appearance.languageName.${appearance.system.language}`);
  const asSystem = { value: 'system', label: t('appearance.asSystemPlain') } as const;
  return [
    {
      key: 'language',
      options: [
        { value: 'system', label: t('appearance.asSystem', { what: systemLanguage }) },
        ...LANGUAGES.map((value) => ({ value, label: t(`appearance.languageName.${value}`) })),
      ],
    },
    {
      key: 'theme',
      options: [
        asSystem,
        ...THEMES.map((value) => ({ value, label: t(`appearance.themeName.${value}`) })),
      ],
    },
    {
      key: 'density',
      options: DENSITIES.map((value) => ({ value, label: t(`appearance.densityName.${value}`) })),
    },
    { key: 'motion', options: [asSystem, { value: 'less', label: t('appearance.motionLess') }] },
    unitField(t, 'distance', DISTANCE_UNITS, appearance),
    unitField(t, 'volume', VOLUME_UNITS, appearance),
    unitField(t, 'pressure', PRESSURE_UNITS, appearance),
  ];
}

/** How Motorpool looks and speaks, and in which units. Each change shows at once. */
export function AppearanceSettings() {
  const { t } = useTranslation();
  const { appearance } = useStatus();
  const { look, ...changing } = useAppearanceChange();
  const fields = useRef<HTMLDivElement>(null);

  return (
    <>
      <div ref={fields} className={styles.fields}>
        {fieldsOf(t, appearance).map(({ key, options }) => (
          <SelectField
            key={key}
            label={t(`appearance.${key}`)}
            text={t(`appearance.${key}Text`)}
            value={look[key]}
            options={options}
            testId={`appearance-${key}`}
            onChange={(value) => changing.change({ [key]: value })}
          />
        ))}
      </div>
      <Changed
        of={changing}
        back={() => fields.current?.querySelector('select')}
        testId="appearance-undo"
      />
    </>
  );
}
