import IconCircle from '@tabler/icons-react/dist/esm/icons/IconCircle.mjs';
import IconCircleCheckFilled from '@tabler/icons-react/dist/esm/icons/IconCircleCheckFilled.mjs';
import { useTranslation } from 'react-i18next';
import type { ConnectPhase } from '../../contract/connect.ts';
import { Spinner } from '../ui/Spinner.tsx';
import shared from '../ui/shared.module.css';
import styles from './ConnectPanel.module.css';

/** The phases in their order. */
export const PHASES = [
  'waiting',
  'exchanging',
  'saving',
  'reading_vehicles',
] as const satisfies readonly ConnectPhase[];

/** Which steps are behind, which one is on, which are to come. */
export function Steps({ phase }: { readonly phase: ConnectPhase }) {
  const { t } = useTranslation();
  const current = PHASES.indexOf(phase);
  return (
    <ol className={styles.steps}>
      {PHASES.map((step, index) => {
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
            {t(`connect.steps.${step}`)}
            {isDone && <span className={shared.hidden}>{t('connect.stepDone')}</span>}
          </li>
        );
      })}
    </ol>
  );
}
