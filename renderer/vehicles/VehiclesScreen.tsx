import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Application } from '../../contract/application.ts';
import frame from '../frame/Frame.module.css';
import { useShell } from '../frame/shell.ts';
import { loadCities } from '../places/cityStore.ts';
import { useStatus } from '../state/cache.ts';
import { useFleetSummary, useVehicle } from '../state/fleet/hooks.ts';
import { Preloaded } from '../ui/Preloaded.tsx';
import { preloadable } from '../ui/preloadable.ts';
import { useIdlePreload } from '../ui/useIdlePreload.ts';
import { NoVehicles } from './NoVehicles.tsx';
import { type TableHandle, VehicleTable } from './VehicleTable.tsx';

const hiddenMap = preloadable(() => import('../privacy/HiddenMap.tsx'));
const vehicleMap = preloadable(() => {
  // Asked for by the map only once that is there, and larger than all the rest.
  void import('../map/gl/GlMap.tsx').catch(() => undefined);
  return import('../map/MapScreen.tsx');
});
const vehicleDetail = preloadable(() => import('./detail/VehicleDetail.tsx'));

/** Where the details lie over the table instead of beside it: see `VehicleDetail.module.css`. */
const NARROW = '(max-width: 840px)';

interface VehiclesScreenProps {
  readonly application: Application;
  /** What stands above the table: the Connect panel. */
  readonly children: ReactNode;
}

/** The table, or the map in its place, and beside it the details of one vehicle. */
export function VehiclesScreen({ application, children }: VehiclesScreenProps) {
  const { privacy } = useStatus();
  const { count, refreshing } = useFleetSummary();
  const { screen, openVehicleId, openVehicle } = useShell();
  const opened = useVehicle(openVehicleId);
  const table = useRef<TableHandle>(null);

  const isNarrow = useMediaQuery(NARROW, matchMedia(NARROW).matches);

  useIdlePreload(vehicleDetail.preload);
  useIdlePreload(loadCities);

  const isMap = screen === 'map' && count > 0;
  const wasMap = useRef(isMap);
  useEffect(() => {
    if (wasMap.current && !isMap) table.current?.focus();
    wasMap.current = isMap;
  }, [isMap]);

  // A car that was disconnected takes its details with it; the keyboard goes on in the table.
  const isGone = openVehicleId !== null && !opened;
  useEffect(() => {
    if (!isGone) return;
    openVehicle(null);
    if (document.activeElement === document.body) table.current?.focus();
  }, [isGone, openVehicle]);

  const isPreview = useRef(false);
  const open = useCallback(
    (id: string) => {
      isPreview.current = false;
      openVehicle(id);
    },
    [openVehicle],
  );
  const preview = useCallback(
    (id: string) => {
      // What is covered cannot keep the keyboard.
      isPreview.current = !isNarrow;
      openVehicle(id === openVehicleId ? null : id);
    },
    [openVehicle, openVehicleId, isNarrow],
  );

  const close = useCallback(() => {
    // What lay under the details takes the focus only once it is free again.
    flushSync(() => openVehicle(null));
    table.current?.focus();
  }, [openVehicle]);

  return (
    <div className={frame.body}>
      <main className={frame.main} inert={isNarrow && opened !== null}>
        {children}
        {count === 0 && <NoVehicles isSimulated={application.kind === 'simulated'} />}
        {isMap && privacy.hideDetails && <Preloaded of={hiddenMap} with={{ ref: table }} />}
        {isMap && !privacy.hideDetails && (
          <Preloaded
            of={vehicleMap}
            with={{ ref: table, openId: opened?.id ?? null, onOpen: open }}
          />
        )}
        {count > 0 && !isMap && (
          <VehicleTable ref={table} openId={opened?.id ?? null} onOpen={open} onPreview={preview} />
        )}
      </main>
      {opened && (
        <Preloaded
          of={vehicleDetail}
          with={{
            vehicle: opened,
            isRefreshing: refreshing.has(opened.id),
            isPreview,
            onClose: close,
            onStep: (by: 1 | -1) => {
              const next = table.current?.beside(opened.id, by);
              if (next) openVehicle(next);
            },
          }}
        />
      )}
    </div>
  );
}
