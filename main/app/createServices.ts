import { userInfo } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { isBackendAt } from '../../contract/application.ts';
import { packVehicles } from '../../contract/packedVehicles.ts';
import type { KeychainStatus } from '../../contract/status.ts';
import { createActivity } from '../activity/activity.ts';
import { createRunNotes } from '../activity/runNotes.ts';
import { createAlerts } from '../alerts/alerts.ts';
import { createDateWatch } from '../diagnostics/dateWatch.ts';
import { createAccessTokens } from '../exchange/accessTokens.ts';
import { createOwnMaps } from '../ownMap/ownMap.ts';
import { budgetOf } from '../settings/profileSettings.ts';
import { applicationKey } from '../settings/schema.ts';
import { openSettings } from '../settings/settings.ts';
import { appearanceOn } from './appearance.ts';
import { createApplicationSetup } from './applicationSetup.ts';
import { createAskBackend } from './askBackend.ts';
import { createBootstrap, packed } from './bootstrap.ts';
import { createCheckApplication } from './checkApplication.ts';
import { createConnecting } from './connecting.ts';
import { createCurrentAccess } from './currentAccess.ts';
import { createDiagnostics } from './diagnostics.ts';
import { createFleetServices, SYSTEM_CLOCK } from './fleetServices.ts';
import { httpFetch } from './httpFetch.ts';
import { createLifecycle } from './lifecycle.ts';
import { loadAccess } from './loadAccess.ts';
import { openConnector } from './openConnector.ts';
import { openEligibility } from './openEligibility.ts';
import { openImports } from './openImports.ts';
import { openProfiles } from './openProfiles.ts';
import { openVault } from './openVault.ts';
import type { Profiles } from './profiles.ts';
import { redact } from './redact.ts';
import { createSandboxProcess } from './sandboxProcess.ts';
import type { Services, ServicesOptions } from './services.ts';
import { createStatusBoard, type StatusBoard } from './status.ts';
import { createUpkeep } from './upkeep.ts';
import { watchFiles } from './watchFiles.ts';

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
  const vault = openVault(settings.expectedEntries, settings.leftOverEntries, ({ state }) => {
    if (state === 'unavailable' && keychainState !== state) failed('failure.keychain');
    keychainState = state;
    board.announce();
  });
  const appearance = () => appearanceOn(options.region, settings.get('appearance'));
  const board: StatusBoard = createStatusBoard({
    settings,
    appearance,
    profiles: () => profiles.list(),
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
    isSmartcar: ({ origin }) => !isBackendAt(origin, settings.get('application')),
  });
  const access = createCurrentAccess({
    settings,
    board,
    log,
    use: (application) => profiles.update(application),
    load: loadAccess({
      vault,
      sandbox,
      origins: options.origins,
      fetch: dates.fetch,
      now,
      meter: (application) => meter.of(application),
    }),
  });

  const tokens = createAccessTokens({
    vault,
    exchange: access.exchangeOf,
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
    budgetOf: (application) => budgetOf(settings, application),
    hasSecret: () => profiles.hasSecret(),
    onNews: ({ changed, ...rest }) => {
      send('fleet.changed', { ...rest, changed: packVehicles(changed) });
      alerts.learn(changed, rest.removed);
      imports.learn(changed);
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
    hidesPlates: () => settings.get('privacy').hideDetails,
    clock: SYSTEM_CLOCK,
    desktop: options.desktop,
    onChange: (list) => send('alerts.changed', list),
  });

  const connector = openConnector({
    connectWindows: { ...options.connectWindows, appearance },
    settings,
    access,
    tokens,
    fleet,
    activity,
    log,
    onChange: (state) => send('connect.changed', state),
  });
  const imports = openImports({ localCopy, settings, fleet, activity, log });
  const eligibility = openEligibility({
    access: access.now,
    application: () => settings.get('application'),
    now,
    meter,
    onSpent: fleet.scheduler.rebudget,
  });
  const profiles: Profiles = openProfiles({
    ...{ settings, vault, localCopy, tokens, commands, connector, fleet, activity },
    announce: board.announce,
  });
  const setup = createApplicationSetup({
    vault,
    expectedEntries: settings.expectedEntries,
    askBackend: createAskBackend({ fetch: httpFetch, now }),
    use: profiles.keep,
    isNeeded: profiles.isNeeded,
  });

  const upkeep = createUpkeep({ profiles, tokens, localCopy, settings, now });

  const files = watchFiles({
    settings,
    localCopy,
    board,
    onRepair: () => void fleet.showOthers().then(fleet.begin),
  });

  return {
    settings,
    vault,
    tokens,
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
    checkApplication: createCheckApplication({
      ...{ origins: options.origins, fetch: dates.fetch, now },
      meter: meter.of,
      onSpent: fleet.scheduler.rebudget,
    }),
    board,
    appearance,
    activity,
    diagnostics: createDiagnostics({
      ...{ userData, localCopy, settings, now },
      logs: options.logs,
      origins: options.origins,
      keychain: vault.status,
      reach: fleet.reach,
      dates,
      isWritten: files.isWritten,
      connectionIds: () => access.connections().map(({ id }) => id),
      tokenAges: tokens.ages,
      queue: fleet.scheduler.state,
    }),
    ownMaps: createOwnMaps({
      ...{ settings, announce: board.announce, fetch: httpFetch },
      userAgent: `${app.getName()}/${app.getVersion()}`,
    }),
    bootstrap: createBootstrap({
      settings,
      board,
      fleet,
      commands,
      connector,
      alerts,
      files,
      meter,
    }),
    ...eligibility,
    imports,
    profiles,
    receiveLink(address) {
      // Anybody can make the system hand over a link; what it says is worth no line.
      if (!connector.receiveLink(address)) log('link.refused');
    },
    ...createLifecycle({
      ...{ files, fleet, upkeep, alerts, tokens },
      ...{ connector, commands, localCopy, sandbox },
    }),
  };
}
