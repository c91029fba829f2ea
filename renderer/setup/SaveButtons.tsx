import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationCheck } from '../../contract/applicationCheck.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ApplicationFields.module.css';
import { CheckLines } from './CheckLines.tsx';
import { isAccepted } from './useCheckedSave.ts';

interface SaveButtonsProps {
  /** What Smartcar said to what is in the fields; `null` before it was asked. */
  readonly found: ApplicationCheck | null;
  readonly work: 'checking' | 'saving' | null;
  readonly onSaveUnchecked: () => void;
  readonly onBack: () => void;
}

/** The end of the form: what Smartcar said, and what can be done now. */
export function SaveButtons({ found, work, onSaveUnchecked, onBack }: SaveButtonsProps) {
  const { t } = useTranslation();
  const buttons = useRef<HTMLDivElement>(null);
  // What is said stands above the buttons, and may need one of them.
  useEffect(() => {
    if (work || found) buttons.current?.scrollIntoView({ block: 'nearest' });
  }, [work, found]);

  // Not refused, yet not all well either: the person decides.
  const isDoubtful = found !== null && work === null && found.credentials !== 'credentials_refused';
  const label = {
    checking: t('setupCheck.checking'),
    saving: t('setup.saving'),
    none: t(isDoubtful ? 'setupCheck.again' : 'setup.save'),
  }[work ?? 'none'];
  return (
    <>
      <CheckLines isChecking={work === 'checking'} found={found} />
      <div ref={buttons} className={styles.buttons}>
        <Button look="primary" type="submit" unavailable={work !== null}>
          {label}
        </Button>
        {isDoubtful && (
          <Button onClick={onSaveUnchecked}>
            {t(isAccepted(found) ? 'setupCheck.useAnyway' : 'setupCheck.saveUnchecked')}
          </Button>
        )}
        <Button onClick={onBack}>{t('setup.backToDoors')}</Button>
      </div>
    </>
  );
}
