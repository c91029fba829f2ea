import { useTranslation } from 'react-i18next';
import { brandOfCode } from '../../contract/brands.ts';
import type { EligibilityReport } from '../../contract/eligibility.ts';
import type { RequestedPermission } from '../../contract/permissions.ts';
import { listText } from '../format/list.ts';
import { useShell } from '../frame/shell.ts';
import { detailText, hidesDetails } from '../privacy/hidden.ts';
import { Button } from '../ui/Button.tsx';
import { makeName } from '../vehicles/vehicleName.ts';
import { Likelihood } from './Likelihood.tsx';
import { hasVinShape } from './pastedVins.ts';
import { amongAsked } from './permissionsToCheck.ts';
import styles from './ReportTable.module.css';

interface ReportTableProps {
  readonly reports: readonly EligibilityReport[];
  /** What is asked for; of what a car cannot give, only that matters. */
  readonly asked: readonly RequestedPermission[] | null;
}

const COLUMNS = [
  'vin',
  'brand',
  'year',
  'checkDigit',
  'likelihood',
  'reason',
  'missing',
  'act',
] as const;

function Row({
  report,
  asked,
}: { readonly report: EligibilityReport } & Pick<ReportTableProps, 'asked'>) {
  const { t } = useTranslation();
  const { openConnect } = useShell();
  const { vin, make, year, checkDigit, likelihood, reason } = report;
  const missing = amongAsked(report.missing, asked);
  return (
    <tr
      data-testid="eligibility-row"
      data-vin={hidesDetails() ? undefined : vin}
      data-likelihood={likelihood}
    >
      <th scope="row" className={styles.vin}>
        {detailText(t, vin)}
      </th>
      <td>{make && (brandOfCode(make)?.name ?? makeName(make))}</td>
      <td className={styles.year}>{year}</td>
      <td>{checkDigit && t(`eligibility.checkDigit.${checkDigit}`)}</td>
      <td>
        <Likelihood value={likelihood} />
      </td>
      <td>{t(`eligibility.reason.${reason}`)}</td>
      <td>{listText(missing.map((permission) => t(`permission.${permission}`)))}</td>
      <td className={styles.act}>
        {hasVinShape(vin) && (
          <Button
            aria-label={t('eligibility.connectLabel', { vin: detailText(t, vin) })}
            onClick={() => openConnect({ vehicle: { kind: 'vin', vin } })}
          >
            {t('eligibility.connect')}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** One row per car. */
export function ReportTable({ reports, asked }: ReportTableProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('eligibility.table')}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {t(`eligibility.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <Row key={report.vin} report={report} asked={asked} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
