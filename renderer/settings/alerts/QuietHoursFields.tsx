import { useTranslation } from 'react-i18next';
import type { QuietHours } from '../../../contract/alerts.ts';
import { perLocale } from '../../format/locale.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import fields from '../Fields.module.css';
import styles from './AlertSettings.module.css';
import { TimeField } from './TimeField.tsx';

const weekday = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }),
);
/** A Monday; the days are offered from there, Sunday last. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const DAYS = [1, 2, 3, 4, 5, 6, 0];

interface QuietHoursFieldsProps {
  readonly quiet: QuietHours;
  readonly onChange: (quiet: QuietHours) => void;
}

/** When the desktop is not to be disturbed. */
export function QuietHoursFields({ quiet, onChange }: QuietHoursFieldsProps) {
  const { t } = useTranslation();
  const { on, from, until, days } = quiet;
  return (
    <div className={styles.rule}>
      <CheckField
        label={t('alerts.settings.quiet')}
        text={t('alerts.settings.quietText')}
        checked={on}
        testId="alert-quiet"
        onChange={(isOn) => onChange({ ...quiet, on: isOn })}
      />
      {on && (
        <div className={styles.numbers}>
          <TimeField
            label={t('alerts.settings.from')}
            value={from}
            testId="alert-quiet-from"
            onChange={(time) => onChange({ ...quiet, from: time })}
          />
          <TimeField
            label={t(until <= from ? 'alerts.settings.untilNext' : 'alerts.settings.until')}
            value={until}
            testId="alert-quiet-until"
            onChange={(time) => onChange({ ...quiet, until: time })}
          />
          <fieldset className={styles.days}>
            <legend>{t('alerts.settings.days')}</legend>
            {DAYS.map((day, place) => (
              <CheckField
                key={day}
                label={weekday().format(MONDAY + place * DAY_MS)}
                checked={days.includes(day)}
                testId={`alert-quiet-day-${day}`}
                onChange={(isOn) => {
                  const rest = days.filter((one) => one !== day);
                  onChange({ ...quiet, days: isOn ? [...rest, day].toSorted() : rest });
                }}
              />
            ))}
          </fieldset>
          {days.length === 0 && (
            <p className={fields.problem} role="alert">
              {t('alerts.settings.noDays')}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
