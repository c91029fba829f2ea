import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStatus } from '../state/cache.ts';
import { useSeconds } from '../state/clock.ts';
import { useVehicle } from '../state/fleet/hooks.ts';
import shared from '../ui/shared.module.css';
import { shortName } from '../vehicles/vehicleName.ts';
import { exchangeOf } from './exchangeActions.ts';
import styles from './Outcome.module.css';
import { OutcomeButtons } from './OutcomeButtons.tsx';
import { OutcomeFacts } from './OutcomeFacts.tsx';
import { OutcomeMore } from './OutcomeMore.tsx';
import { outcomeView } from './outcomeView.ts';
import { outcomeWords } from './outcomeWords.ts';
import { Reference } from './Reference.tsx';
import type { Finished } from './startAgain.ts';
import { useFocusIfLost } from './useFocusIfLost.ts';

const ICONS = { fine: IconCircleCheck, attention: IconInfoCircle, fault: IconAlertTriangle };

/** How an attempt ended: what happened, who acts, what is safe, and one best button. */
export function Outcome({ finished }: { readonly finished: Finished }) {
  const { t } = useTranslation();
  const { application } = useStatus();
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  const now = useSeconds();
  const { outcome, purpose, transport } = finished;
  const { tone, actions, facts } = outcomeView(finished, application, now);
  const renewed = useVehicle(outcome.kind === 'reauthenticated' ? outcome.vehicleId : null);
  const { title, sentences, safe } = outcomeWords(t, outcome, {
    purpose,
    transport,
    exchange: exchangeOf(application),
    vehicleName: renewed ? shortName(renewed) : null,
    now,
  });
  const Picture = ICONS[tone];
  // The Connect window is gone and took the focus along: go on here.
  useFocusIfLost(heading);

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
        {safe && (
          <p className={styles.safe}>
            <IconShieldCheck size={16} aria-hidden />
            {safe}
          </p>
        )}
        <OutcomeFacts facts={facts} />
      </div>
      <OutcomeButtons actions={actions} finished={finished} />
      <div className={styles.more}>
        <OutcomeMore outcome={outcome} purpose={purpose} />
        <Reference finished={finished} />
      </div>
    </section>
  );
}
