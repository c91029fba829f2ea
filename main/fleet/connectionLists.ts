import type { Reach } from '../../contract/vehicles.ts';
import { TokenError } from '../exchange/tokenError.ts';
import type { ConnectionRecord } from '../settings/schema.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import type { Authorization, VehiclePlatform } from '../smartcar/platform.ts';
import { isOffline } from './failures.ts';
import { runLimited } from './runLimited.ts';

/** Lists are short answers; two at a time leave room for the reads. */
const CONCURRENCY = 2;

/** A list that is as fresh as this is not asked for again; every one costs a call. */
const FRESH_MS = 10 * 60_000;

export interface ConnectionListsOptions {
  readonly platform: (connectionId: string) => Promise<VehiclePlatform>;
  readonly authorization: (connectionId: string) => Authorization;
  readonly isInUse: (connectionId: string) => boolean;
  readonly now: () => number;
  readonly onReach: (reach: Reach) => void;
}

/** Which vehicles each connection opens, as Smartcar lists them. */
export interface ConnectionLists {
  /** The ids that a connection opens; none where it ended while Smartcar was asked. */
  list(connection: ConnectionRecord): Promise<readonly string[]>;
  /**
   * Lists those connections that were not listed lately and calls `use` for each. What fails shows when
   * the vehicles are read; where Smartcar is out of reach or the budget is spent, the rest waits for the
   * next time.
   */
  listAll(
    connections: readonly ConnectionRecord[],
    use: (connection: ConnectionRecord, ids: ReadonlySet<string>) => Promise<void>,
  ): Promise<void>;
}

export function createConnectionLists(options: ConnectionListsOptions): ConnectionLists {
  const { now, isInUse, onReach } = options;
  const listedAt = new Map<string, number>();

  async function list(connection: ConnectionRecord): Promise<readonly string[]> {
    const platform = await options.platform(connection.id);
    const ids = await platform.listVehicles(options.authorization(connection.id));
    onReach('online');
    listedAt.set(connection.id, now());
    return isInUse(connection.id) ? ids : [];
  }

  const isFresh = ({ id }: ConnectionRecord) => {
    const at = listedAt.get(id);
    return at !== undefined && Math.abs(now() - at) < FRESH_MS;
  };

  async function listAll(
    connections: readonly ConnectionRecord[],
    use: (connection: ConnectionRecord, ids: ReadonlySet<string>) => Promise<void>,
  ): Promise<void> {
    let isStopped = false;
    await runLimited(
      CONCURRENCY,
      connections.filter((connection) => !isFresh(connection)),
      async (connection) => {
        if (isStopped) return;
        try {
          await use(connection, new Set(await list(connection)));
        } catch (error) {
          if (!(error instanceof TokenError || error instanceof SmartcarError)) throw error;
          const offline = isOffline(error);
          if (offline) onReach('offline');
          const isSpent = error instanceof SmartcarError && error.code === 'SMARTCAR_API';
          isStopped ||= offline || isSpent;
        }
      },
    );
  }

  return { list, listAll };
}
