import { useTranslation } from 'react-i18next';
import { KEEP_DAYS, type Keep } from '../../../contract/data.ts';
import { useStatus } from '../../state/cache.ts';
import { Changed } from '../Changed.tsx';
import { SelectField } from '../SelectField.tsx';
import styles from '../SettingsScreen.module.css';
import { useUndoableChange } from '../useUndoableChange.ts';

const FOREVER = 'forever';

/** How long each part of the past is kept. */
export function KeepFields() {
  const { t } = useTranslation();
  const { keep } = useStatus();
  const changing = useUndoableChange(keep, window.motorpool['data.setKeep']);
  const options = [
    ...KEEP_DAYS.map((days) => ({ value: String(days), label: t('data.days', { count: days }) })),
    { value: FOREVER, label: t('data.forever') },
  ];
  const field = (name: keyof Keep, label: string, text: string) => (
    <SelectField
      label={label}
      text={text}
      value={keep[name] === null ? FOREVER : String(keep[name])}
      options={options}
      testId={`keep-${name}`}
      onChange={(value) =>
        changing.change({ [name]: KEEP_DAYS.find((days) => String(days) === value) ?? null })
      }
    />
  );
  return (
    <>
      <p className={styles.quiet}>{t('data.keepText')}</p>
      <div className={styles.fields}>
        {field('history', t('data.keepHistory'), t('data.keepHistoryText'))}
        {field('calls', t('data.keepCalls'), t('data.keepCallsText'))}
        {field('activity', t('data.keepActivity'), t('data.keepActivityText'))}
      </div>
      <Changed of={changing} testId="keep-undo" />
    </>
  );
}
