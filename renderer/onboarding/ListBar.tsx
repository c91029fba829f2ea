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
import { removeImported } from './importedList.ts';
import type { ListedCar } from './listedCar.ts';

interface ListBarProps {
  readonly cars: readonly ListedCar[];
  readonly onCleared: () => void;
}

/** How far connecting the list is, the next car of it, and the way to clear it. */
export function ListBar({ cars, onCleared }: ListBarProps) {
  const { t } = useTranslation();
  const { openConnect, report } = useShell();
  const { status } = useConnect();
  const connected = useConnectedVins();
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const progress = useMemo(() => progressOf(cars, connected), [cars, connected]);
  const next = progress.next.find(({ vin }) => !skipped.has(vin)) ?? progress.next[0];
  const clear = () => {
    removeImported(null).then(onCleared, () => report('unexpected'));
  };
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
          ? t('onboarding.list.next', { name: carName(t, unpackCar(next.line)) })
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
      <Button look="quiet" data-testid="list-clear" onClick={clear}>
        {t('onboarding.list.clear')}
      </Button>
    </div>
  );
}
