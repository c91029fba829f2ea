import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectOutcome } from '../../contract/connect.ts';
import { useConnectRequest } from '../frame/actions.ts';
import { useSeconds } from '../state/clock.ts';
import { Button } from '../ui/Button.tsx';
import shared from '../ui/shared.module.css';
import { NewVehicles } from './NewVehicles.tsx';
import styles from './Outcome.module.css';
import { OutcomeButton } from './OutcomeButton.tsx';
import { outcomeView } from './outcomeView.ts';
import { outcomeWords } from './outcomeWords.ts';

const ICONS = { fine: IconCircleCheck, attention: IconInfoCircle, fault: IconAlertTriangle };

interface OutcomeProps {
  readonly outcome: ConnectOutcome;
  readonly code: string;
}

/** How an attempt ended: what happened, what is safe, who acts, and one best button. */
export function Outcome({ outcome, code }: OutcomeProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  const now = useSeconds();
  const dismiss = useConnectRequest('connect.dismiss');
  const { tone, action, otherAction, facts } = outcomeView(outcome, now);
  const { title, sentences } = outcomeWords(t, outcome, now);
  const Picture = ICONS[tone];

  // The Connect window is gone and took the focus along: go on here. Who works elsewhere is left alone.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);

  return (
    <section
      className={styles.outcome}
      data-tone={tone}
      data-testid="connect-outcome"
      data-outcome={outcome.kind}
      aria-labelledby={headingId}
    >
      <Picture size={20} className={styles.icon} aria-hidden />
      <div className={styles.words}>
        <div role="alert">
          <h2 id={headingId} ref={heading} tabIndex={-1} className={styles.title}>
            <span className={shared.hidden}>{`${t(`outcome.tone.${tone}`)} `}</span>
            {title}
          </h2>
        </div>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {outcome.kind === 'connected' && <NewVehicles vehicleIds={outcome.vehicleIds} />}
        {facts.length > 0 && (
          <dl className={styles.facts}>
            {facts.map(({ name, text }) => (
              <div key={name}>
                <dt>{t(`outcome.fact.${name}`)}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        )}
        <p className={styles.session}>{t('outcome.session', { code })}</p>
      </div>
      <div className={styles.buttons}>
        <OutcomeButton action={action} outcome={outcome} look="primary" />
        {otherAction && <OutcomeButton action={otherAction} outcome={outcome} look="plain" />}
        <Button unavailable={dismiss.isPending} onClick={() => dismiss.mutate()}>
          {t('outcome.close')}
        </Button>
      </div>
    </section>
  );
}
