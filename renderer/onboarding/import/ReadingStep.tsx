import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { amountWords, formatFraction } from '../../format/amount.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Import.module.css';
import { session } from './session.ts';

interface ReadingStepProps {
  readonly step: 'reading' | 'checking';
  readonly part: number;
}

/** How far reading is, and the way to stop it. */
export function ReadingStep({ step, part }: ReadingStepProps) {
  const { t } = useTranslation();
  const id = useId();
  const isReading = step === 'reading';
  return (
    <div className={styles.going}>
      <p id={id} role="status">
        {isReading
          ? t('onboarding.import.reading', { part: amountWords(formatFraction(part)) })
          : t('onboarding.import.checking')}
      </p>
      <progress {...(isReading && { value: part })} max={1} aria-labelledby={id} />
      <Button data-testid="import-cancel" onClick={session.stop}>
        {t('onboarding.import.cancel')}
      </Button>
    </div>
  );
}
