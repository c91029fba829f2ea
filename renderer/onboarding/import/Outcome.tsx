import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import { useTranslation } from 'react-i18next';
import styles from './Outcome.module.css';
import type { ReportRow } from './report.ts';

const ICONS = {
  likely: IconCircleCheck,
  unknown: IconHelpCircle,
  unlikely: IconAlertTriangle,
  connected: IconLink,
  check_digit: IconCircleX,
  no_vin: IconCircleX,
  duplicate: IconCopy,
};

interface OutcomeProps {
  readonly row: Pick<ReportRow, 'category'>;
  /** Nobody was asked yet, so that nothing is unknown. */
  readonly isPreview?: boolean;
}

/** What becomes of a row, as a picture and a word. */
export function Outcome({ row: { category }, isPreview = false }: OutcomeProps) {
  const { t } = useTranslation();
  const Picture = ICONS[category];
  if (isPreview && category === 'unknown') {
    return (
      <span className={styles.outcome} data-category="likely">
        <IconCircleCheck size={16} aria-hidden />
        {t('onboarding.import.looksRight')}
      </span>
    );
  }
  return (
    <span className={styles.outcome} data-category={category}>
      <Picture size={16} aria-hidden />
      {t(`onboarding.category.${category}`)}
    </span>
  );
}
