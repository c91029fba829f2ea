import { isDeepStrictEqual } from 'node:util';
import type { Application } from '../../contract/application.ts';
import { ExchangeError, type TokenExchange } from '../exchange/tokenExchange.ts';
import { applicationKey, type ConnectionRecord } from '../settings/schema.ts';
import type { Settings } from '../settings/settings.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import type { ApplicationAccess } from './applicationAccess.ts';
import { backendApplication } from './applicationSetup.ts';
import type { Log } from './log.ts';
import type { StatusBoard } from './status.ts';

/** Connect waits for this before it opens; what was told last time does as well. */
const CONFIGURATION_LIMIT_MS = 4_000;

export interface CurrentAccessOptions {
  readonly settings: Pick<Settings, 'get'>;
  readonly load: () => Promise<(application: Application) => Promise<ApplicationAccess>>;
  readonly board: Pick<StatusBoard, 'notice' | 'withdraw'>;
  readonly use: (application: Application) => void;
  readonly log: Pick<Log, 'error'>;
}

/** What it takes to talk to Smartcar. Everything rejects with `SmartcarError` where it is not to be had. */
export interface CurrentAccess {
  /** For the application in use. */
  now(): Promise<ApplicationAccess>;
  /** The same, after a backend was asked whether its configuration has changed. */
  upToDate(): Promise<ApplicationAccess>;
  /** Where a connection's tokens are renewed, whichever of the profiles it belongs to. */
  exchangeOf(connectionId: string): Promise<TokenExchange>;
  /** For a connection of the application in use: another one's tokens must not travel. */
  ofConnection(connectionId: string): Promise<ApplicationAccess>;
  /** For an application by its key, as long as it is the one in use. */
  ofApplication(key: string): Promise<ApplicationAccess>;
  /** The connections of the application in use. */
  connections(): readonly ConnectionRecord[];
}

export function createCurrentAccess(options: CurrentAccessOptions): CurrentAccess {
  const { settings, board } = options;

  const key = () => {
    const application = settings.get('application');
    return application && applicationKey(application);
  };

  function connections(): readonly ConnectionRecord[] {
    const inUse = key();
    return settings.get('connections').filter(({ application }) => application === inUse);
  }

  async function now(): Promise<ApplicationAccess> {
    const application = settings.get('application');
    if (!application) throw new SmartcarError({ type: 'NETWORK' });
    try {
      const accessOf = await options.load();
      const ready = await accessOf(application);
      board.withdraw('sandbox_failed');
      return ready;
    } catch (error) {
      options.log.error('sandbox.failed', error);
      board.notice({ kind: 'sandbox_failed' });
      throw new SmartcarError({ type: 'NETWORK' });
    }
  }

  /** Takes over what a backend says now. Answers whether anything was different. */
  async function refreshConfiguration({ tellConfiguration }: ApplicationAccess): Promise<boolean> {
    const before = settings.get('application');
    if (!tellConfiguration || before?.kind !== 'own' || before.exchange.kind !== 'backend') {
      return false;
    }
    try {
      const told = await tellConfiguration(AbortSignal.timeout(CONFIGURATION_LIMIT_MS));
      const next = backendApplication(before.exchange.address, told);
      if (isDeepStrictEqual(next, before) || settings.get('application') !== before) return false;
      options.use(next);
      return true;
    } catch (error) {
      // Out of reach for now: what it said last time still holds, and the exchange will say the rest.
      if (error instanceof ExchangeError || error instanceof DOMException) return false;
      throw error;
    }
  }

  return {
    now,
    connections,

    async upToDate() {
      const ready = await now();
      return (await refreshConfiguration(ready)) ? now() : ready;
    },

    async exchangeOf(connectionId) {
      const connection = settings.get('connections').find(({ id }) => id === connectionId);
      if (connection?.application === key()) return (await now()).exchange;
      const profile = settings
        .get('profiles')
        .find(({ application }) => applicationKey(application) === connection?.application);
      if (!profile) throw new SmartcarError({ type: 'NETWORK' });
      return (await (await options.load())(profile.application)).exchange;
    },

    async ofConnection(connectionId) {
      const isOfThisApplication = connections().some(({ id }) => id === connectionId);
      if (!isOfThisApplication) throw new SmartcarError({ type: 'NETWORK' });
      return now();
    },

    async ofApplication(wanted) {
      if (wanted !== key()) throw new SmartcarError({ type: 'NETWORK' });
      return now();
    },
  };
}
