import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { dayText, exactTime, shortTime } from '../../format/time.ts';
import { useTimed } from '../../state/clock.ts';
import styles from './AboutVehicle.module.css';
import { useConnectionFacts } from './useConnectionFacts.ts';
import detail from './VehicleDetail.module.css';

/** How long the sign-in of a car lasts, when it was renewed, and what last went wrong with it. */
export function SignInFacts({ vehicle }: { readonly vehicle: Vehicle }) {
  const { t } = useTranslation();
  const id = useId();
  const facts = useConnectionFacts(vehicle);
  const { access, accessEnded } = vehicle;
  const ended = useTimed((now) =>
    accessEnded
      ? t('vehicleHelp.signIn.endedOn', { date: dayText(accessEnded.since, now) })
      : t('vehicleHelp.signIn.ended'),
  );
  const failure = useTimed((now) =>
    facts?.failure
      ? t('vehicleHelp.signIn.failureAt', {
          time: shortTime(facts.failure.at, now),
          words: t(`vehicleHelp.signIn.trouble.${facts.failure.trouble}`),
        })
      : t('vehicleHelp.signIn.none'),
  );
  if (!facts) return null;
  const time = (iso: string | null) =>
    iso === null ? t('vehicleHelp.signIn.unknown') : exactTime(iso);
  return (
    <section aria-labelledby={id} data-testid="sign-in-facts">
      <h3 id={id} className={detail.section}>
        {t('vehicleHelp.signIn.title')}
      </h3>
      <dl className={styles.facts}>
        <dt>{t('vehicleHelp.signIn.validUntil')}</dt>
        <dd>{access === 'reconnect' ? ended : time(facts.validUntil)}</dd>
        <dt>{t('vehicleHelp.signIn.renewedAt')}</dt>
        <dd>{time(facts.renewedAt)}</dd>
        <dt>{t('vehicleHelp.signIn.failure')}</dt>
        <dd>{failure}</dd>
      </dl>
      {access !== 'reconnect' && <p className={detail.missing}>{t('vehicleHelp.signIn.note')}</p>}
    </section>
  );
}
