import { app, type BaseWindow, nativeTheme, powerMonitor } from 'electron';
import type { Events } from '../../contract/api.ts';
import type { EventName, RequestName } from '../../contract/channels.ts';
import { createData, type Data } from '../data/data.ts';
import { startAnew } from '../data/startAnew.ts';
import type { OpenedLocalCopy } from '../fleet/localCopy/openLocalCopy.ts';
import { createLock, type Lock } from '../lock/lock.ts';
import { isRefused } from '../lock/refused.ts';
import { createFileDialogs, type FileDialogs } from '../windows/fileDialogs.ts';
import { SYSTEM_CLOCK } from './fleetServices.ts';
import type { Services } from './services.ts';
import { removeSetAside } from './setAside.ts';

export interface KeptServicesOptions {
  readonly services: Services;
  readonly localCopy: OpenedLocalCopy;
  /** The window that a file dialog belongs to. */
  readonly window: () => BaseWindow;
  readonly onLock: (isLocked: boolean) => void;
  readonly send: <N extends EventName>(event: N, payload: Events[N]) => void;
}

/** What looks after all that is kept on this computer. */
export interface KeptServices {
  readonly data: Data;
  readonly lock: Lock;
  readonly dialogs: FileDialogs;
  /** Whether a page must not ask this now. */
  isRefused(name: RequestName): boolean;
  /** Removes all of it; the app is then as on the first day. */
  startAnew(): Promise<boolean>;
}

export function createKeptServices(options: KeptServicesOptions): KeptServices {
  const { services, localCopy, window, send } = options;
  const { settings, vault, fleet, activity, board, connector, commands, tokens } = services;
  let lockedAt = 0;
  const lock = createLock({
    settings,
    vault,
    clock: SYSTEM_CLOCK,
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    // Linux tells of no lock by itself, and when asked only on some desktops.
    isScreenLocked: () =>
      process.platform === 'linux' && powerMonitor.getSystemIdleState(1) === 'locked',
    onChange(isLocked) {
      lockedAt = Date.now();
      options.onLock(isLocked);
    },
  });
  powerMonitor.on('lock-screen', lock.screenLocked);
  powerMonitor.on('suspend', lock.screenLocked);
  lock.begin();
  const dialogs = createFileDialogs({ window, isLocked: lock.isLocked });
  localCopy.onProgress((work) => send('data.progress', work));

  return {
    lock,
    dialogs,
    isRefused: (name) => lock.isLocked() && isRefused(name, Date.now() - lockedAt),
    data: createData({
      localCopy,
      settings,
      fleet,
      activity,
      askWhereTo: (name) => dialogs.askWhereTo('everything', name),
      askWhich: () => dialogs.askWhich('everything'),
      onLists: services.imports.renew,
      onSettings(before) {
        nativeTheme.themeSource = settings.get('appearance').theme;
        fleet.scheduler.rebudget();
        board.announce();
        void services.alerts.resettle(before.alerts);
      },
    }),
    async startAnew() {
      connector.cancel();
      connector.dismiss();
      commands.cancelRest();
      for (const { id } of settings.get('connections')) await tokens.forget(id);
      return startAnew({
        settings,
        vault,
        localCopy,
        removeSetAside: () => removeSetAside(app.getPath('userData')),
        async onForgotten() {
          board.withdraw('settings_set_aside');
          board.withdraw('local_copy_set_aside');
          services.imports.renew();
          await fleet.showOthers();
          board.announce();
        },
      });
    },
  };
}
