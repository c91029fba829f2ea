import { setTimeout } from 'node:timers/promises';
import type { Alerts } from '../alerts/alerts.ts';
import type { Connector } from '../connect/connector.ts';
import type { AccessTokens } from '../exchange/accessTokens.ts';
import type { Commands } from '../fleet/commands/commands.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { OpenedLocalCopy } from '../fleet/localCopy/openLocalCopy.ts';
import type { SandboxProcess } from './sandboxProcess.ts';
import type { Services } from './services.ts';
import type { Upkeep } from './upkeep.ts';
import type { FileWatch } from './watchFiles.ts';

/** How long quitting waits for tokens that are being stored. */
const CLOSE_LIMIT_MS = 10_000;

export interface LifecycleOptions {
  readonly files: Pick<FileWatch, 'recovered'>;
  readonly fleet: Pick<Fleet, 'begin' | 'close' | 'scheduler'>;
  readonly upkeep: Upkeep;
  readonly alerts: Pick<Alerts, 'begin' | 'wake' | 'close'>;
  readonly tokens: Pick<AccessTokens, 'wake' | 'close'>;
  readonly connector: Pick<Connector, 'cancel' | 'dismiss' | 'idle'>;
  readonly commands: Pick<Commands, 'close'>;
  readonly localCopy: Pick<OpenedLocalCopy, 'close'>;
  readonly sandbox: Pick<SandboxProcess, 'stop'>;
}

/** The order in which what runs by itself is begun, woken and ended. */
export function createLifecycle({
  files,
  fleet,
  upkeep,
  alerts,
  tokens,
  connector,
  commands,
  localCopy,
  sandbox,
}: LifecycleOptions): Pick<Services, 'begin' | 'wake' | 'close'> {
  return {
    async begin() {
      await files.recovered;
      await fleet.begin();
      upkeep.begin();
      await alerts.begin();
    },
    wake() {
      tokens.wake();
      fleet.scheduler.wake();
      alerts.wake();
      upkeep.keepAlive();
    },
    async close() {
      upkeep.stop();
      connector.cancel();
      connector.dismiss();
      // Tokens that Smartcar has just given would be lost with this process.
      const stored = Promise.all([connector.idle(), tokens.close()]);
      await Promise.race([stored, setTimeout(CLOSE_LIMIT_MS)]);
      commands.close();
      alerts.close();
      await fleet.close();
      await localCopy.close();
      sandbox.stop();
    },
  };
}
