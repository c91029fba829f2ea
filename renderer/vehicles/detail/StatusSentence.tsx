import { useTranslation } from 'react-i18next';
import { ownRule, ruleOf } from '../../../contract/refreshRules.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { dayText, shortTime } from '../../format/time.ts';
import { lastHeard, newestMoment } from '../../readings/newest.ts';
import { useStatus } from '../../state/cache.ts';
import { useTimed } from '../../state/clock.ts';
import { ageText } from '../../ui/useAge.ts';
import { nextTry } from './nextTry.ts';
import { ownerMatter } from './ownerMessage.ts';
import styles from './StatusSentence.module.css';

const NEXT = {
  hold: 'detail.nextTry',
  rule: 'detail.nextRead',
  night: 'refreshRules.detail.night',
} as const;

/** Whether the car is connected, how lately it was heard and when it is next; and what stands in the way. */
export function StatusSentence({ vehicle }: { readonly vehicle: Vehicle }) {
  const { t } = useTranslation();
  const { budget } = useStatus();
  const { access, accessEnded, hold, paused } = vehicle;
  const heard = lastHeard(vehicle);
  const newest = newestMoment(vehicle);
  const isConnected = access === 'ok';
  const matter = ownerMatter(vehicle);
  const isGroupOff = ownRule(budget, vehicle.labels.group)?.kind === 'off';
  const last = useTimed((now) => {
    const state = isConnected ? 'connected' : 'ended';
    if (heard !== null) return t(`detail.heard.${state}`, { age: ageText(t, heard, now) });
    if (newest) return t(`detail.fetchedOnly.${state}`, { age: ageText(t, newest.iso, now) });
    return t(`detail.nothingYet.${state}`);
  });
  const next = useTimed((now) => {
    const due = nextTry(vehicle, ruleOf(budget, vehicle.labels.group), now);
    return due ? t(NEXT[due.by], { time: shortTime(due.at, now) }) : '';
  });
  const held = useTimed((now) =>
    hold && Date.parse(hold.until) > now ? t(`detail.hold.${hold.cause}`) : '',
  );
  const ended = useTimed((now) =>
    accessEnded
      ? t(`detail.ended.${accessEnded.reason}`, { date: dayText(accessEnded.since, now) })
      : t('detail.reconnect'),
  );
  return (
    <div className={styles.sentence} data-testid="detail-status">
      <p>{next === '' ? `${last}.` : `${last}; ${next}.`}</p>
      {access === 'reconnect' && (
        <p className={styles.attention}>{`${ended} ${t('detail.endedValues')}`}</p>
      )}
      {access === 'tokens_unavailable' && (
        <p className={styles.attention}>{t('detail.tokensUnavailable')}</p>
      )}
      {matter === 'account' && <p className={styles.attention}>{t('reason.long.account')}</p>}
      {matter === 'subscription' && (
        <p className={styles.attention}>{t('command.special.subscription')}</p>
      )}
      {isConnected && paused && <p className={styles.note}>{t('detail.paused')}</p>}
      {isConnected && !paused && isGroupOff && (
        <p className={styles.note}>{t('refreshRules.detail.off')}</p>
      )}
      {isConnected && !paused && held !== '' && <p className={styles.note}>{held}</p>}
    </div>
  );
}
