import { useTranslation } from 'react-i18next';
import { useStatus } from '../../state/cache.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { Changed } from '../Changed.tsx';
import styles from '../SettingsScreen.module.css';
import { useUndoableChange } from '../useUndoableChange.ts';
import { KeychainFacts } from './KeychainFacts.tsx';
import { LockFields } from './LockFields.tsx';

/** What is kept from others' eyes, and where secrets are. */
export function PrivacySettings() {
  const { t } = useTranslation();
  const { privacy } = useStatus();
  const changing = useUndoableChange(privacy, window.motorpool['privacy.set']);
  return (
    <>
      <h3>{t('privacy.sharing')}</h3>
      <div className={styles.fields}>
        <div className={styles.row}>
          <CheckField
            label={t('privacy.hide')}
            text={t('privacy.hideText')}
            checked={privacy.hideDetails}
            testId="privacy-hide"
            onChange={(hideDetails) => changing.change({ hideDetails })}
          />
        </div>
      </div>
      <p className={styles.quiet}>{t('privacy.hideStays')}</p>
      <LockFields privacy={privacy} onChange={changing.change} />
      <KeychainFacts />
      <Changed of={changing} testId="privacy-undo" />
    </>
  );
}
