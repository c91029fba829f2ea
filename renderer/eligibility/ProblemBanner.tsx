import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import { useTranslation } from 'react-i18next';
import type { EligibilityProblem } from '../../contract/eligibility.ts';
import { Note } from '../ui/Note.tsx';

/** Why not every car was checked, and what to do about it. Said once, not per car. */
export function ProblemBanner({ problem }: { readonly problem: EligibilityProblem }) {
  const { t } = useTranslation();
  return (
    <Note role="alert" icon={IconInfoCircle} tone="attention" data-testid="eligibility-problem">
      {`${t(`eligibility.problem.${problem}`)} ${t('eligibility.stillDecoded')}`}
    </Note>
  );
}
