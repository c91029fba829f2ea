import { useTranslation } from 'react-i18next';
import type { DataWork } from '../../../contract/data.ts';
import { amountWords, formatFraction } from '../../format/amount.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './DataSettings.module.css';

/** How far a long piece of work is, and the way to end it. An import is one step, and cannot be. */
export function WorkBar({ work }: { readonly work: DataWork }) {
  const { t } = useTranslation();
  const { kind, done, total } = work;
  const fraction = total > 0 ? done / total : null;
  return (
    <div className={styles.work} data-testid="data-work">
      <span>
        {t(`data.working.${kind}`)}
        {fraction !== null && ` ${amountWords(formatFraction(fraction))}`}
      </span>
      <progress
        className={styles.progress}
        aria-label={t(`data.working.${kind}`)}
        value={fraction ?? undefined}
        max={1}
      />
      {kind !== 'import' && (
        <Button data-testid="data-stop" onClick={() => void window.motorpool['data.stop']()}>
          {t('data.stop')}
        </Button>
      )}
    </div>
  );
}
