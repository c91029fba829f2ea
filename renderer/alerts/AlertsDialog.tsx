import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/amount.ts';
import { useShell } from '../frame/shell.ts';
import { useAlerts } from '../state/cache.ts';
import { Button } from '../ui/Button.tsx';
import { LayerDialog } from '../ui/mantine/LayerDialog.tsx';
import { AlertEntry } from './AlertEntry.tsx';
import styles from './AlertsDialog.module.css';
import { newestFirst } from './alertWords.ts';

/** What the rules found and still lasts, live; after a notification only its vehicles. */
export default function AlertsDialog({ isOnTop }: { readonly isOnTop: boolean }) {
  const { t } = useTranslation();
  const shell = useShell();
  const { alertsRequest, openAlerts, closeLayer, closeLayers } = shell;
  const { screen, show, openVehicle, showSettings, report } = shell;
  const { alerts, total, unseen } = useAlerts();
  const { vehicleIds } = alertsRequest;
  const asked = vehicleIds && new Set(vehicleIds);
  const shown = newestFirst(asked ? alerts.filter((one) => asked.has(one.vehicleId)) : alerts);
  const more = asked ? 0 : total - alerts.length;

  const see = (ids?: readonly string[]) => {
    window.motorpool['alerts.see'](ids ? { vehicleIds: [...ids] } : {}).catch(() =>
      report('unexpected'),
    );
  };
  const open = (vehicleId: string) => {
    see([vehicleId]);
    closeLayers();
    // Only there the details have their place.
    if (screen !== 'map') show('vehicles');
    openVehicle(vehicleId);
  };
  const openRules = () => {
    closeLayers();
    showSettings('alerts');
  };

  return (
    <LayerDialog
      isOnTop={isOnTop}
      testId="alerts-dialog"
      title={t('alerts.title')}
      badge={null}
      end={
        <Button data-autofocus data-testid="alerts-close" onClick={closeLayer}>
          {t('alerts.close')}
        </Button>
      }
      width={560}
      onClose={closeLayer}
    >
      <div className={styles.body}>
        <div className={styles.line}>
          <p role="status" data-testid="alerts-summary">
            {total === 0
              ? t('alerts.none')
              : t('alerts.summary', {
                  count: total,
                  value: formatCount(total),
                  unseen: formatCount(unseen),
                })}
          </p>
          {total > 0 && (
            <Button
              unavailable={unseen === 0}
              data-testid="alerts-see-all"
              onClick={() => see(undefined)}
            >
              {t('alerts.seeAll')}
            </Button>
          )}
        </div>
        {asked && (
          <div className={styles.line}>
            <p className={styles.quiet}>
              {t('alerts.only', { count: asked.size, value: formatCount(asked.size) })}
            </p>
            <Button look="link" data-testid="alerts-all" onClick={() => openAlerts(null)}>
              {t('alerts.showAll')}
            </Button>
          </div>
        )}
        {shown.length > 0 && (
          <ul className={styles.list} aria-label={t('alerts.title')}>
            {shown.map((alert) => (
              <AlertEntry
                key={`${alert.vehicleId} ${alert.kind} ${alert.tire}`}
                alert={alert}
                onOpen={open}
                onSeen={(id) => see([id])}
              />
            ))}
          </ul>
        )}
        {asked && shown.length === 0 && total > 0 && (
          <p className={styles.quiet}>{t('alerts.over')}</p>
        )}
        {more > 0 && (
          <p className={styles.quiet}>
            {t('alerts.more', { count: more, value: formatCount(more) })}
          </p>
        )}
        <p className={styles.quiet}>
          {t('alerts.howItEnds')}{' '}
          <Button look="link" data-testid="alerts-rules" onClick={openRules}>
            {t('alerts.rulesLink')}
          </Button>
        </p>
      </div>
    </LayerDialog>
  );
}
