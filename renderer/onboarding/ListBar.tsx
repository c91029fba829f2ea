import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unpackCar } from '../../contract/importedCars.ts';
import { formatCount } from '../format/amount.ts';
import { useShell } from '../frame/shell.ts';
import { useConnect } from '../state/cache.ts';
import { useConnectedVins } from '../state/fleet/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { progressOf } from './board.ts';
import { carName } from './carWords.ts';
import styles from './Hub.module.css';
import { removeImported, restoreImported } from './importedList.ts';
import type { ListedCar } from './listedCar.ts';

/** How far connecting the list is, the next car of it, and the ways to clear it and back. */
export function ListBar({ cars }: { readonly cars: readonly ListedCar[] }) {
  const { t } = useTranslation();
  const { openConnect, report } = useShell();
  const { status } = useConnect();
  const connected = useConnectedVins();
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [cleared, setCleared] = useState<readonly string[]>([]);
  const progress = useMemo(() => progressOf(cars, connected), [cars, connected]);
  const next = progress.next.find(({ vin }) => !skipped.has(vin)) ?? progress.next[0];
  const clear = async () => {
    await removeImported(null);
    setCleared(cars.map(({ line }) => line));
  };
  const restore = async () => {
    await restoreImported(cleared);
    setCleared([]);
  };
  const orReport = (work: () => Promise<void>) => () => {
    work().catch(() => report('unexpected'));
  };
  if (cars.length === 0) {
    return cleared.length === 0 ? null : (
      <div className={styles.bar}>
        <p role="status">
          {t('onboarding.list.cleared', {
            count: cleared.length,
            value: formatCount(cleared.length),
          })}
        </p>
        <Button data-testid="list-restore" onClick={orReport(restore)}>
          {t('onboarding.list.undo')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.bar} data-testid="list-bar">
      <p role="status">
        <strong>
          {t('onboarding.list.progress', {
            done: formatCount(progress.connected),
            total: formatCount(progress.total),
          })}
        </strong>{' '}
        {next
          ? t('onboarding.list.next', { name: carName(unpackCar(next.line)) })
          : t('onboarding.list.allDone')}
      </p>
      {next && (
        <>
          <Button
            look="primary"
            unavailable={status === 'running'}
            aria-haspopup="dialog"
            data-testid="connect-next"
            onClick={() => openConnect({ vehicle: { kind: 'vin', vin: next.vin } })}
          >
            {t('onboarding.list.connectNext')}
          </Button>
          <Button
            unavailable={progress.next.length < 2}
            data-testid="skip-next"
            onClick={() => {
              const all = new Set([...skipped, next.vin]);
              setSkipped(all.size < progress.next.length ? all : new Set([next.vin]));
            }}
          >
            {t('onboarding.list.skip')}
          </Button>
        </>
      )}
      <Button look="quiet" data-testid="list-clear" onClick={orReport(clear)}>
        {t('onboarding.list.clear')}
      </Button>
    </div>
  );
}
