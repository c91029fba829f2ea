import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationCheck } from '../../contract/applicationCheck.ts';
import { isClockOff } from '../../contract/health.ts';
import { spanText } from '../format/time.ts';
import { Spinner } from '../ui/Spinner.tsx';
import styles from './CheckLines.module.css';
import { isAccepted } from './useCheckedSave.ts';

interface CheckLinesProps {
  readonly isChecking: boolean;
  readonly found: ApplicationCheck | null;
}

type LineState = 'checking' | 'fine' | 'attention' | 'fault' | 'later';

const PICTURES = {
  fine: IconCircleCheck,
  attention: IconAlertTriangle,
  fault: IconCircleX,
  later: IconInfoCircle,
} as const;

interface LineProps {
  readonly name: 'credentials' | 'clock' | 'redirect';
  readonly state: LineState;
  readonly children: ReactNode;
}

function Line({ name, state, children }: LineProps) {
  const { t } = useTranslation();
  const Picture = state === 'checking' ? Spinner : PICTURES[state];
  return (
    <li className={styles.line} data-state={state} data-testid={`check-${name}`}>
      <Picture size={16} aria-hidden />
      <span>
        <span className={styles.name}>{t(`setupCheck.part.${name}`)}</span>
        {children}
      </span>
    </li>
  );
}

function stateOf(found: ApplicationCheck): LineState {
  if (isAccepted(found)) return 'fine';
  return found.credentials === 'credentials_refused' ? 'fault' : 'attention';
}

function clockState(offset: number | null): LineState {
  if (offset === null) return 'later';
  return isClockOff(offset) ? 'attention' : 'fine';
}

/** What is being asked of Smartcar and what it said, line by line; read out as it changes. */
export function CheckLines({ isChecking, found }: CheckLinesProps) {
  const { t } = useTranslation();

  function clockText(offset: number | null): string {
    if (offset === null) return t('setupCheck.clock.unknown');
    if (!isClockOff(offset)) return t('setupCheck.clock.fine');
    const span = spanText(Math.abs(offset));
    return t(`setupCheck.clock.${offset > 0 ? 'ahead' : 'behind'}`, { span });
  }

  return (
    <div role="status">
      {(isChecking || found) && (
        <ul className={styles.lines} aria-label={t('setupCheck.title')} data-testid="check-lines">
          <Line name="credentials" state={found ? stateOf(found) : 'checking'}>
            {found ? t(`setupCheck.credentials.${found.credentials}`) : t('setupCheck.asking')}
          </Line>
          <Line name="clock" state={found ? clockState(found.clockOffsetMs) : 'checking'}>
            {found ? clockText(found.clockOffsetMs) : t('setupCheck.comparing')}
          </Line>
          <Line name="redirect" state="later">
            {t('setupCheck.redirect')}
          </Line>
        </ul>
      )}
    </div>
  );
}
