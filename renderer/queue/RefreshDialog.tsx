import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/amount.ts';
import { useRefresh } from '../frame/actions.ts';
import { useShell } from '../frame/shell.ts';
import { useQueue } from '../state/cache.ts';
import { useSeconds } from '../state/clock.ts';
import { useFleetSummary } from '../state/fleet/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { LayerDialog } from '../ui/mantine/LayerDialog.tsx';
import styles from './RefreshDialog.module.css';
import { refreshPlan } from './refreshPlan.ts';
import { spanWords } from './span.ts';

/** Asks before a refresh that takes long: how many calls, how many of them at once, how long. */
export default function RefreshDialog({ isOnTop }: { readonly isOnTop: boolean }) {
  const { t } = useTranslation();
  const { refreshRequest, closeLayer } = useShell();
  const queue = useQueue();
  const { count: fleet } = useFleetSummary();
  const now = useSeconds();
  const refresh = useRefresh();
  const { vehicleIds } = refreshRequest;
  const count = vehicleIds?.length ?? fleet;
  const { calls, ms } = refreshPlan(count, fleet, queue, now);
  const value = formatCount(count);
  return (
    <LayerDialog
      isOnTop={isOnTop}
      testId="refresh-dialog"
      title={t('refresh.title', { count, value })}
      badge={null}
      width={480}
      onClose={closeLayer}
    >
      <div className={styles.body}>
        <p>
          {t('refresh.takes', {
            count,
            value,
            calls: formatCount(calls),
            span: spanWords(t, ms),
          })}
        </p>
        <p className={styles.quiet}>{t('refresh.meanwhile')}</p>
        <div className={styles.buttons}>
          <Button data-autofocus onClick={closeLayer}>
            {t('refresh.cancel')}
          </Button>
          <Button
            look="primary"
            data-testid="refresh-confirm"
            onClick={() => {
              refresh.mutate(vehicleIds ?? undefined);
              closeLayer();
            }}
          >
            {t('refresh.confirm', { count, value })}
          </Button>
        </div>
      </div>
    </LayerDialog>
  );
}
