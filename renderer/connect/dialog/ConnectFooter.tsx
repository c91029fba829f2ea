import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import { useTranslation } from 'react-i18next';
import type { Transport } from '../../../contract/transport.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogFooter } from '../../ui/mantine/DialogFooter.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import styles from './ConnectDialog.module.css';
import { whoCannotFinish } from './cannotFinish.ts';
import { cannotFinishText } from './cannotFinishWords.ts';
import { type Levels, requiredOf } from './levels.ts';
import { MOD_ENTER } from './useModEnter.ts';

interface ConnectFooterProps {
  /** What is asked for; `null` where only Smartcar's dashboard knows. */
  readonly levels: Levels | null;
  readonly transport: Transport;
  /** An attempt runs: it is shown instead of starting another one. */
  readonly isRunning: boolean;
  readonly isBusy: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** Always in view: who will not get through, and the way on. */
export function ConnectFooter(props: ConnectFooterProps) {
  const { levels, transport, isRunning, isBusy, onOpen, onClose } = props;
  const { t } = useTranslation();
  const who = levels && whoCannotFinish(requiredOf(levels));
  const keepsOut = who !== null && who.kind !== 'nobody';
  const Picture = keepsOut ? IconAlertTriangle : who ? IconCircleCheck : IconInfoCircle;
  const place = transport === 'system_browser' ? 'browser' : 'window';
  const label = t(isRunning ? `connect.focus.${place}` : `connectOptions.open.${place}`);
  return (
    <DialogFooter>
      <p
        role="status"
        className={styles.sentence}
        data-keeps-out={keepsOut || undefined}
        data-testid="connect-sentence"
      >
        <Picture size={16} aria-hidden />
        <span>{who ? cannotFinishText(t, who) : t('connectOptions.canFinish.dashboard')}</span>
      </p>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('connectOptions.close')}</Button>
        <Button
          look="primary"
          data-testid="connect-open"
          title={t('frame.withKey', { label, key: MOD_ENTER })}
          unavailable={isBusy}
          onClick={onOpen}
        >
          {isBusy && <Spinner />}
          {isBusy ? t('connectOptions.opening') : label}
        </Button>
      </div>
    </DialogFooter>
  );
}
