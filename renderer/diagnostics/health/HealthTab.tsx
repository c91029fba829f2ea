import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import { useTranslation } from 'react-i18next';
import {
  HEALTH_PARTS,
  type Health,
  type HealthPart,
  type HealthTone,
  healthTone,
} from '../../../contract/health.ts';
import { QUEUE_PANEL_ID } from '../../queue/QueueStatus.tsx';
import { useVersion } from '../../state/cache.ts';
import { useFleetSummary } from '../../state/fleet/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import shared from '../../ui/shared.module.css';
import { useCopy } from '../../ui/useCopy.ts';
import styles from './HealthTab.module.css';
import { healthText, partWords, sentence } from './healthWords.ts';
import { useHealth } from './useHealth.ts';

const PICTURES = { fine: IconCircleCheck, attention: IconAlertTriangle, fault: IconCircleX };

function Tone({ tone, size }: { readonly tone: HealthTone; readonly size: number }) {
  const Picture = PICTURES[tone];
  return <Picture size={size} aria-hidden className={styles.picture} data-tone={tone} />;
}

/** Opens the queue where it always is; without vehicles there is none. */
function QueueButton() {
  const { t } = useTranslation();
  const { count } = useFleetSummary();
  if (count === 0) return null;
  return (
    <Button
      className={styles.queue}
      popoverTarget={QUEUE_PANEL_ID}
      aria-haspopup="dialog"
      data-testid="health-queue-open"
    >
      {t('diagnostics.health.queue.show')}
    </Button>
  );
}

function Part({ part, health }: { readonly part: HealthPart; readonly health: Health }) {
  const { t } = useTranslation();
  const tone = health.tones[part];
  return (
    <div className={styles.part} data-testid={`health-${part}`} data-tone={tone}>
      <dt className={styles.name}>
        <Tone tone={tone} size={16} />
        {t(`diagnostics.health.parts.${part}`)}
      </dt>
      <dd className={styles.facts}>
        <p>
          <span className={tone === 'fine' ? shared.hidden : styles.toneWord}>
            {t(`diagnostics.health.tone.${tone}`)}.{' '}
          </span>
          {partWords(t, part, health)}
        </p>
        {tone !== 'fine' && <p>{t(`diagnostics.health.advice.${part}`)}</p>}
        {part === 'queue' && <QueueButton />}
      </dd>
    </div>
  );
}

/** One sentence, and below it the facts with what to do. */
export function HealthTab() {
  const { t } = useTranslation();
  const version = useVersion();
  const { data: health, isError } = useHealth();
  const [copyState, copy] = useCopy();
  if (isError) return <Failure text={t('diagnostics.failed')} />;
  if (!health) return <p>{t('diagnostics.loading')}</p>;
  const tone = healthTone(health);
  const copyWords = { idle: 'copy', copied: 'copied', failed: 'copyFailed' } as const;
  return (
    <div className={styles.health}>
      <div className={styles.sentence} data-tone={tone} data-testid="health-sentence">
        <Tone tone={tone} size={20} />
        <p role="status">{sentence(t, health)}</p>
        <Button data-testid="health-copy" onClick={() => copy(healthText(t, health, version))}>
          {t(`diagnostics.health.${copyWords[copyState]}`)}
        </Button>
      </div>
      <dl className={styles.parts}>
        {HEALTH_PARTS.map((part) => (
          <Part key={part} part={part} health={health} />
        ))}
      </dl>
    </div>
  );
}
