import { randomBytes, randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { app } from 'electron';
import type { Events } from '../../contract/api.ts';
import type { AppearanceState } from '../../contract/appearance.ts';
import type { Application } from '../../contract/application.ts';
import type { EventName } from '../../contract/channels.ts';
import type { EligibilityAnswer, EligibilityRequest } from '../../contract/eligibility.ts';
import { packVehicles } from '../../contract/packedVehicles.ts';
import type { Bootstrap } from '../../contract/responses.ts';
import type { KeychainStatus } from '../../contract/status.ts';
import type { FleetStart } from '../../contract/vehicles.ts';
import { type Activity, createActivity } from '../activity/activity.ts';
import { connectHappenings } from '../activity/happenings.ts';
import { createRunNotes } from '../activity/runNotes.ts';
import { type AlertDesktop, type Alerts, createAlerts } from '../alerts/alerts.ts';
import { type Connector, createConnector } from '../connect/connector.ts';
import type { ConnectWindowOptions } from '../connect/embedded/connectWindow.ts';
import { createDateWatch } from '../diagnostics/dateWatch.ts';
import { createAccessTokens } from '../exchange/accessTokens.ts';
import type { Commands } from '../fleet/commands/commands.ts';
import type { Fleet, FleetOverview } from '../fleet/fleet.ts';
import type { OpenedLocalCopy } from '../fleet/localCopy/openLocalCopy.ts';
import { createOsKeychain } from '../keychain/osKeychain.ts';
import { createVault, type Vault } from '../keychain/vault.ts';
import { applicationKey } from '../settings/schema.ts';
import { openSettings, type Settings } from '../settings/settings.ts';
import type { Origins } from '../smartcar/origins.ts';
import { createAfterConnect } from './afterConnect.ts';
import { appearanceOn, type SystemRegion } from './appearance.ts';
import { type ApplicationSetup, createApplicationSetup } from './applicationSetup.ts';
import { createAskBackend } from './askBackend.ts';
import { type Connecting, createConnecting } from './connecting.ts';
import { createCurrentAccess } from './currentAccess.ts';
import { createDiagnostics, type Diagnostics } from './diagnostics.ts';
import { createFleetServices, SYSTEM_CLOCK } from './fleetServices.ts';
import { httpFetch } from './httpFetch.ts';
import type { Log } from './log.ts';
import { once } from './once.ts';
import { recoverConnections } from './recovery.ts';
import { redact } from './redact.ts';
import { createSandboxProcess } from './sandboxProcess.ts';
import { createStatusBoard, type StatusBoard } from './status.ts';
import { createTransports } from './transports.ts';

/** A keychain may wait for a person who types its password. */
const KEYCHAIN_TIMEOUT_MS = 60_000;

/** How long quitting waits for tokens that are being stored. */
const CLOSE_LIMIT_MS = 10_000;

/** Keychains list entries under this name. */
const KEYCHAIN_SERVICE = 'Motorpool';

/** How often it is looked whether a sign-in would end for want of use, and history be thinned. */
const DAY_MS = 24 * 60 * 60_000;

/** Everything that lives in the main process, wired together. */
export interface Services {
  readonly settings: Settings;
  readonly vault: Vault;
  readonly fleet: Fleet;
  readonly commands: Commands;
  readonly alerts: Alerts;
  readonly connector: Connector;
  readonly connecting: Connecting;
  readonly setup: ApplicationSetup;
  readonly board: StatusBoard;
  appearance(): AppearanceState;
  readonly activity: Activity;
  readonly diagnostics: Diagnostics;
  bootstrap(): Promise<Bootstrap>;
  checkEligibility(request: EligibilityRequest): Promise<EligibilityAnswer>;
  /** `byPerson` is false where a backend has changed what it says. */
  useApplication(application: Application, byPerson: boolean): void;
  /** Takes up the queue of reads, and from then on keeps sign-ins alive that nobody uses. */
  begin(): Promise<void>;
  /** The computer woke up: calls that hung through its sleep are given up. */
  wake(): void;
  /** Takes a link that the system handed over. */
  receiveLink(address: string): void;
  /** Writes what is still to be written and ends the sandbox. */
  close(): Promise<void>;
}

export interface ServicesOptions {
  readonly userData: string;
  readonly sandboxEntry: string;
  /** The folder of the log. */
  readonly logs: string;
  readonly localCopy: OpenedLocalCopy;
  /** Where an own application's Smartcar is. */
  readonly origins: Origins;
  readonly region: SystemRegion;
  readonly connectWindows: Omit<ConnectWindowOptions, 'appearance'>;
  /** What the system shows of alerts. */
  readonly desktop: AlertDesktop;
  readonly send: <N extends EventName>(event: N, payload: Events[N]) => void;
  readonly log: Log;
}

export function createServices(options: ServicesOptions): Services {
  const { userData, localCopy, send, log } = options;
  const now = Date.now;
  const activity = createActivity({
    localCopy,
    now,
    userName: userInfo().username,
    redact,
    onChange: () => send('activity.changed', null),
    onError: (error) => log.error('activity.failed', error),
  });
  const failed = (event: string) =>
    void activity.note({ kind: 'failure', event, result: 'failed', byPerson: false });
  const noteRun = createRunNotes(activity);

  const settings = openSettings(userData, now, (worked) => {
    if (!worked) board.notice({ kind: 'not_written' });
  });
  let keychainState: KeychainStatus['state'] = 'untouched';
  const vault = createVault({
    keychain: createOsKeychain({
      service: KEYCHAIN_SERVICE,
      platform: process.platform,
      loadKeytar: async () => (await import('keytar')).default,
      timeoutMs: KEYCHAIN_TIMEOUT_MS,
      randomName: randomUUID,
    }),
    expected: settings.expectedEntries,
    onStatus: ({ state }) => {
      if (state === 'unavailable' && keychainState !== state) failed('failure.keychain');
      keychainState = state;
      board.announce();
    },
  });
  const appearance = () => appearanceOn(options.region, settings.get('appearance'));
  const board: StatusBoard = createStatusBoard({
    settings,
    appearance,
    keychain: vault.status,
    onChange: (status) => send('status.changed', status),
    onNotice: (kind) => failed(`failure.${kind}`),
  });
  const sandbox = createSandboxProcess({
    entry: options.sandboxEntry,
    folder: join(userData, 'sandbox'),
    args: ['--seed', '1'],
  });
  const dates = createDateWatch({
    fetch: httpFetch,
    now,
    isSmartcar({ origin }) {
      const application = settings.get('application');
      if (application?.kind !== 'own' || application.exchange.kind !== 'backend') return true;
      return new URL(application.exchange.address).origin !== origin;
    },
  });
  const access = createCurrentAccess({
    settings,
    board,
    log,
    use: (application) => useApplication(application, false),
    load: once(async () => {
      // OAuth and API are not needed to show what the local copy holds, so they do not slow the start.
      const { createApplicationAccess } = await import('./applicationAccess.ts');
      return createApplicationAccess({
        vault,
        sandbox,
        origins: options.origins,
        fetch: dates.fetch,
        now,
        userAgent: `${app.getName()}/${app.getVersion()}`,
        meter,
      });
    }),
  });

  const tokens = createAccessTokens({
    vault,
    exchange: async (connectionId) => (await access.ofConnection(connectionId)).exchange,
    now,
    random: Math.random,
  });
  const { fleet, meter, commands } = createFleetServices({
    platform: async (connectionId) => (await access.ofConnection(connectionId)).platform,
    authorization: (connectionId) => ({
      token: () => tokens.get(connectionId),
      renew: (rejected) => tokens.renew(connectionId, rejected),
    }),
    connections: access.connections,
    dropConnection: async (connectionId) => {
      const rest = settings.get('connections').filter(({ id }) => id !== connectionId);
      settings.set('connections', rest);
      await tokens.forget(connectionId);
    },
    localCopy,
    application: () => {
      const application = settings.get('application');
      return application && applicationKey(application);
    },
    budget: () => settings.get('budget'),
    onNews: ({ changed, ...rest }) => {
      send('fleet.changed', { ...rest, changed: packVehicles(changed) });
      alerts.learn(changed, rest.removed);
    },
    onReset: (overview) => {
      send('fleet.reset', packed(overview));
      void alerts.begin();
    },
    onQueue: (state) => send('queue.changed', state),
    onCommands(run) {
      send('commands.changed', run);
      if (run) noteRun(run);
    },
  });

  const alerts = createAlerts({
    localCopy,
    connectionIds: () => access.connections().map(({ id }) => id),
    settings: () => settings.get('alerts'),
    clock: SYSTEM_CLOCK,
    desktop: options.desktop,
    onChange: (list) => send('alerts.changed', list),
  });

  const connector = createConnector({
    prepare: createTransports({ ...options.connectWindows, appearance }),
    after: createAfterConnect({
      settings,
      tokens,
      fleet,
      now,
      newId: randomUUID,
      platform: async (application) => (await access.ofApplication(application)).platform,
    }),
    now,
    random: randomBytes,
    onChange(state) {
      send('connect.changed', state);
      if (state.status !== 'finished') return;
      for (const happening of connectHappenings(state)) void activity.note(happening);
    },
    log,
  });
  const loadEligibility = once(async () => {
    const { createEligibility } = await import('../eligibility/eligibility.ts');
    return createEligibility({
      exchange: async () => (await access.now()).exchange,
      application: () => settings.get('application'),
      now,
    });
  });
  const setup = createApplicationSetup({
    vault,
    expectedEntries: settings.expectedEntries,
    askBackend: createAskBackend({ fetch: httpFetch, now }),
    use: (application) => useApplication(application, true),
  });

  function useApplication(application: Application, byPerson: boolean): void {
    // An attempt, and what waits for a decision after it, belong to the application before. Where only
    // a secret was corrected, a code whose exchange failed for it can be tried again.
    if (!isDeepStrictEqual(application, settings.get('application'))) {
      connector.cancel();
      connector.dismiss();
    }
    settings.set('application', application);
    const event = `application.${application.kind}`;
    void activity.note({ kind: 'application', event, byPerson });
    board.announce();
    void fleet.showOthers().then(fleet.begin);
  }

  const keepAlive = () => void tokens.keepAlive(access.connections().map(({ id }) => id));
  const onceADay = () => {
    keepAlive();
    void localCopy.thin(now());
  };
  let keepingAlive: NodeJS.Timeout | undefined;

  let isWritten = true;
  const recovered = localCopy.opened.then(async ({ repair }) => {
    if (repair) board.notice({ kind: 'local_copy_set_aside', restored: false, ...repair });
    await recoverConnections(settings, localCopy);
  });
  localCopy.onWritten((worked) => {
    isWritten = worked;
    if (worked) board.withdraw('not_written');
    else board.notice({ kind: 'not_written' });
  });
  localCopy.onRepair((repair) => {
    board.notice({ kind: 'local_copy_set_aside', restored: false, ...repair });
    void fleet.showOthers().then(fleet.begin);
  });
  if (settings.isInMemory) board.notice({ kind: 'not_written' });
  if (settings.repair) board.notice({ kind: 'settings_set_aside', ...settings.repair });

  return {
    settings,
    vault,
    fleet,
    commands,
    alerts,
    connector,
    connecting: createConnecting({
      settings,
      fleet,
      connector,
      access: access.upToDate,
      announce: board.announce,
    }),
    setup,
    board,
    appearance,
    activity,
    diagnostics: createDiagnostics({
      userData,
      logs: options.logs,
      localCopy,
      settings,
      origins: options.origins,
      now,
      keychain: vault.status,
      reach: fleet.reach,
      dates,
      isWritten: () => isWritten,
      connectionIds: () => access.connections().map(({ id }) => id),
      tokenAges: tokens.ages,
      queue: fleet.scheduler.state,
    }),
    async bootstrap() {
      await recovered;
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
        version: app.getVersion(),
      };
    },
    checkEligibility: async (request) => (await loadEligibility()).check(request),
    useApplication,
    async begin() {
      keepingAlive ??= setInterval(onceADay, DAY_MS);
      await recovered;
      await fleet.begin();
      onceADay();
      await alerts.begin();
    },
    wake() {
      tokens.wake();
      fleet.scheduler.wake();
      alerts.wake();
      keepAlive();
    },
    receiveLink(address) {
      // Anybody can make the system hand over a link; what it says is worth no line.
      if (!connector.receiveLink(address)) log('link.refused');
    },
    async close() {
      clearInterval(keepingAlive);
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

function packed({ first, ...rest }: FleetOverview): FleetStart {
  return { ...rest, first: packVehicles(first) };
}
