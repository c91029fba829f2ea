import { useTranslation } from 'react-i18next';
import { useStatus } from '../state/cache.ts';
import { Button } from '../ui/Button.tsx';
import { useCopy } from '../ui/useCopy.ts';
import { consentText } from './consentText.ts';
import styles from './Hub.module.css';

/** In plain words what a driver is asked for, and a text that can be sent to them beforehand. */
export function DataAsked({ isOpen }: { readonly isOpen: boolean }) {
  const { t } = useTranslation();
  const { permissions } = useStatus().connectOptions;
  const [state, copy] = useCopy();
  const words = {
    idle: '',
    copied: t('outcome.messageCopied'),
    failed: t('outcome.messageNotCopied'),
  }[state];
  return (
    <details className={styles.fold} open={isOpen} data-testid="onboarding-data">
      <summary>{t('onboarding.data.title')}</summary>
      <p>{t(permissions ? 'onboarding.data.text' : 'onboarding.data.dashboard')}</p>
      {permissions && (
        <ul className={styles.asked}>
          {permissions.map(({ permission, required }) => (
            <li key={permission}>
              {t(`permission.meaning.${permission}`)}
              {required && (
                <span className={styles.quiet}> {t('connectOptions.driver.needed')}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        <Button data-testid="onboarding-copy" onClick={() => copy(consentText(t, permissions))}>
          {t('onboarding.consent.copy')}
        </Button>
        <span role="status" className={styles.quiet}>
          {words}
        </span>
      </div>
      <details>
        <summary>{t('onboarding.consent.title')}</summary>
        <p className={styles.consent} data-testid="onboarding-consent">
          {consentText(t, permissions)}
        </p>
      </details>
    </details>
  );
}
