import IconCircle from '@tabler/icons-react/dist/esm/icons/IconCircle.mjs';
import IconCircleCheckFilled from '@tabler/icons-react/dist/esm/icons/IconCircleCheckFilled.mjs';
import { useTranslation } from 'react-i18next';
import { Spinner } from '../ui/Spinner.tsx';
import shared from '../ui/shared.module.css';
import styles from './ConnectPanel.module.css';
import { phasesOf, placeOf, type Running } from './phases.ts';

/** Which steps are behind, which one is on, which are to come. */
export function Steps({ attempt }: { readonly attempt: Running }) {
  const { t } = useTranslation();
  const { phase, purpose, transport } = attempt;
  const steps = phasesOf(purpose);
  const current = steps.indexOf(phase);
  return (
    <ol className={styles.steps}>
      {steps.map((step, index) => {
        const isDone = index < current;
        const isCurrent = index === current;
        return (
          <li
            key={step}
            className={styles.step}
            aria-current={isCurrent ? 'step' : undefined}
            data-done={isDone || undefined}
          >
            {isDone && <IconCircleCheckFilled size={16} aria-hidden />}
            {isCurrent && <Spinner />}
            {!isDone && !isCurrent && <IconCircle size={16} aria-hidden />}
            {step === 'waiting'
              ? t(`connect.steps.waiting.${placeOf(transport)}`)
              : t(`connect.steps.${step}`)}
            {isDone && <span className={shared.hidden}>{t('connect.stepDone')}</span>}
          </li>
        );
      })}
    </ol>
  );
}
