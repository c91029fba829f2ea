import { useTranslation } from 'react-i18next';
import type { Reading } from '../../../contract/readings.ts';
import { shortTime } from '../../format/time.ts';
import { ReasonIcon } from '../../readings/ReasonIcon.tsx';
import { reasonOf } from '../../readings/reason.ts';
import { useTimed } from '../../state/clock.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { ageText } from '../../ui/useAge.ts';
import styles from './ReadingReason.module.css';

interface ReadingReasonProps {
  readonly reading: Reading;
  readonly isRefreshing: boolean;
}

/** Why there is no value, or no newer one: words first, what support would ask for last. */
export function ReadingReason({ reading, isRefreshing }: ReadingReasonProps) {
  const { t } = useTranslation();
  const { problem, last } = reading;
  const reason = reasonOf(reading);
  const retryAt = problem?.retryAt ?? null;
  const nextTry = useTimed((now) =>
    retryAt === null ? '' : t('reason.nextTry', { time: shortTime(retryAt, now) }),
  );
  const tried = useTimed((now) =>
    problem ? t('reason.tried', { age: ageText(t, problem.at, now) }) : '',
  );
  if (!reason) return null;
  if (reason === 'never' && isRefreshing) {
    return (
      <p className={styles.reason}>
        <Spinner />
        {t('access.refreshing')}
      </p>
    );
  }
  return (
    <div className={styles.reason}>
      <ReasonIcon reason={reason} />
      <div className={styles.words}>
        <p>
          <strong className={styles.short}>{t(`reason.short.${reason}`)}</strong>
          {last && <span>{` · ${tried}`}</span>}
        </p>
        <p>{t(`reason.long.${reason}`)}</p>
        {nextTry && <p>{nextTry}</p>}
        {problem?.code && reason !== 'car_cannot' && reason !== 'not_granted' && (
          <p className={styles.reference}>{`${t('reason.code')}: ${problem.code}`}</p>
        )}
        {problem?.requestId && reason === 'failed' && (
          <p className={styles.reference}>
            <span>{`${t('reason.requestId')}: ${problem.requestId}`}</span>
            <CopyButton text={problem.requestId} label={t('reason.copyRequestId')} />
          </p>
        )}
      </div>
    </div>
  );
}
