import { useTranslation } from 'react-i18next';
import type { HeldVehicles } from '../../contract/queue.ts';
import { formatCount } from '../format/amount.ts';
import { shortTime } from '../format/time.ts';
import { useSeconds } from '../state/clock.ts';
import { FactList } from './FactList.tsx';
import styles from './Facts.module.css';

/** What must not be asked yet, by cause, and when each may be asked again. */
export function HeldList({ held }: { readonly held: readonly HeldVehicles[] }) {
  const { t } = useTranslation();
  const now = useSeconds();
  if (held.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3>{t('hold.title')}</h3>
      <FactList
        rows={held.map(({ cause, count, nextAt }) => [
          t(`hold.many.${cause}`, { count, value: formatCount(count) }),
          t('hold.nextAt', { time: shortTime(nextAt, now) }),
        ])}
      />
    </section>
  );
}
