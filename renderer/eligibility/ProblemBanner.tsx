import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import { useTranslation } from 'react-i18next';
import type { EligibilityProblem } from '../../contract/eligibility.ts';
import styles from './EligibilityDialog.module.css';

/** Why not every car was checked, and what to do about it. Said once, not per car. */
export function ProblemBanner({ problem }: { readonly problem: EligibilityProblem }) {
  const { t } = useTranslation();
  return (
    <p role="alert" className={styles.problem} data-testid="eligibility-problem">
      <IconInfoCircle size={16} aria-hidden />
      <span>{`${t(`eligibility.problem.${problem}`)} ${t('eligibility.stillDecoded')}`}</span>
    </p>
  );
}
