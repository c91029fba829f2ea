import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/amount.ts';
import { Button } from '../ui/Button.tsx';
import styles from './NoVehicles.module.css';

interface NoMatchProps {
  readonly total: number;
  readonly onClear: () => void;
}

/** Nothing fits what is searched for: how many there are, and the way back to them. */
export function NoMatch({ total, onClear }: NoMatchProps) {
  const { t } = useTranslation();
  return (
    <section className={styles.empty} data-testid="no-match">
      <h2>{t('search.noMatchTitle', { total: formatCount(total) })}</h2>
      <p>{t('search.noMatchText')}</p>
      <Button look="primary" data-testid="clear-search" onClick={onClear}>
        {t('search.clear')}
      </Button>
    </section>
  );
}
