import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { useCopy } from '../ui/useCopy.ts';
import styles from './Outcome.module.css';

interface CopyMessageProps {
  /** Asked for when it is copied. */
  readonly text: () => string;
  readonly look: 'primary' | 'plain';
  readonly testId: string;
}

/** Copies what the driver has to be told, and says whether that worked. */
export function CopyMessage({ text, look, testId }: CopyMessageProps) {
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
      <Button look={look} data-testid={testId} onClick={() => copy(text())}>
        <Picture size={16} aria-hidden />
        {t('outcome.action.copy_message')}
      </Button>
      <span className={styles.copied} role="status">
        {words}
      </span>
    </>
  );
}
