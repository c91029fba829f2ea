import { useTranslation } from 'react-i18next';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { dayText, sinceText } from '../../format/time.ts';
import { lastHeard, newestMoment } from '../../readings/newest.ts';
import { useTimed } from '../../state/clock.ts';
import { ageText } from '../../ui/useAge.ts';
import styles from './StatusSentence.module.css';

/** Since when the car is connected and how lately it was heard; and what stands in the way. */
export function StatusSentence({ vehicle }: { readonly vehicle: Vehicle }) {
  const { t } = useTranslation();
  const { access, accessEnded, connectedAt } = vehicle;
  const heard = lastHeard(vehicle);
  const newest = newestMoment(vehicle);
  const connected = useTimed((now) =>
    t('detail.connected', { age: sinceText(connectedAt, now) ?? t('age.now') }),
  );
  const last = useTimed((now) => {
    if (heard !== null) return t('detail.heard', { age: ageText(t, heard, now) });
    if (newest) return t('detail.fetchedOnly', { age: ageText(t, newest.iso, now) });
    return t('detail.nothingYet');
  });
  const ended = useTimed((now) =>
    accessEnded
      ? t(`detail.ended.${accessEnded.reason}`, { date: dayText(accessEnded.since, now) })
      : t('detail.reconnect'),
  );
  return (
    <div className={styles.sentence}>
      <p>{`${connected} ${last}`}</p>
      {access === 'reconnect' && (
        <p className={styles.attention}>{`${ended} ${t('detail.endedValues')}`}</p>
      )}
      {access === 'tokens_unavailable' && (
        <p className={styles.attention}>{t('detail.tokensUnavailable')}</p>
      )}
    </div>
  );
}
