import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DENSITIES } from '../../contract/tableView.ts';
import { useTableSettings } from '../state/tableSettings.ts';
import { Segmented } from '../ui/Segmented.tsx';
import styles from './SettingsScreen.module.css';
import { SettingsSection } from './SettingsSection.tsx';

/** How close the rows of the table stand. */
export function TableDisplaySettings() {
  const { t } = useTranslation();
  const [table, change] = useTableSettings();
  const id = useId();
  return (
    <SettingsSection title={t('settings.table.title')}>
      <div className={styles.line}>
        <span id={id}>{t('settings.table.density')}</span>
        <Segmented
          labelledBy={id}
          value={table.density}
          segments={DENSITIES.map((value) => ({
            value,
            label: t(`settings.table.${value}`),
            testId: `density-${value}`,
          }))}
          onChoose={(density) => change({ ...table, density })}
        />
      </div>
    </SettingsSection>
  );
}
