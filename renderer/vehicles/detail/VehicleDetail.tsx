import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { useRefresh } from '../../frame/actions.ts';
import { useVehicle } from '../../state/fleet/hooks.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Preloaded } from '../../ui/Preloaded.tsx';
import { preloadable } from '../../ui/preloadable.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { useEscape } from '../../ui/useEscape.ts';
import { useIdlePreload } from '../../ui/useIdlePreload.ts';
import { displayName, fullName } from '../vehicleName.ts';
import { AccessTab } from './AccessTab.tsx';
import { DetailActions } from './DetailActions.tsx';
import { besideTab, DETAIL_TABS, type DetailTab } from './detailTabs.ts';
import { LogTab } from './LogTab.tsx';
import { NowTab } from './NowTab.tsx';
import { StatusSentence } from './StatusSentence.tsx';
import { useDetailKeys } from './useDetailKeys.ts';
import styles from './VehicleDetail.module.css';

const trendsTab = preloadable(() => import('../trends/TrendsTab.tsx'));
const placeTab = preloadable(() => import('./PlaceTab.tsx'));
const notesTab = preloadable(() => import('./NotesTab.tsx'));

interface VehicleDetailProps {
  /** What the table knows of it; the rest is fetched. */
  readonly vehicle: Vehicle;
  readonly isRefreshing: boolean;
  /** Whether the keyboard stays in the table when the details appear. */
  readonly isPreview: RefObject<boolean>;
  readonly onClose: () => void;
  /** Goes to the next (1) or previous (-1) vehicle of those that are shown. */
  readonly onStep: (by: 1 | -1) => void;
}

/** Everything known about one car, and why something is missing. */
export default function VehicleDetail(props: VehicleDetailProps) {
  const { vehicle: row, isRefreshing, isPreview, onClose, onStep } = props;
  const { t } = useTranslation();
  const vehicle = useVehicle(row.id) ?? row;
  const [tab, setTab] = useState<DetailTab>('now');
  const refresh = useRefresh();
  const pane = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const name = displayName(vehicle) ?? t('vehicles.unnamed');
  const car = vehicle.labels.name === null ? null : fullName(vehicle);
  const isReading = isRefreshing || refresh.isPending;
  const read = () => {
    if (!isReading) refresh.mutate([vehicle.id]);
  };
  useEscape(onClose);
  useIdlePreload(notesTab.preload);
  useIdlePreload(trendsTab.preload);
  useIdlePreload(placeTab.preload);
  useDetailKeys(pane, (key) => {
    if (key.kind === 'tab') setTab((before) => besideTab(before, key.by));
    else if (key.kind === 'vehicle') onStep(key.by);
    else read();
  });

  // The keyboard follows into the details; a click leaves it on the row, so that arrows go on there.
  useEffect(() => {
    if (isPreview.current) return;
    const { activeElement } = document;
    const isClicked = activeElement?.matches('[data-row] > :not(:focus-visible)');
    if (!isClicked || activeElement?.closest('[inert]')) heading.current?.focus();
  }, [isPreview]);

  return (
    <aside
      ref={pane}
      className={styles.pane}
      aria-label={t('detail.label', { name })}
      data-testid="vehicle-detail"
      data-vehicle-id={vehicle.id}
    >
      <header className={styles.header}>
        <div className={styles.names}>
          <h2 ref={heading} tabIndex={-1} className={styles.heading}>
            {name}
          </h2>
          {car !== null && <p className={styles.car}>{car}</p>}
        </div>
        <IconButton
          icon={IconX}
          label={t('detail.close')}
          title={t('frame.withKey', { label: t('detail.close'), key: 'Esc' })}
          onClick={onClose}
        />
      </header>
      <div className={styles.top}>
        <StatusSentence vehicle={vehicle} />
        <DetailActions vehicle={vehicle} isReading={isReading} onRefresh={read} />
      </div>
      <Tabs
        label={t('detail.tabs.label')}
        tabs={DETAIL_TABS.map((value) => ({ value, label: t(`detail.tabs.${value}`) }))}
        value={tab}
        testIdPrefix="detail-tab"
        onChoose={setTab}
      >
        {tab === 'now' && <NowTab vehicle={vehicle} isRefreshing={isRefreshing} />}
        {tab === 'trends' && <Preloaded of={trendsTab} with={{ vehicle, isRefreshing }} />}
        {tab === 'access' && <AccessTab vehicle={vehicle} />}
        {tab === 'place' && <Preloaded of={placeTab} with={{ vehicle, isRefreshing }} />}
        {tab === 'log' && <LogTab vehicle={vehicle} />}
        {tab === 'notes' && <Preloaded key={vehicle.id} of={notesTab} with={{ vehicle }} />}
      </Tabs>
    </aside>
  );
}
