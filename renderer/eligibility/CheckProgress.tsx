import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import styles from './EligibilityDialog.module.css';

interface CheckProgressProps {
  readonly progress: { readonly checked: number; readonly total: number };
  readonly onCancel: () => void;
}

/** How far the check is, and the way to stop it. */
export function CheckProgress({ progress: { checked, total }, onCancel }: CheckProgressProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={styles.progress}>
      <p id={id} role="status">
        {t('eligibility.checking', { count: checked, total })}
      </p>
      <progress value={checked} max={total} aria-labelledby={id} />
      <Button data-testid="eligibility-cancel" onClick={onCancel}>
        {t('eligibility.cancel')}
      </Button>
    </div>
  );
}
