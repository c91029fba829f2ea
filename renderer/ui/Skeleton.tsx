import { useTranslation } from 'react-i18next';
import styles from './Skeleton.module.css';
import shared from './shared.module.css';

const ROWS = [1, 2, 3, 4, 5, 6, 7, 8];

/** The shape of the frame and eight rows, for a start that takes longer than 300 ms. */
export function Skeleton() {
  const { t } = useTranslation();
  return (
    <div className={styles.skeleton} aria-busy>
      <p className={shared.hidden} role="status">
        {t('app.opening')}
      </p>
      <div className={styles.bar} />
      {ROWS.map((row) => (
        <div key={row} className={styles.row} />
      ))}
    </div>
  );
}
