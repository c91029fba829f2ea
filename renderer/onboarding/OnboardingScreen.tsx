import { useEffect, useState } from 'react';
import { useShell } from '../frame/shell.ts';
import { useEscape } from '../ui/useEscape.ts';
import { Hub } from './Hub.tsx';
import { ImportScreen } from './import/ImportScreen.tsx';

/** The ways by which cars come into the fleet, and how far each has come. */
export default function OnboardingScreen({ isImport }: { readonly isImport: boolean }) {
  const { show, openVehicleId } = useShell();
  useEscape(() => show(isImport ? 'onboarding' : 'vehicles'));
  const [openBefore] = useState(openVehicleId);
  // Details stand beside the table, so whoever opens a vehicle from here goes there.
  useEffect(() => {
    if (openVehicleId !== null && openVehicleId !== openBefore) show('vehicles');
  }, [openVehicleId, openBefore, show]);
  return isImport ? <ImportScreen /> : <Hub />;
}
