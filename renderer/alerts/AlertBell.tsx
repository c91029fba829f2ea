import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/amount.ts';
import { useShell } from '../frame/shell.ts';
import { useAlerts } from '../state/cache.ts';
import { Button } from '../ui/Button.tsx';
import styles from './AlertBell.module.css';

/** A larger number says no more and would cover the bell. */
const MOST_SHOWN = 99;

/** Opens the list of alerts, and says how many of them nobody has seen. */
export function AlertBell() {
  const { t } = useTranslation();
  const { openAlerts } = useShell();
  const { unseen } = useAlerts();
  const label =
    unseen === 0
      ? t('alerts.open')
      : t('alerts.openNew', { count: unseen, value: formatCount(unseen) });
  return (
    <Button
      look="quiet"
      iconOnly
      className={styles.bell}
      aria-label={label}
      aria-haspopup="dialog"
      title={label}
      data-testid="alert-bell"
      onClick={() => openAlerts(null)}
    >
      <IconBell size={18} aria-hidden />
      {unseen > 0 && (
        <span className={styles.count} data-testid="alert-count">
          {unseen > MOST_SHOWN ? t('alerts.many', { most: MOST_SHOWN }) : formatCount(unseen)}
        </span>
      )}
    </Button>
  );
}
