import { useSyncExternalStore } from 'react';
import { followStatus } from '../../state/cache.ts';
import { connectedVins } from '../../state/fleet/hooks.ts';
import { importedCars, keyOfApplication } from '../importedList.ts';
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
  add: (profileId, text) => window.motorpool['imports.add']({ profileId, text }),
  now: () => new Date(),
});

// It goes on while other screens are looked at, so that no screen can tell it of a switch.
followStatus(({ application, profile }) =>
  session.belongTo(profile ?? '', keyOfApplication(application)),
);

/** Where the import is. */
export function useImport(): ImportState {
  return useSyncExternalStore(session.subscribe, session.state);
}
