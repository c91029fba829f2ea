import { useSyncExternalStore } from 'react';
import { connectedVins } from '../../state/fleet/hooks.ts';
import { importedCars } from '../importedList.ts';
import { createImportSession } from './importSession.ts';
import type { ImportState } from './importState.ts';
import { startImport } from './importThread.ts';

async function vinsNow(application: string) {
  const listed = await importedCars(application);
  return { connected: connectedVins(), known: listed.map(({ vin }) => vin) };
}

/** The one import of the window. */
export const session = createImportSession({
  startThread: startImport,
  vins: vinsNow,
  askModels: (request) => window.motorpool['eligibility.models'](request),
  askCars: (request) => window.motorpool['eligibility.check'](request),
  add: (text) => window.motorpool['imports.add']({ text }),
  now: () => new Date(),
});

/** Where the import is. */
export function useImport(): ImportState {
  return useSyncExternalStore(session.subscribe, session.state);
}
