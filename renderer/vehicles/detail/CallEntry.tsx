import { useTranslation } from 'react-i18next';
import type { CallRecord } from '../../../contract/callLog.ts';
import { formatCount } from '../../format/amount.ts';
import { exactTime } from '../../format/time.ts';
import { callResult, itemsText } from './callWords.ts';
import styles from './LogTab.module.css';

/** One call: when, what for, how it ended, how long it took and what it cost. */
export function CallEntry({ call }: { readonly call: CallRecord }) {
  const { t } = useTranslation();
  const { at, endpoint, items, status, code, durationMs, counted } = call;
  const result = callResult(call);
  const reference = [status === null ? null : String(status), code]
    .filter((part) => part !== null)
    .join(' ');
  return (
    <li className={styles.entry} data-testid="call-entry" data-result={result}>
      <p className={styles.head}>
        <strong>{t(`log.result.${result}`)}</strong>
        <time dateTime={at}>{exactTime(at)}</time>
      </p>
      {items.length > 0 && <p>{itemsText(t, items)}</p>}
      <p className={styles.endpoint}>{endpoint}</p>
      <p className={styles.facts}>
        <span className={styles.reference}>{reference}</span>
        <span>{t('log.duration', { ms: formatCount(durationMs) })}</span>
        <span>{t('log.counted', { count: counted, value: formatCount(counted) })}</span>
      </p>
    </li>
  );
}
