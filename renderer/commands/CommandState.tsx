import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconChecks from '@tabler/icons-react/dist/esm/icons/IconChecks.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconMinus from '@tabler/icons-react/dist/esm/icons/IconMinus.mjs';
import IconQuestionMark from '@tabler/icons-react/dist/esm/icons/IconQuestionMark.mjs';
import IconSend from '@tabler/icons-react/dist/esm/icons/IconSend.mjs';
import { useTranslation } from 'react-i18next';
import type { CommandItem, CommandStep } from '../../contract/commands.ts';
import { shortTime } from '../format/time.ts';
import { useTimed } from '../state/clock.ts';
import styles from './CommandState.module.css';
import { problemText } from './problemText.ts';

const ICONS = {
  waiting: IconClock,
  sent: IconSend,
  accepted: IconCheck,
  confirmed: IconChecks,
  unconfirmed: IconQuestionMark,
  failed: IconAlertTriangle,
  cancelled: IconMinus,
  skipped: IconMinus,
} as const satisfies Record<CommandStep, unknown>;

/** The way of a command so far: "Sent 14:02 – accepted 14:02 – confirmed by the car at 14:03". */
export function CommandState({ item }: { readonly item: CommandItem }) {
  const { t } = useTranslation();
  const { step, sentAt, acceptedAt, confirmedAt, problem } = item;
  const way = useTimed((now) =>
    [
      sentAt !== null && t('command.step.sentAt', { time: shortTime(sentAt, now) }),
      acceptedAt !== null && t('command.step.acceptedAt', { time: shortTime(acceptedAt, now) }),
      confirmedAt !== null && t('command.step.confirmedAt', { time: shortTime(confirmedAt, now) }),
    ]
      .filter((part) => part !== false)
      .join(' – '),
  );
  const retryAt = problem?.retryAt ?? null;
  const next = useTimed((now) =>
    retryAt === null ? '' : t('command.step.again', { time: shortTime(retryAt, now) }),
  );
  const Picture = ICONS[step];
  return (
    <div className={styles.state} data-step={step}>
      <Picture size={16} aria-hidden />
      <div>
        {step !== 'confirmed' && step !== 'accepted' && step !== 'sent' && (
          <p className={styles.word}>{t(`command.step.${step}`)}</p>
        )}
        {problem && (
          <p>
            {problemText(t, problem)} {next}
          </p>
        )}
        {way !== '' && <p className={styles.way}>{way}</p>}
        {problem?.code && <p className={styles.code}>{problem.code}</p>}
      </div>
    </div>
  );
}
