import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import { useTranslation } from 'react-i18next';
import type { ConnectState } from '../../../contract/connect.ts';
import { Note } from '../../ui/Note.tsx';

interface RunningNoticeProps {
  readonly attempt: Extract<ConnectState, { status: 'running' }>;
}

/** Connect does one thing at a time; what is chosen here waits for its turn. */
export function RunningNotice({ attempt }: RunningNoticeProps) {
  const { t } = useTranslation();
  return (
    <Note role="status" icon={IconInfoCircle} tone="attention" data-testid="connect-running">
      {t('connectOptions.running', { code: attempt.code })}
    </Note>
  );
}
