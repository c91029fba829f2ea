import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { app } from 'electron';
import type { Bootstrap, Events } from '../../contract/api.ts';
import type { Application } from '../../contract/application.ts';
import type { EventName } from '../../contract/channels.ts';
import { PERMISSIONS } from '../../contract/permissions.ts';
import { type Connector, createConnector } from '../connect/connector.ts';
import { openConnectWindow } from '../connect/connectWindow.ts';
import { createAccessTokens } from '../exchange/accessTokens.ts';
import { createFleet, type Fleet } from '../fleet/fleet.ts';
import { openLocalCopy } from '../fleet/localCopy.ts';
import { createOsKeychain } from '../keychain/osKeychain.ts';
import { createVault, type Vault } from '../keychain/vault.ts';
import { applicationKey, type ConnectionRecord } from '../settings/schema.ts';
import { openSettings, type Settings } from '../settings/settings.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import { createAdoption, recoverConnections } from './adoption.ts';
import type { ApplicationAccess } from './applicationAccess.ts';
import { httpFetch } from './httpFetch.ts';
import type { Log } from './log.ts';
import { createSandboxProcess } from './sandboxProcess.ts';
import { createStatusBoard, type StatusBoard } from './status.ts';

/** A keychain may wait for a person who types its password. */
const KEYCHAIN_TIMEOUT_MS = 60_000;

/** How long quitting waits for tokens that are being stored. */
const CLOSE_LIMIT_MS = 10_000;

/** Keychains list entries under this name. */
const KEYCHAIN_SERVICE = 'Motorpool';

/** Make and model are what tells cars apart; everything else is welcome, not needed. */
const REQUESTED_PERMISSIONS = PERMISSIONS.map((permission) => ({
  permission,
  required: permission === 'read_vehicle_info',
}));

/** Everything that lives in the main process, wired together. */
export interface Services {
  readonly settings: Settings;
  readonly vault: Vault;
  readonly fleet: Fleet;
  readonly connector: Connector;
  readonly board: StatusBoard;
  bootstrap(): Bootstrap;
  /** What it takes to talk to Smartcar now; rejects where the sandbox does not start. */
  access(): Promise<ApplicationAccess>;
  useApplication(application: Application): void;
  /** Writes what is still to be written and ends the sandbox. */
  close(): Promise<void>;
}

export interface ServicesOptions {
  readonly userData: string;
  readonly sandboxEntry: string;
  readonly send: <N extends EventName>(event: N, payload: Events[N]) => void;
  readonly log: Log;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

export function createServices({ userData, sandboxEntry, send, log }: ServicesOptions): Services {
  const now = Date.now;

  const settings = openSettings(userData, now, (worked) => {
    if (!worked) board.notice({ kind: 'not_written' });
  });
  const vault = createVault({
    keychain: createOsKeychain({
      service: KEYCHAIN_SERVICE,
      platform: process.platform,
      loadKeytar: async () => (await import('keytar')).default,
      timeoutMs: KEYCHAIN_TIMEOUT_MS,
      randomName: randomUUID,
    }),
    expected: settings.expectedEntries,
    onStatus: () => board.announce(),
  });
  const board: StatusBoard = createStatusBoard({
    settings,
    keychain: vault.status,
    onChange: (status) => send('status.changed', status),
  });
  const sandbox = createSandboxProcess({
    entry: sandboxEntry,
    folder: join(userData, 'sandbox'),
    args: ['--seed', '1'],
  });
  const loadAccess = once(async () => {
    // OAuth and API are not needed to show what the local copy holds, so they do not slow the start.
    const { createApplicationAccess } = await import('./applicationAccess.ts');
    return createApplicationAccess({
      vault,
      sandbox,
      fetch: httpFetch,
      now,
      userAgent: `${app.getName()}/${app.getVersion()}`,
    });
  });

  async function access(): Promise<ApplicationAccess> {
    const application = settings.get('application');
    if (!application) throw new Error('No application is chosen');
    try {
      const accessOf = await loadAccess();
      const ready = await accessOf(application);
      board.withdraw('sandbox_failed');
      return ready;
    } catch (error) {
      log.error('sandbox.failed', error);
      board.notice({ kind: 'sandbox_failed' });
      throw new SmartcarError({ type: 'NETWORK' });
    }
  }

  const localCopy = openLocalCopy({
    file: join(userData, 'vehicles.json'),
    now,
    onWritten: (worked) => {
      if (worked) board.withdraw('not_written');
      else board.notice({ kind: 'not_written' });
    },
  });
  const tokens = createAccessTokens({
    vault,
    exchange: async (connectionId) => (await accessFor(connectionId)).exchange,
    now,
  });
  const connections = (): readonly ConnectionRecord[] => {
    const application = settings.get('application');
    if (!application) return [];
    const key = applicationKey(application);
    return settings.get('connections').filter((connection) => connection.application === key);
  };
  /** As `access`, but only for a connection of the application in use. */
  async function accessFor(connectionId: string): Promise<ApplicationAccess> {
    const isOfThisApplication = connections().some(({ id }) => id === connectionId);
    if (!isOfThisApplication) throw new SmartcarError({ type: 'NETWORK' });
    return access();
  }

  const fleet = createFleet({
    platform: async (connectionId) => (await accessFor(connectionId)).platform,
    authorization: (connectionId) => ({
      token: () => tokens.get(connectionId),
      renew: (rejected) => tokens.renew(connectionId, rejected),
    }),
    connections,
    dropConnection: async (connectionId) => {
      const rest = settings.get('connections').filter(({ id }) => id !== connectionId);
      settings.set('connections', rest);
      await tokens.forget(connectionId);
    },
    localCopy,
    now,
    onChange: (change) => send('fleet.changed', change),
  });

  const connector = createConnector({
    permissions: REQUESTED_PERMISSIONS,
    title: 'Connect a car',
    openWindow: openConnectWindow,
    adopt: createAdoption({ settings, tokens, fleet, now, newId: randomUUID }),
    now,
    random: randomBytes,
    onChange: (state) => send('connect.changed', state),
    log,
  });

  recoverConnections(settings, fleet);
  if (settings.isInMemory) board.notice({ kind: 'not_written' });
  if (settings.repair) board.notice({ kind: 'settings_set_aside', ...settings.repair });
  if (localCopy.repair) {
    board.notice({ kind: 'local_copy_set_aside', restored: false, ...localCopy.repair });
  }

  return {
    settings,
    vault,
    fleet,
    connector,
    board,
    bootstrap: () => ({
      status: board.current(),
      fleet: fleet.snapshot(),
      connect: connector.state(),
      version: app.getVersion(),
    }),
    access,
    useApplication(application) {
      // An attempt, and a code that could be tried again, belong to the application before.
      connector.cancel();
      connector.dismiss();
      const shownBefore = fleet.snapshot().vehicles.map(({ id }) => id);
      settings.set('application', application);
      fleet.showInstead(shownBefore);
      board.announce();
    },
    async close() {
      connector.cancel();
      // Tokens that Smartcar has just given would be lost with this process.
      const stored = Promise.all([connector.idle(), tokens.close()]);
      await Promise.race([stored, setTimeout(CLOSE_LIMIT_MS)]);
      await localCopy.flush();
      sandbox.stop();
    },
  };
}
