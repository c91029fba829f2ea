import { SegmentedControl } from '@mantine/core';
import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { useId } from 'react';
import { type Control, useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type ApplicationForm, MODES } from '../../contract/application.ts';
import styles from './ApplicationFields.module.css';

interface ModeFieldProps {
  readonly control: Control<ApplicationForm>;
  /** Smartcar has renamed `test`; it is offered only to those who already use it. */
  readonly offersTest: boolean;
}

/** Real cars or simulated ones, with a word on what that means. */
export function ModeField({ control, offersTest }: ModeFieldProps) {
  const { t } = useTranslation();
  const { field } = useController({ control, name: 'mode' });
  const labelId = useId();
  const hintId = useId();
  const modes = MODES.filter((mode) => offersTest || mode !== 'test');
  return (
    <div>
      <p id={labelId} className={styles.label}>
        {t('setup.mode')}
      </p>
      <SegmentedControl
        aria-labelledby={labelId}
        aria-describedby={hintId}
        data={modes.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
        value={field.value}
        onChange={(mode) => field.onChange(mode)}
        onBlur={field.onBlur}
      />
      <p id={hintId} className={styles.hint}>
        {t(`setup.modeHint.${field.value}`)}
      </p>
    </div>
  );
}
