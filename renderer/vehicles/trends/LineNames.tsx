import { useTranslation } from 'react-i18next';
import { DASHES } from './plotOptions.ts';
import { LINE_INKS } from './TrendChart.tsx';
import styles from './TrendsTab.module.css';
import type { TrendPart } from './trend.ts';
import { partName } from './trendWords.ts';

/** Which line is which: each drawn as in the chart, so that colour is not all that tells. */
export function LineNames({ parts }: { readonly parts: readonly TrendPart[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.lines}>
      {parts.map((part, at) => (
        <li key={part}>
          <svg width="24" height="8" aria-hidden="true">
            <path
              d="M0 4H24"
              strokeWidth="2"
              stroke={`var(${LINE_INKS[at]})`}
              strokeDasharray={DASHES[at]?.join(' ')}
            />
          </svg>
          {partName(t, part)}
        </li>
      ))}
    </ul>
  );
}
