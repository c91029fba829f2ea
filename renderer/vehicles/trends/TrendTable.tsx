import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../format/amount.ts';
import { exactTime } from '../../format/time.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import styles from './TrendTable.module.css';
import type { Trend } from './trend.ts';
import { amountOf, partName } from './trendWords.ts';

/** As many as are quickly made; more on demand. */
const PAGE = 100;

/** The same values as in the chart, newest first: when, what, and who says so. */
export function TrendTable({ trend, title }: { readonly trend: Trend; readonly title: string }) {
  const { t } = useTranslation();
  const [count, setCount] = useState(PAGE);
  const { measure, parts, kind } = trend;
  // In the headings, so that numbers stay numbers when they are copied into a sheet.
  const unit = amountOf(measure, 0).unit.trim();
  const headings = [
    t('trends.time'),
    ...parts.map((part) => t('export.withUnit', { name: partName(t, part), unit })),
    t('trends.source'),
  ];
  const all = trend.points.toReversed();
  const cellsOf = ({ moment, numbers, isMeasured }: Trend['points'][number]) => [
    exactTime(new Date(moment).toISOString()),
    ...numbers.map((number) => amountOf(measure, number).value),
    t(isMeasured ? 'trends.byCar' : 'trends.byFetch'),
  ];
  const copied = () => [headings, ...all.map(cellsOf)].map((row) => row.join('\t')).join('\n');
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={title} data-testid={`trend-table-${kind}`}>
          <thead>
            <tr>
              {headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {all.slice(0, count).map((point) => {
              const [time, ...rest] = cellsOf(point);
              return (
                <tr key={point.moment}>
                  <th scope="row">{time}</th>
                  {rest.map((cell, at) => (
                    <td key={headings[at + 1]}>{cell}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className={styles.below}>
        <CopyButton text={copied()} label={t('trends.copy')} />
        {all.length > count && (
          <Button look="link" onClick={() => setCount(count + PAGE)}>
            {t('trends.more', { value: formatCount(Math.min(PAGE, all.length - count)) })}
          </Button>
        )}
      </div>
    </>
  );
}
