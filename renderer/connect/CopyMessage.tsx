import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import { useTranslation } from 'react-i18next';
import type { ConnectPurpose } from '../../contract/connect.ts';
import { Button } from '../ui/Button.tsx';
import { useCopy } from '../ui/useCopy.ts';
import { driverMessage } from './driverMessage.ts';
import styles from './Outcome.module.css';
import type { MessageKind } from './outcomeAction.ts';

interface CopyMessageProps {
  readonly kind: MessageKind;
  readonly purpose: ConnectPurpose;
  readonly look: 'primary' | 'plain';
  readonly testId: string;
}

/** Copies what the driver has to be told, and says whether that worked. */
export function CopyMessage({ kind, purpose, look, testId }: CopyMessageProps) {
  const { t } = useTranslation();
  const [state, copy] = useCopy();
  const Picture = state === 'copied' ? IconCheck : IconCopy;
  const words = {
    idle: '',
    copied: t('outcome.messageCopied'),
    failed: t('outcome.messageNotCopied'),
  }[state];
  return (
    <>
      <Button
        look={look}
        data-testid={testId}
        onClick={() => copy(driverMessage(t, kind, purpose))}
      >
        <Picture size={16} aria-hidden />
        {t('outcome.action.copy_message')}
      </Button>
      <span className={styles.copied} role="status">
        {words}
      </span>
    </>
  );
}
