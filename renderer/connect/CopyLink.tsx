import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useShell } from '../frame/shell.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ConnectPanel.module.css';

/**
 * Copies the address of this attempt. The main process does it, since the address is not for the
 * renderer's eyes.
 */
export function CopyLink() {
  const { t } = useTranslation();
  const { report } = useShell();
  const copy = useMutation({
    mutationFn: () => window.motorpool['connect.copyLink'](),
    onError: () => report('unexpected'),
  });
  return (
    <>
      <Button unavailable={copy.isPending} onClick={() => copy.mutate()}>
        <IconLink size={16} aria-hidden />
        {t('connect.copyLink')}
      </Button>
      <span className={styles.copied} role="status">
        {copy.data && t(copy.data.ok ? 'connect.linkCopied' : 'connect.linkGone')}
      </span>
    </>
  );
}
