import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import type { Application } from '../../contract/application.ts';
import frame from '../frame/Frame.module.css';
import { useShell } from '../frame/shell.ts';
import { useFleet } from '../state/cache.ts';
import { Preloaded } from '../ui/Preloaded.tsx';
import { preloadable } from '../ui/preloadable.ts';
import { useIdlePreload } from '../ui/useIdlePreload.ts';
import { NoVehicles } from './NoVehicles.tsx';
import { VehicleTable } from './VehicleTable.tsx';

const vehicleDetail = preloadable(() => import('./detail/VehicleDetail.tsx'));

interface VehiclesScreenProps {
  readonly application: Application;
  /** What stands above the table: the Connect panel. */
  readonly children: ReactNode;
}

/** The table and, beside it, the details of one vehicle. */
export function VehiclesScreen({ application, children }: VehiclesScreenProps) {
  const fleet = useFleet();
  const { openVehicleId, openVehicle } = useShell();
  const table = useRef<HTMLTableElement>(null);
  const isEmpty = fleet.vehicles.length === 0;
  const opened = fleet.vehicles.find(({ id }) => id === openVehicleId);

  useIdlePreload(vehicleDetail.preload);

  // A car that was disconnected takes its details with it; the keyboard goes on in the table.
  const isGone = openVehicleId !== null && !opened;
  useEffect(() => {
    if (!isGone) return;
    openVehicle(null);
    if (document.activeElement === document.body) {
      table.current?.querySelector<HTMLElement>('tbody [tabindex="0"]')?.focus();
    }
  }, [isGone, openVehicle]);

  const close = useCallback(() => {
    openVehicle(null);
    table.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, [openVehicle]);

  return (
    <div className={frame.body}>
      <main className={frame.main}>
        {children}
        {isEmpty ? (
          <NoVehicles isSimulated={application.kind === 'simulated'} />
        ) : (
          <VehicleTable
            ref={table}
            fleet={fleet}
            openId={opened?.id ?? null}
            onOpen={openVehicle}
          />
        )}
      </main>
      {opened && (
        <Preloaded
          key={opened.id}
          of={vehicleDetail}
          with={{
            vehicle: opened,
            isRefreshing: fleet.refreshing.includes(opened.id),
            onClose: close,
          }}
        />
      )}
    </div>
  );
}
