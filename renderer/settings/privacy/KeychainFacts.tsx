import { useTranslation } from 'react-i18next';
import { formatCount } from '../../format/amount.ts';
import { useKeychainRetry } from '../../frame/useKeychainRetry.ts';
import { useStatus } from '../../state/cache.ts';
import { Button } from '../../ui/Button.tsx';
import { SettingsFacts } from '../SettingsFacts.tsx';
import styles from '../SettingsScreen.module.css';

/** Where sign-ins and secrets are, and whether that works. */
export function KeychainFacts() {
  const { t } = useTranslation();
  const { keychain } = useStatus();
  const { retry, isTrying, failedAt } = useKeychainRetry();
  const { state, backend, entries, holdsSecretsInMemory } = keychain;
  return (
    <>
      <h3>{t('settings.keychain.title')}</h3>
      <SettingsFacts
        rows={[
          [t('settings.keychain.store'), backend],
          [t('settings.keychain.state'), t(`settings.keychain.${state}`)],
          state === 'available' ? [t('settings.keychain.entries'), formatCount(entries)] : null,
        ]}
      />
      {holdsSecretsInMemory && <p className={styles.quiet}>{t('settings.keychain.inMemory')}</p>}
      {state === 'unavailable' && (
        <div className={styles.buttons}>
          <Button unavailable={isTrying} onClick={retry}>
            {t(isTrying ? 'banner.keychainTrying' : 'banner.keychainRetry')}
          </Button>
        </div>
      )}
      <p role="status" className={styles.quiet}>
        {failedAt !== null && t('banner.keychainStill', { time: failedAt })}
      </p>
    </>
  );
}
