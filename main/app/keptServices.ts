import { type BaseWindow, nativeTheme } from 'electron';
import type { Events } from '../../contract/api.ts';
import type { EventName } from '../../contract/channels.ts';
import { createData, type Data } from '../data/data.ts';
import { startAnew } from '../data/startAnew.ts';
import type { OpenedLocalCopy } from '../fleet/localCopy/openLocalCopy.ts';
import { askWhereTo, askWhich } from '../windows/fileDialogs.ts';
import type { Services } from './services.ts';

export interface KeptServicesOptions {
  readonly services: Services;
  readonly localCopy: OpenedLocalCopy;
  /** The window that a file dialog belongs to. */
  readonly window: () => BaseWindow;
  readonly send: <N extends EventName>(event: N, payload: Events[N]) => void;
}

/** What looks after all that is kept on this computer. */
export interface KeptServices {
  readonly data: Data;
  /** Removes all of it; the app is then as on the first day. */
  startAnew(): Promise<boolean>;
}

export function createKeptServices(options: KeptServicesOptions): KeptServices {
  const { services, localCopy, window, send } = options;
  const { settings, vault, fleet, activity, board, connector, commands, tokens } = services;
  localCopy.onProgress((work) => send('data.progress', work));

  return {
    data: createData({
      localCopy,
      settings,
      fleet,
      activity,
      askWhereTo: (name) => askWhereTo(window(), 'everything', name),
      askWhich: () => askWhich(window(), 'everything'),
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
        async onForgotten() {
          await fleet.showOthers();
          board.announce();
        },
      });
    },
  };
}
