import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestedPermission } from '../../contract/permissions.ts';
import { countryName } from '../format/country.ts';
import type { CheckedList } from '../frame/layers.ts';
import { Segmented } from '../ui/Segmented.tsx';
import styles from './EligibilityDialog.module.css';
import { ProblemBanner } from './ProblemBanner.tsx';
import { ReportTable } from './ReportTable.tsx';
import { filterReports, LIKELIHOODS, type ReportFilter, sortReports } from './reportOrder.ts';

interface CheckedCarsProps {
  readonly list: CheckedList;
  readonly asked: readonly RequestedPermission[] | null;
}

/** What the check said, the cars worth connecting first. */
export function CheckedCars({ list: { reports, problem, country }, asked }: CheckedCarsProps) {
  const { t } = useTranslation();
  const headingId = useId();
  const [filter, setFilter] = useState<ReportFilter>('all');
  const label = (value: ReportFilter) =>
    t('eligibility.filterCount', {
      name: value === 'all' ? t('eligibility.all') : t(`eligibility.likelihood.${value}`),
      count: filterReports(reports, value).length,
    });
  return (
    <section aria-labelledby={headingId} className={styles.result}>
      {problem && <ProblemBanner problem={problem} />}
      <div className={styles.resultHeading}>
        <h3 id={headingId}>{t('eligibility.result', { country: countryName(country) })}</h3>
        <Segmented
          labelledBy={headingId}
          value={filter}
          segments={(['all', ...LIKELIHOODS] as const).map((value) => ({
            value,
            label: label(value),
            testId: `eligibility-filter-${value}`,
          }))}
          onChoose={setFilter}
        />
      </div>
      <ReportTable reports={filterReports(sortReports(reports), filter)} asked={asked} />
      <p className={styles.promise}>{t('eligibility.noPromise')}</p>
    </section>
  );
}
