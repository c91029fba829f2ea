import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectOptions } from '../../../contract/connectOptions.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import styles from './DriverPreview.module.css';
import { driverText, driverTextToSend } from './driverText.ts';

/** What the driver goes through and reads on the way, to be told or sent beforehand. */
export function DriverPreview({ options }: { readonly options: ConnectOptions }) {
  const { t } = useTranslation();
  const headingId = useId();
  const { steps, asked } = driverText(t, options);
  return (
    <section aria-labelledby={headingId} className={styles.preview} data-testid="connect-preview">
      <div className={styles.heading}>
        <h3 id={headingId}>{t('connectOptions.driver.title')}</h3>
        <CopyButton text={driverTextToSend(t, options)} label={t('connectOptions.driver.copy')} />
      </div>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>
            {step}
            {step === steps.at(-1) && asked.length > 0 && (
              <ul className={styles.asked}>
                {asked.map(({ permission, required }) => (
                  <li key={permission}>
                    {t(`permission.meaning.${permission}`)}
                    {required && (
                      <span className={styles.needed}>{t('connectOptions.driver.needed')}</span>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      <p className={styles.note}>{t('connectOptions.driver.note')}</p>
    </section>
  );
}
