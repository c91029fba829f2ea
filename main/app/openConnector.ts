import { randomBytes, randomUUID } from 'node:crypto';
import type { ConnectState } from '../../contract/connect.ts';
import type { Activity } from '../activity/activity.ts';
import { connectHappenings } from '../activity/happenings.ts';
import { type Connector, createConnector } from '../connect/connector.ts';
import type { ConnectWindowOptions } from '../connect/embedded/connectWindow.ts';
import type { AccessTokens } from '../exchange/accessTokens.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Settings } from '../settings/settings.ts';
import { createAfterConnect } from './afterConnect.ts';
import type { CurrentAccess } from './currentAccess.ts';
import type { Log } from './log.ts';
import { createTransports } from './transports.ts';

export interface OpenConnectorOptions {
  readonly connectWindows: ConnectWindowOptions;
  readonly settings: Settings;
  readonly access: CurrentAccess;
  readonly tokens: AccessTokens;
  readonly fleet: Fleet;
  readonly activity: Activity;
  readonly log: Log;
  readonly onChange: (state: ConnectState) => void;
}

/** What runs Connect attempts of the application in use and keeps what comes of them. */
export function openConnector(options: OpenConnectorOptions): Connector {
  const { settings, access, tokens, fleet, activity, log } = options;
  return createConnector({
    prepare: createTransports(options.connectWindows),
    after: createAfterConnect({
      settings,
      tokens,
      fleet,
      now: Date.now,
      newId: randomUUID,
      platform: async (application) => (await access.ofApplication(application)).platform,
    }),
    now: Date.now,
    random: randomBytes,
    onChange(state) {
      options.onChange(state);
      if (state.status !== 'finished') return;
      for (const happening of connectHappenings(state)) void activity.note(happening);
    },
    log,
  });
}
