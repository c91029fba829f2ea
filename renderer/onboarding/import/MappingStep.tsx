import { useDeferredValue, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_IMPORTED } from '../../../contract/importedCars.ts';
import { defaultCountry } from '../../eligibility/defaultCountry.ts';
import { permissionsToCheck } from '../../eligibility/permissionsToCheck.ts';
import { formatCount } from '../../format/amount.ts';
import { detailText } from '../../privacy/hidden.ts';
import { useStatus } from '../../state/cache.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { FIELDS, type Field } from './fields.ts';
import styles from './Import.module.css';
import type { Reading, TableLook } from './messages.ts';
import { PreviewTable } from './PreviewTable.tsx';
import type { ReportRow } from './report.ts';
import { session } from './session.ts';

interface MappingStepProps {
  readonly look: TableLook;
  readonly reading: Reading;
  readonly preview: readonly ReportRow[];
}

const NO_ROWS: readonly ReportRow[] = [];

/** What of a cell tells its column apart. */
const SHOWN_CHARACTERS = 40;

/** What the columns are, as it was guessed, and the first rows as they are understood. */
export function MappingStep({ look, reading, preview }: MappingStepProps) {
  const { t } = useTranslation();
  const { connectOptions } = useStatus();
  const id = useId();
  // The columns come first, and the rows without making anything else wait.
  const shown = useDeferredValue(preview, NO_ROWS);
  const { mapping, hasHeadings } = reading;
  const rows = Math.min(look.rows - (hasHeadings ? 1 : 0), MOST_IMPORTED);
  const leftOut = look.leftOut + look.rows - (hasHeadings ? 1 : 0) - rows;
  const width = Math.max(look.first.length, look.second.length);
  const columnName = (at: number) => {
    const heading = look.first[at]?.trim() ?? '';
    const cell = (hasHeadings ? look.second[at] : heading)?.trim().slice(0, SHOWN_CHARACTERS);
    // A column of plates or VINs need not be known as one yet.
    const example = cell && detailText(t, cell);
    const name = hasHeadings && heading !== '' ? heading : null;
    return t(name ? 'onboarding.import.named' : 'onboarding.import.column', {
      name,
      number: formatCount(at + 1),
      example,
    });
  };
  const choose = (field: Field, value: string) => {
    const column = value === '' ? null : Number(value);
    void session.remap({ ...reading, mapping: { ...mapping, [field]: column } });
  };
  const check = () => {
    const country = connectOptions.country ?? defaultCountry(navigator.languages);
    void session.check(country, permissionsToCheck(connectOptions.permissions));
  };
  const noVins = mapping.vin === null;
  return (
    <div className={styles.mapping}>
      <p className={styles.quiet}>{t('onboarding.import.mappingText')}</p>
      <div className={styles.columns}>
        {FIELDS.map((field) => (
          <div key={field} className={styles.column}>
            <label htmlFor={`${id}-${field}`}>{t(`onboarding.field.${field}`)}</label>
            <select
              id={`${id}-${field}`}
              value={mapping[field] ?? ''}
              aria-invalid={(field === 'vin' && noVins) || undefined}
              data-testid={`import-column-${field}`}
              onChange={({ target }) => choose(field, target.value)}
            >
              <option value="">{t('onboarding.import.none')}</option>
              {Array.from({ length: width }, (_, at) => (
                <option key={columnName(at)} value={at}>
                  {columnName(at)}
                </option>
              ))}
            </select>
          </div>
        ))}
        <CheckField
          label={t('onboarding.import.headings')}
          checked={hasHeadings}
          testId="import-headings"
          onChange={(checked) => void session.remap({ ...reading, hasHeadings: checked })}
        />
      </div>
      <div role="alert">
        {noVins && <p className={styles.problem}>{t('onboarding.import.noVins')}</p>}
        {leftOut > 0 && (
          <p className={styles.problem} data-testid="import-left-out">
            {t('onboarding.import.leftOut', {
              count: leftOut,
              value: formatCount(leftOut),
              most: formatCount(MOST_IMPORTED),
            })}
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        <Button
          look="primary"
          unavailable={noVins || rows < 1}
          data-testid="import-check"
          onClick={check}
        >
          {t('onboarding.import.check', { count: rows, value: formatCount(rows) })}
        </Button>
        <Button data-testid="import-other" onClick={session.reset}>
          {t('onboarding.import.other')}
        </Button>
      </div>
      <PreviewTable rows={shown} total={rows} />
    </div>
  );
}
