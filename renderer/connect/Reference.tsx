import { useTranslation } from 'react-i18next';
import { exactTime } from '../format/time.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import styles from './Outcome.module.css';
import type { Finished } from './startAgain.ts';

/** By what support finds this attempt again; the copied text names the outcome as the log does. */
export function Reference({ finished }: { readonly finished: Finished }) {
  const { t } = useTranslation();
  const { code, finishedAt, outcome } = finished;
  const problem = 'problem' in outcome ? `${outcome.kind}, ${outcome.problem}` : outcome.kind;
  return (
    <p className={styles.reference}>
      <span>{t('outcome.reference', { code, time: exactTime(finishedAt) })}</span>
      <CopyButton
        text={t('outcome.referenceText', { code, time: finishedAt, kind: problem })}
        label={t('outcome.copyReference')}
      />
    </p>
  );
}
