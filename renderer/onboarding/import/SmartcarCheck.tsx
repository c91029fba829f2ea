import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countryChoices } from '../../connect/dialog/countries.ts';
import { permissionsToCheck } from '../../eligibility/permissionsToCheck.ts';
import { formatCount } from '../../format/amount.ts';
import { useQueue, useStatus } from '../../state/cache.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Import.module.css';
import type { ReportState } from './importState.ts';
import { session } from './session.ts';

/** How many cars could be asked about one by one; Smartcar takes such questions for one country only. */
function useAskable({ country, version }: ReportState): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    let isWanted = version >= 0;
    if (country === 'US') {
      session.askable().then(
        (cars) => {
          if (isWanted) setCount(cars);
        },
        () => undefined,
      );
    }
    return () => {
      isWanted = false;
    };
  }, [country, version]);
  return country === 'US' ? count : 0;
}

/** Where the cars are registered, and how much Smartcar is to be asked. */
export function SmartcarCheck({ report }: { readonly report: ReportState }) {
  const { t } = useTranslation();
  const { connectOptions } = useStatus();
  const { calls } = useQueue().budget;
  const id = useId();
  const askable = useAskable(report);
  const permissions = permissionsToCheck(connectOptions.permissions);
  return (
    <div className={styles.smartcar}>
      <span className={styles.choice}>
        <label htmlFor={id}>{t('onboarding.import.country')}</label>
        <select
          id={id}
          value={report.country}
          data-testid="import-country"
          onChange={({ target }) => void session.askBrands(target.value, permissions)}
        >
          {countryChoices().map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </span>
      {report.problem && (
        <Button
          data-testid="import-again"
          onClick={() => void session.askBrands(report.country, permissions)}
        >
          {t('eligibility.again')}
        </Button>
      )}
      {askable > 0 && (
        <>
          <Button
            unavailable={calls === 0}
            data-testid="import-ask-cars"
            onClick={() => void session.askCars(permissions)}
          >
            {t('onboarding.import.askCars', { count: askable, value: formatCount(askable) })}
          </Button>
          <span className={styles.quiet}>
            {t('onboarding.import.askCost', { count: calls, value: formatCount(calls) })}
          </span>
        </>
      )}
    </div>
  );
}
