import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHelp } from '../frame/actions.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ConnectPanel.module.css';

/** When waiting needs a word, per phase; the other phases end soon by themselves. */
const HINTS = {
  waiting: { afterMs: 60_000, text: 'connect.slowLogin' },
  exchanging: { afterMs: 10_000, text: 'connect.slowExchange' },
} as const;

/** Why it may take so long; said once it does. */
export function SlowHint({ phase }: { readonly phase: keyof typeof HINTS }) {
  const { t } = useTranslation();
  const help = useHelp();
  const [isDue, setIsDue] = useState(false);
  const { afterMs, text } = HINTS[phase];
  useEffect(() => {
    const timer = setTimeout(() => setIsDue(true), afterMs);
    return () => clearTimeout(timer);
  }, [afterMs]);
  return (
    <div role="status">
      {isDue && (
        <p className={styles.hint}>
          <IconClock size={16} aria-hidden />
          <span>
            {`${t(text)} `}
            <Button look="link" onClick={() => help.mutate('status_page')}>
              {t('connect.statusPage')}
            </Button>
          </span>
        </p>
      )}
    </div>
  );
}
