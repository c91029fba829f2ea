import type { Vehicle } from '../../contract/vehicles.ts';
import type { Activity } from '../activity/activity.ts';
import { labelHappening } from '../activity/happenings.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { LocalCopy } from '../fleet/localCopy/localCopy.ts';
import { createImports, type Imports } from '../imports/imports.ts';
import { applicationKey } from '../settings/schema.ts';
import type { Settings } from '../settings/settings.ts';
import type { Log } from './log.ts';

export interface OpenImportsOptions {
  readonly localCopy: LocalCopy;
  readonly settings: Pick<Settings, 'get'>;
  readonly fleet: Pick<Fleet, 'label'>;
  readonly activity: Activity;
  readonly log: Log;
}

/** The imported list; `learn` may be called by those who do not wait for it. */
export interface OpenedImports extends Omit<Imports, 'learn'> {
  learn(changed: readonly Vehicle[]): void;
}

/** The imported list of the application in use, with what the labels of a vehicle pass through. */
export function openImports(options: OpenImportsOptions): OpenedImports {
  const { localCopy, settings, fleet, activity, log } = options;
  const imports = createImports({
    localCopy,
    application: () => {
      const application = settings.get('application');
      return application && applicationKey(application);
    },
    applicationOf(profileId) {
      const found = settings.get('profiles').find(({ id }) => id === profileId);
      return found ? applicationKey(found.application) : null;
    },
    async label(vehicleId, change) {
      await fleet.label([vehicleId], change);
      void activity.note({ ...labelHappening([vehicleId], change), byPerson: false });
    },
  });
  return {
    ...imports,
    learn: (changed) =>
      void imports.learn(changed).catch((error: unknown) => log.error('imports.failed', error)),
  };
}
