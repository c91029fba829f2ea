import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import { useTranslation } from 'react-i18next';
import type { ConnectState } from '../../../contract/connect.ts';
import styles from './ConnectDialog.module.css';

interface RunningNoticeProps {
  readonly attempt: Extract<ConnectState, { status: 'running' }>;
}

/** Connect does one thing at a time; what is chosen here waits for its turn. */
export function RunningNotice({ attempt }: RunningNoticeProps) {
  const { t } = useTranslation();
  return (
    <p className={styles.running} role="status" data-testid="connect-running">
      <IconInfoCircle size={16} aria-hidden />
      {t('connectOptions.running', { code: attempt.code })}
    </p>
  );
}
