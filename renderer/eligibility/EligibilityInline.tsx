import { useTranslation } from 'react-i18next';
import type { EligibilityAnswer } from '../../contract/eligibility.ts';
import type { RequestedPermission } from '../../contract/permissions.ts';
import { countryName } from '../format/country.ts';
import { andText, listText } from '../format/list.ts';
import { Button } from '../ui/Button.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { defaultCountry } from './defaultCountry.ts';
import styles from './EligibilityInline.module.css';
import { Likelihood } from './Likelihood.tsx';
import { amongAsked, permissionsToCheck } from './permissionsToCheck.ts';
import { useEligibility } from './useEligibility.ts';

interface EligibilityInlineProps {
  /** A complete VIN, or empty while there is none. */
  readonly vin: string;
  readonly country: string | null;
  /** What is asked for; `null` leaves it to Smartcar's dashboard. */
  readonly asked: readonly RequestedPermission[] | null;
}

interface AnswerProps {
  readonly answer: EligibilityAnswer;
  readonly asked: EligibilityInlineProps['asked'];
}

/** What one report says, and what it means for what is asked for. */
function Answer({ answer: { reports, problem }, asked }: AnswerProps) {
  const { t } = useTranslation();
  const [report] = reports;
  if (!report) return null;
  const missing = amongAsked(report.missing, asked);
  const capable = amongAsked(report.capable, asked);
  const inTheWay = missing.filter((permission) =>
    asked?.some((one) => one.permission === permission && one.required),
  );
  const words = (permissions: typeof missing) => permissions.map((one) => t(`permission.${one}`));
  return (
    <>
      <p className={styles.verdict}>
        <Likelihood value={report.likelihood} />
        <span>{t(`eligibility.verdict.${report.likelihood}`)}</span>
      </p>
      <p>{t(`eligibility.reason.${report.reason}`)}</p>
      {problem && <p>{t(`eligibility.problem.${problem}`)}</p>}
      {capable.length > 0 && (
        <p>{t('eligibility.capable', { permissions: listText(words(capable)) })}</p>
      )}
      {missing.length > 0 && (
        <p>{t('eligibility.missing', { permissions: listText(words(missing)) })}</p>
      )}
      {inTheWay.length > 0 && (
        <p className={styles.inTheWay}>
          {t('eligibility.inTheWay', {
            count: inTheWay.length,
            permissions: andText(words(inTheWay)),
          })}
        </p>
      )}
    </>
  );
}

/** Below a typed VIN: what can be expected of this car. Connect can be opened whatever it says. */
export function EligibilityInline({ vin, country, asked }: EligibilityInlineProps) {
  const { t } = useTranslation();
  const where = country ?? defaultCountry(navigator.languages);
  const permissions = permissionsToCheck(asked);
  const { state, answer, again } = useEligibility(vin, { country: where, permissions });
  return (
    <div
      role="status"
      className={styles.inline}
      data-state={state}
      data-testid="eligibility-inline"
    >
      {state !== 'none' && (
        <>
          {state === 'checking' && (
            <p className={styles.verdict}>
              <Spinner />
              {t('eligibility.checkingOne')}
            </p>
          )}
          {state === 'failed' && <p>{t('problem.unexpected')}</p>}
          {answer && <Answer answer={answer} asked={asked} />}
          <p className={styles.where}>
            {t('eligibility.checkedFor', { country: countryName(where) })}
          </p>
          {(state === 'failed' || answer?.problem) && (
            <Button look="link" onClick={again}>
              {t('eligibility.again')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
