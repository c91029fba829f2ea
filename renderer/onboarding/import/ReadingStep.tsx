import { useTranslation } from 'react-i18next';
import { amountWords, formatFraction } from '../../format/amount.ts';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { session } from './session.ts';

interface ReadingStepProps {
  readonly step: 'reading' | 'checking';
  readonly part: number;
}

/** How far reading is, and the way to stop it. */
export function ReadingStep({ step, part }: ReadingStepProps) {
  const { t } = useTranslation();
  const isReading = step === 'reading';
  return (
    <ProgressLine
      text={
        isReading
          ? t('onboarding.import.reading', { part: amountWords(formatFraction(part)) })
          : t('onboarding.import.checking')
      }
      done={isReading ? part : null}
      max={1}
      stop={{ label: t('onboarding.import.cancel'), run: session.stop, testId: 'import-cancel' }}
    />
  );
}
