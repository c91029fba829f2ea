import { useTranslation } from 'react-i18next';
import { formatCount } from '../../format/amount.ts';
import { detailText } from '../../privacy/hidden.ts';
import styles from './Import.module.css';
import { brandName, noteOf } from './importWords.ts';
import { Outcome } from './Outcome.tsx';
import type { ReportRow } from './report.ts';
import tables from './Tables.module.css';

interface PreviewTableProps {
  readonly rows: readonly ReportRow[];
  readonly total: number;
}

const COLUMNS = [
  'line',
  'vin',
  'outcome',
  'brand',
  'year',
  'name',
  'plate',
  'driver',
  'group',
] as const;

/** The first rows as they are understood, with what is wrong with them. */
export function PreviewTable({ rows, total }: PreviewTableProps) {
  const { t } = useTranslation();
  const caption = t('onboarding.import.preview', {
    count: rows.length,
    value: formatCount(rows.length),
    total: formatCount(total),
  });
  return (
    <>
      <h2 className={styles.subtitle}>{caption}</h2>
      <section className={tables.scroll} aria-label={caption} {...{ tabIndex: 0 }}>
        <table className={tables.table} data-testid="import-preview">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" data-column={column}>
                  {t(`onboarding.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.place} data-testid="import-preview-row" data-category={row.category}>
                <td className={tables.number}>{row.line}</td>
                {/* Without a column of VINs there is nothing to name the row by. */}
                {row.vin ? (
                  <th scope="row" className={tables.vin}>
                    {detailText(t, row.vin)}
                  </th>
                ) : (
                  <td />
                )}
                <td>
                  <Outcome row={row} isPreview />
                  {noteOf(t, row) && <span className={tables.note}>{noteOf(t, row)}</span>}
                </td>
                <td>{brandName(row.make)}</td>
                <td className={tables.number}>{row.year}</td>
                <td>{row.labels.name}</td>
                <td>{detailText(t, row.labels.plate)}</td>
                <td>{row.labels.driver}</td>
                <td>{row.labels.group}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
