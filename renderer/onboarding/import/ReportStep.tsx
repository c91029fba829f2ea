import { useTranslation } from 'react-i18next';
import { ProblemBanner } from '../../eligibility/ProblemBanner.tsx';
import { formatCount } from '../../format/amount.ts';
import { useShell } from '../../frame/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { reloadImported } from '../importedList.ts';
import { GoingBar } from './GoingBar.tsx';
import styles from './Import.module.css';
import type { ReportState } from './importState.ts';
import { ReportFacts } from './ReportFacts.tsx';
import { ReportFilters } from './ReportFilters.tsx';
import { ReportTable } from './ReportTable.tsx';
import { SmartcarCheck } from './SmartcarCheck.tsx';
import { session } from './session.ts';
import { useSaveReport } from './useSaveReport.ts';

/** What the list is worth: totals, what is wrong, what can be expected, and the way on. */
export function ReportStep({ report }: { readonly report: ReportState }) {
  const { t } = useTranslation();
  const { show, say, report: fail } = useShell();
  const save = useSaveReport();
  const { summary, going, problem } = report;
  const cars = summary.fresh + summary.known;
  const isTaking = going?.what === 'taking';
  const take = async () => {
    const { fresh, known } = summary;
    const taken = await session.take();
    // Where it was stopped, some are on the list all the same.
    await reloadImported();
    if (taken === null) return;
    say(
      `${t('onboarding.import.taken', { count: fresh, value: formatCount(fresh) })} ${
        known > 0
          ? t('onboarding.import.takenKnown', { count: known, value: formatCount(known) })
          : ''
      }`.trim(),
    );
    show('onboarding');
  };
  return (
    <div className={styles.report} data-testid="import-report">
      <ReportFacts summary={summary} />
      {problem && <ProblemBanner problem={problem} />}
      {going ? <GoingBar going={going} /> : <SmartcarCheck report={report} />}
      <div className={styles.buttons}>
        <Button
          look="primary"
          unavailable={cars === 0 || isTaking}
          data-testid="import-take"
          onClick={() => {
            take().catch(() => fail('unexpected'));
          }}
        >
          {t('onboarding.import.take', { count: cars, value: formatCount(cars) })}
        </Button>
        <Button unavailable={isTaking} data-testid="import-save" onClick={save}>
          {t('onboarding.import.save')}
        </Button>
        <Button unavailable={isTaking} data-testid="import-columns" onClick={session.back}>
          {t('onboarding.import.columns')}
        </Button>
        <Button unavailable={isTaking} data-testid="import-other" onClick={session.reset}>
          {t('onboarding.import.other')}
        </Button>
      </div>
      <ReportFilters report={report} />
      <ReportTable report={report} />
      <p className={styles.quiet}>{t('eligibility.noPromise')}</p>
    </div>
  );
}
