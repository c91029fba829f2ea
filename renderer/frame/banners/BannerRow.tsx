import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './Banners.module.css';

interface BannerRowProps {
  readonly kind: string;
  readonly tone: 'attention' | 'fault';
  readonly text: ReactNode;
  /** The one thing to do about it. */
  readonly action?: ReactNode;
  /** Left out where the message must stay until its cause is gone. */
  readonly onDismiss?: () => void;
}

/** One message: icon, words, what to do. */
export function BannerRow({ kind, tone, text, action, onDismiss }: BannerRowProps) {
  const { t } = useTranslation();
  const Picture = tone === 'fault' ? IconAlertTriangle : IconInfoCircle;
  return (
    <div className={styles.banner} data-tone={tone} data-testid={`banner-${kind}`}>
      <Picture size={16} aria-hidden />
      <p className={styles.text}>{text}</p>
      {action}
      {onDismiss && <IconButton icon={IconX} label={t('banner.dismiss')} onClick={onDismiss} />}
    </div>
  );
}
