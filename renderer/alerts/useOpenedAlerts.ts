import { useEffect } from 'react';
import type { Shell } from '../frame/shell.ts';

/** Shows the vehicles of a notification that somebody pressed: one by its details, several as a list. */
export function useOpenedAlerts({ show, closeLayers, openVehicle, openAlerts }: Shell): void {
  useEffect(
    () =>
      window.motorpool.subscribe('alerts.show', ({ vehicleIds }) => {
        const [first, second] = vehicleIds;
        if (first === undefined) return;
        show('vehicles');
        if (second !== undefined) {
          openAlerts(vehicleIds);
          return;
        }
        closeLayers();
        openVehicle(first);
        void window.motorpool['alerts.see']({ vehicleIds: [first] });
      }),
    [show, closeLayers, openVehicle, openAlerts],
  );
}
