import { useTranslation } from 'react-i18next';
import { MOST_IMPORTED } from '../../../contract/importedCars.ts';
import { formatCount } from '../../format/amount.ts';
import styles from './Import.module.css';
import type { ReportSummary } from './report.ts';

/** The report in sentences: how many rows, what was mended, what the list has, what did not fit. */
export function ReportFacts({ summary }: { readonly summary: ReportSummary }) {
  const { t } = useTranslation();
  const { total, mended, fresh, known, leftOut, counts } = summary;
  const cars = fresh + known;
  const facts = [
    t('onboarding.import.total', { count: total, value: formatCount(total) }),
    t('onboarding.import.fresh', { count: fresh, value: formatCount(fresh) }),
    known > 0 && t('onboarding.import.known', { count: known, value: formatCount(known) }),
    mended > 0 && t('onboarding.import.mended', { count: mended, value: formatCount(mended) }),
    leftOut > 0 &&
      t('onboarding.import.leftOut', {
        count: leftOut,
        value: formatCount(leftOut),
        most: formatCount(MOST_IMPORTED),
      }),
  ].filter((fact) => typeof fact === 'string');
  const hope = cars > 0 && counts.unlikely === cars;
  return (
    <div role="status" data-testid="import-facts">
      <p className={styles.facts}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {cars === 0 && <p className={styles.problem}>{t('onboarding.import.noCars')}</p>}
      {hope && <p className={styles.problem}>{t('onboarding.import.noneLikely')}</p>}
    </div>
  );
}
