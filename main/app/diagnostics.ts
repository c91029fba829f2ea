import { release } from 'node:os';
import { app, session } from 'electron';
import type { Application } from '../../contract/application.ts';
import type { Health } from '../../contract/health.ts';
import type { LogTail } from '../../contract/logLines.ts';
import { lookAtDisk } from '../diagnostics/disk.ts';
import { type HealthOptions, lookAtHealth } from '../diagnostics/health.ts';
import { readLogTail } from '../diagnostics/logTail.ts';
import { supportFile } from '../diagnostics/supportFile.ts';
import type { LocalCopy } from '../fleet/localCopy/localCopy.ts';
import type { VehicleRecord } from '../fleet/vehicleRecord.ts';
import type { Settings } from '../settings/settings.ts';
import type { Origins } from '../smartcar/origins.ts';

/** Where the simulated Smartcar is, whatever its port. */
const SIMULATED_ORIGIN = 'http://127.0.0.1';

/** Vehicles per question, when all of them are gone through. */
const PAGE = 1_000;

export interface DiagnosticsOptions
  extends Omit<HealthOptions, 'localCopy' | 'apiOrigin' | 'resolveProxy' | 'disk' | 'environment'> {
  readonly userData: string;
  readonly logs: string;
  readonly localCopy: LocalCopy;
  readonly settings: Settings;
  readonly origins: Origins;
}

/** How the app is, what its log says, and both in a file for support. */
export interface Diagnostics {
  health(): Promise<Health>;
  log(known: string | null): Promise<LogTail | null>;
  supportFile(): Promise<string>;
}

const SYSTEMS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'macOS',
  linux: 'Linux',
  win32: 'Windows',
};

/** What Motorpool runs on. */
function environment(): Health['environment'] {
  const name = SYSTEMS[process.platform] ?? process.platform;
  return {
    system: `${name} ${process.getSystemVersion()}`,
    arch: process.arch,
    electron: process.versions.electron ?? '',
  };
}

/** Everything of a vehicle that names it or somebody, and must not leave this computer. */
function namesOf({ id, vin, labels }: VehicleRecord): string[] {
  const { name, plate, driver, group, notes, tags } = labels;
  return [id, vin, name, plate, driver, group, notes, ...tags].filter((word) => word !== null);
}

function namesOfApplication(application: Application): string[] {
  if (application.kind === 'simulated') return [];
  const { clientId, redirectUris, exchange } = application;
  return [clientId, ...redirectUris, ...(exchange.kind === 'backend' ? [exchange.address] : [])];
}

/** What settings hold that names an application, an owner or somebody's wording. */
function settingsNames({ get }: Pick<Settings, 'get'>): string[] {
  const ofProfiles = get('profiles').flatMap(({ id, name, application }) => [
    id,
    ...(name === null ? [] : [name]),
    ...namesOfApplication(application),
  ]);
  const ofConnections = get('connections').flatMap(({ id, userId, externalId }) =>
    [id, userId, externalId].filter((word) => word !== null),
  );
  const ofPresets = get('presets').flatMap(({ id, name }) => [id, name]);
  return [
    ...ofProfiles,
    ...ofPresets,
    ...ofConnections,
    ...get('table').views.map(({ name }) => name),
  ];
}

export function createDiagnostics(options: DiagnosticsOptions): Diagnostics {
  const { userData, logs, localCopy, settings, origins } = options;

  function apiOrigin(): string | null {
    const application: Application | null = settings.get('application');
    if (application === null) return null;
    return application.kind === 'simulated' ? SIMULATED_ORIGIN : origins.api;
  }

  const health = () =>
    lookAtHealth({
      ...options,
      environment: environment(),
      apiOrigin,
      resolveProxy: (address) => session.defaultSession.resolveProxy(address),
      disk: () => lookAtDisk(userData),
    });

  /** The vehicles of all applications: any of them may have left its name in the log. */
  async function everyVehicle(): Promise<{ readonly count: number; readonly names: string[] }> {
    const ids = settings.get('connections').map(({ id }) => id);
    const names: string[] = [];
    let count = 0;
    let after: string | null = null;
    for (;;) {
      const page: readonly VehicleRecord[] = await localCopy.page(ids, after, PAGE);
      count += page.length;
      for (const record of page) names.push(...namesOf(record));
      after = page.at(-1)?.id ?? null;
      if (page.length < PAGE) return { count, names };
    }
  }

  return {
    health,
    log: (known) => readLogTail(logs, known),
    async supportFile() {
      const [now, tail, vehicles, imported] = await Promise.all([
        health(),
        readLogTail(logs, null),
        everyVehicle(),
        localCopy.importedNames(),
      ]);
      const { electron = '', chrome = '', node = '' } = process.versions;
      return supportFile({
        version: app.getVersion(),
        system: { platform: process.platform, release: release(), arch: process.arch },
        runtime: { electron, chrome, node },
        settings: {
          application: settings.get('application'),
          transport: settings.get('transport'),
          budget: settings.get('budget'),
          connectOptions: settings.get('connectOptions'),
          table: settings.get('table'),
          connections: settings.get('connections'),
        },
        health: now,
        log: tail?.lines ?? [],
        vehicles: vehicles.count,
        hidden: [...vehicles.names, ...imported, ...settingsNames(settings)],
      });
    },
  };
}
