import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShell } from '../../frame/shell.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Import.module.css';
import { MappingStep } from './MappingStep.tsx';
import { ReadingStep } from './ReadingStep.tsx';
import { ReportStep } from './ReportStep.tsx';
import { SourceStep } from './SourceStep.tsx';
import { useImport } from './session.ts';

/** From a file or a pasted list to cars that can be connected one by one. */
export function ImportScreen() {
  const { t } = useTranslation();
  const { show } = useShell();
  const state = useImport();
  const heading = useRef<HTMLHeadingElement>(null);
  const { step } = state;
  // Each step takes the place of the one before, and with it that of the focus.
  useEffect(() => {
    if (step !== 'checking') heading.current?.focus();
  }, [step]);

  return (
    <section className={styles.screen} aria-labelledby="import-title" data-testid="import-screen">
      <div className={styles.head}>
        <Button look="link" data-testid="import-back" onClick={() => show('onboarding')}>
          <IconArrowLeft size={16} aria-hidden />
          {t('onboarding.import.back')}
        </Button>
        <h1 id="import-title" ref={heading} tabIndex={-1} className={styles.title}>
          {t('onboarding.import.title')}
        </h1>
      </div>
      {state.step === 'source' && <SourceStep {...state} />}
      {(state.step === 'reading' || state.step === 'checking') && <ReadingStep {...state} />}
      {state.step === 'mapping' && <MappingStep {...state} />}
      {state.step === 'report' && <ReportStep report={state} />}
    </section>
  );
}
