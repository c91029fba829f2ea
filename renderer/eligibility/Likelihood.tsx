import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
import { useTranslation } from 'react-i18next';
import type { EligibilityReport } from '../../contract/eligibility.ts';
import styles from './Likelihood.module.css';

const ICONS = { likely: IconCircleCheck, unlikely: IconAlertTriangle, unknown: IconHelpCircle };

/** What can be expected, as a picture and a word; never as a promise. */
export function Likelihood({ value }: { readonly value: EligibilityReport['likelihood'] }) {
  const { t } = useTranslation();
  const Picture = ICONS[value];
  return (
    <span className={styles.likelihood} data-likelihood={value}>
      <Picture size={16} aria-hidden />
      {t(`eligibility.likelihood.${value}`)}
    </span>
  );
}
