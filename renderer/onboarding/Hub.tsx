import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShell } from '../frame/shell.ts';
import { useStatus } from '../state/cache.ts';
import { useFleetSummary } from '../state/fleet/hooks.ts';
import { usePlainKey } from '../ui/usePlainKey.ts';
import { Board } from './Board.tsx';
import { DataAsked } from './DataAsked.tsx';
import { Doors } from './Doors.tsx';
import styles from './Hub.module.css';
import { useImportedList } from './importedList.ts';
import { ListBar } from './ListBar.tsx';
import type { ListedCar } from './listedCar.ts';
import { UndoBar } from './UndoBar.tsx';

const NOTHING: readonly ListedCar[] = [];

/** The doors first; below them, once anything exists, where every car is on its way. */
export function Hub() {
  const { t } = useTranslation();
  const { openConnect, show } = useShell();
  const { count } = useFleetSummary();
  const { cars, isLoaded } = useImportedList();
  // Drawing thousands of cars may be interrupted by keys; the doors do not wait for them.
  const listed = useDeferredValue<readonly ListedCar[] | null>(cars, null);
  const { profile } = useStatus();
  // What can be taken back is one profile's, and not the next one's.
  const [taken, setTaken] = useState({ profile, cars: NOTHING });
  const take = (gone: readonly ListedCar[]) => setTaken({ profile, cars: gone });
  const heading = useRef<HTMLHeadingElement>(null);
  const connect = () => openConnect();
  const importList = () => show('vinImport');
  usePlainKey('c', connect);
  usePlainKey('v', importList);
  useEffect(() => heading.current?.focus(), []);
  const isEmpty = isLoaded && count === 0 && cars.length === 0;
  return (
    <section className={styles.hub} aria-labelledby="hub-title" data-testid="onboarding-screen">
      <div className={styles.head}>
        <h1 id="hub-title" ref={heading} tabIndex={-1} className={styles.title}>
          {t('onboarding.title')}
        </h1>
      </div>
      <Doors onConnect={connect} onImport={importList} />
      {isEmpty && <p className={styles.quiet}>{t('onboarding.nothing')}</p>}
      <UndoBar
        taken={taken.profile === profile ? taken.cars : NOTHING}
        onRestored={() => take(NOTHING)}
      />
      {listed && listed.length > 0 && <ListBar cars={listed} onCleared={() => take(listed)} />}
      {listed && isLoaded && !isEmpty && <Board cars={listed} onRemoved={(car) => take([car])} />}
      <DataAsked isOpen={isEmpty} />
    </section>
  );
}
