import { app } from 'electron';
import { packVehicles } from '../../contract/packedVehicles.ts';
import type { FleetStart } from '../../contract/vehicles.ts';
import type { FleetOverview } from '../fleet/fleet.ts';
import type { BudgetMeter } from '../fleet/sync/callMeter.ts';
import type { Services } from './services.ts';
import type { FileWatch } from './watchFiles.ts';

export interface BootstrapOptions
  extends Pick<Services, 'settings' | 'board' | 'fleet' | 'commands' | 'connector' | 'alerts'> {
  readonly files: Pick<FileWatch, 'recovered'>;
  readonly meter: Pick<BudgetMeter, 'load'>;
}

/** Answers all that a page has to know before its first picture. */
export function createBootstrap(options: BootstrapOptions): Services['bootstrap'] {
  const { settings, board, fleet, commands, connector, alerts, files, meter } = options;
  return async () => {
    await files.recovered;
    // Without its bucket the queue would say that no call is left.
    const [overview] = await Promise.all([fleet.overview(), meter.load()]);
    return {
      status: board.current(),
      fleet: packed(overview),
      queue: fleet.scheduler.state(),
      commands: commands.current(),
      connect: connector.state(),
      alerts: alerts.list(),
      table: settings.get('table'),
      screen: settings.get('window').screen ?? 'vehicles',
      version: app.getVersion(),
    };
  };
}

/** The first vehicles as the page takes them. */
export function packed({ first, ...rest }: FleetOverview): FleetStart {
  return { ...rest, first: packVehicles(first) };
}
