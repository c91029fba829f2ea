import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { detailText } from '../../privacy/hidden.ts';
import type { ReportState } from './importState.ts';
import { brandName, noteOf, permissionNames, whyOf } from './importWords.ts';
import { Outcome } from './Outcome.tsx';
import type { ReportRow } from './report.ts';
import styles from './Tables.module.css';
import { useReportRows } from './useReportRows.ts';

/** Fixed, so that nothing has to be measured; the styles name the same. */
const ROW_HEIGHT = 34;

/** Scrolled by keyboard, although nothing in it takes the focus. */
const SCROLLS = { tabIndex: 0 } as const;

const COLUMNS = [
  ...(['line', 'vin', 'outcome', 'brand', 'year', 'why', 'missing'] as const),
  ...(['name', 'plate', 'driver', 'group'] as const),
] as const;

function Cells({ row }: { readonly row: ReportRow }) {
  const { t } = useTranslation();
  const why = [whyOf(t, row), noteOf(t, row)].filter(Boolean);
  const reason = [...new Set(why)].join(' ');
  const missing = permissionNames(t, row.verdict?.missing ?? []);
  const { name, driver, group } = row.labels;
  const vin = detailText(t, row.vin);
  const plate = detailText(t, row.labels.plate);
  return (
    <>
      <td className={styles.number}>{row.line}</td>
      <th scope="row" className={styles.vin} title={vin}>
        {vin}
      </th>
      <td>
        <Outcome row={row} />
      </td>
      <td>{brandName(row.make)}</td>
      <td className={styles.number}>{row.year}</td>
      <td title={reason}>{reason}</td>
      <td title={missing}>{missing}</td>
      <td title={name ?? undefined}>{name}</td>
      <td title={plate ?? undefined}>{plate}</td>
      <td title={driver ?? undefined}>{driver}</td>
      <td title={group ?? undefined}>{group}</td>
    </>
  );
}

/** Stands for the rows that are not there. */
function Gap({ height }: { readonly height: number }) {
  return (
    <tr aria-hidden style={{ height }}>
      <td colSpan={COLUMNS.length} className={styles.gap} />
    </tr>
  );
}

/** Thousands of rows of which only those in view are there. */
export function ReportTable({ report }: { readonly report: ReportState }) {
  const { t } = useTranslation();
  const scroll = useRef<HTMLDivElement>(null);
  const { shown, version } = report;
  const virtualizer = useVirtualizer({
    count: shown,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = (items.at(-1)?.index ?? -1) + 1;
  const rows = useReportRows(first, last, version);
  return (
    <section
      ref={scroll}
      className={styles.rows}
      aria-label={t('onboarding.import.rows')}
      data-testid="import-rows"
      {...SCROLLS}
    >
      <table aria-label={t('onboarding.import.table')} aria-rowcount={shown + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {t(`onboarding.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <Gap height={first * ROW_HEIGHT} />}
          {items.map(({ index }) => {
            const row = rows.get(index);
            return (
              <tr
                key={index}
                aria-rowindex={index + 2}
                data-testid={row && 'import-row'}
                data-category={row?.category}
              >
                {row ? <Cells row={row} /> : <td colSpan={COLUMNS.length}>…</td>}
              </tr>
            );
          })}
          {last < shown && <Gap height={(shown - last) * ROW_HEIGHT} />}
        </tbody>
      </table>
    </section>
  );
}
