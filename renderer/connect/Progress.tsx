import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectState } from '../../contract/connect.ts';
import { shortTime, spanText } from '../format/time.ts';
import { useConnectRequest } from '../frame/actions.ts';
import { useSeconds } from '../state/clock.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ConnectPanel.module.css';
import { Steps } from './Steps.tsx';

type Running = Extract<ConnectState, { status: 'running' }>;

/** When waiting needs a word, per phase; the other phases end soon by themselves. */
const HINTS = {
  waiting: { afterMs: 60_000, text: 'connect.slowLogin' },
  exchanging: { afterMs: 10_000, text: 'connect.slowExchange' },
} as const;

function SlowHint({ phase }: { readonly phase: keyof typeof HINTS }) {
  const { t } = useTranslation();
  const [isDue, setIsDue] = useState(false);
  const { afterMs, text } = HINTS[phase];
  useEffect(() => {
    const timer = setTimeout(() => setIsDue(true), afterMs);
    return () => clearTimeout(timer);
  }, [afterMs]);
  return (
    <div role="status">
      {isDue && (
        <p className={styles.hint}>
          <IconClock size={16} aria-hidden />
          {t(text)}
        </p>
      )}
    </div>
  );
}

/** A running attempt: where it is, how long it has taken, and the ways out. */
export function Progress({ attempt }: { readonly attempt: Running }) {
  const { t } = useTranslation();
  const headingId = useId();
  const now = useSeconds();
  const focus = useConnectRequest('connect.focus');
  const cancel = useConnectRequest('connect.cancel');
  const { phase, code, startedAt, expiresAt } = attempt;
  const canCancel = phase === 'waiting' || phase === 'exchanging';
  return (
    <section className={styles.progress} aria-labelledby={headingId} data-testid="connect-panel">
      <div className={styles.words}>
        <h2 id={headingId}>{t('connect.title')}</h2>
        <Steps phase={phase} />
        <p>{t(`connect.phase.${phase}`)}</p>
        {canCancel && <SlowHint key={phase} phase={phase} />}
        <p className={styles.meta}>
          <span>{t('connect.code', { code })}</span>
          <span>{t('connect.elapsed', { time: spanText(now - Date.parse(startedAt)) })}</span>
          {phase === 'waiting' && (
            <span>{t('connect.endsAt', { time: shortTime(expiresAt, now) })}</span>
          )}
        </p>
      </div>
      <div className={styles.buttons}>
        {phase === 'waiting' && (
          <Button look="primary" onClick={() => focus.mutate()}>
            {t('connect.focus')}
          </Button>
        )}
        {canCancel && (
          <Button unavailable={cancel.isPending} onClick={() => cancel.mutate()}>
            {t(cancel.isPending ? 'connect.cancelling' : 'connect.cancel')}
          </Button>
        )}
      </div>
    </section>
  );
}
