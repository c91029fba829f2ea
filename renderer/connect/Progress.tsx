import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortTime, spanText } from '../format/time.ts';
import { useConnectRequest } from '../frame/actions.ts';
import { useShell } from '../frame/shell.ts';
import { useSeconds } from '../state/clock.ts';
import { Button } from '../ui/Button.tsx';
import { useEscape } from '../ui/useEscape.ts';
import styles from './ConnectPanel.module.css';
import { CopyLink } from './CopyLink.tsx';
import { phasesOf, phaseText, placeOf, type Running } from './phases.ts';
import { SlowHint } from './SlowHint.tsx';
import { Steps } from './Steps.tsx';
import { StopQuestion } from './StopQuestion.tsx';
import { useFocusIfLost } from './useFocusIfLost.ts';

/** A running attempt: where it is, how long it has taken, and the ways out. */
export function Progress({ attempt }: { readonly attempt: Running }) {
  const { t } = useTranslation();
  const { openVehicleId } = useShell();
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  const now = useSeconds();
  const focus = useConnectRequest('connect.focus');
  const cancel = useConnectRequest('connect.cancel');
  const [isAsking, setIsAsking] = useState(false);
  const { phase, purpose, transport, code, startedAt, expiresAt } = attempt;
  const place = placeOf(transport);
  const isWaiting = phase === 'waiting';
  const canCancel = isWaiting || phase === 'exchanging';
  const isQuestion = isAsking && canCancel;
  useFocusIfLost(heading);
  // Details that are open lie above this panel: the key is theirs first.
  useEscape(() => setIsAsking(true), canCancel && !isQuestion && openVehicleId === null);

  return (
    <section className={styles.progress} aria-labelledby={headingId} data-testid="connect-panel">
      <div className={styles.words}>
        <h2 id={headingId} ref={heading} tabIndex={-1} className={styles.title}>
          {t(purpose.kind === 'connect' ? 'connect.title' : 'connect.titleRenewal')}
        </h2>
        {phasesOf(purpose).length > 1 && <Steps attempt={attempt} />}
        <p>{phaseText(t, attempt)}</p>
        {canCancel && <SlowHint key={phase} phase={phase} />}
        <p className={styles.meta}>
          <span>{t('connect.code', { code })}</span>
          <span>{t('connect.elapsed', { time: spanText(now - Date.parse(startedAt)) })}</span>
          {isWaiting && <span>{t('connect.endsAt', { time: shortTime(expiresAt, now) })}</span>}
        </p>
      </div>
      {isQuestion ? (
        <StopQuestion
          fallback={heading}
          onStop={() => {
            setIsAsking(false);
            cancel.mutate();
          }}
          onStay={() => setIsAsking(false)}
        />
      ) : (
        <div className={styles.buttons}>
          {isWaiting && (
            <Button look="primary" onClick={() => focus.mutate()}>
              {t(`connect.focus.${place}`)}
            </Button>
          )}
          {isWaiting && place === 'browser' && <CopyLink />}
          {canCancel && (
            <Button unavailable={cancel.isPending} onClick={() => cancel.mutate()}>
              {t(cancel.isPending ? 'connect.cancelling' : 'connect.cancel')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
