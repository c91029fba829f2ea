import type { DisconnectFailure } from '../../contract/responses.ts';
import type { Result } from '../../contract/result.ts';
import type { ConnectionRecord } from '../settings/schema.ts';
import type { Authorization, VehiclePlatform } from '../smartcar/platform.ts';
import { withoutAccess } from './access.ts';
import type { ConnectionLists } from './connectionLists.ts';
import { disconnectFailure } from './failures.ts';
import { type Learned, learn } from './learn.ts';
import type { LocalCopy } from './localCopy/localCopy.ts';
import { newVehicle } from './merge.ts';
import type { Records } from './records.ts';
import { runLimited } from './runLimited.ts';
import type { VehicleRecord } from './vehicleRecord.ts';

/** How many freshly connected vehicles are asked for their permissions at the same time. */
const LEARN_CONCURRENCY = 4;

/** More than one connection was seen to open. */
const PAGE = 500;

export interface MembersOptions {
  readonly platform: (connectionId: string) => Promise<VehiclePlatform>;
  readonly authorization: (connectionId: string) => Authorization;
  readonly isInUse: (connectionId: string) => boolean;
  /** Removes a connection and its tokens, once it opens no vehicle any more. */
  readonly dropConnection: (connectionId: string) => Promise<void>;
  readonly localCopy: Pick<LocalCopy, 'page' | 'count'>;
  readonly records: Records;
  readonly lists: ConnectionLists;
  readonly now: () => number;
  readonly onSaved: (saved: readonly VehicleRecord[]) => void;
  readonly onRemoved: (vehicleId: string) => void;
}

/** Which vehicles belong to the fleet: they come by Connect, and go when their access is ended. */
export interface Members {
  /** Takes in the vehicles of a new connection. Rejects where they cannot be listed. */
  adopt(connection: ConnectionRecord, asked: readonly string[] | null): Promise<readonly string[]>;
  /** Asks what was granted for vehicles that have just been connected; those that do not say are left out. */
  learn(vehicleIds: readonly string[], asked: readonly string[]): Promise<Map<string, Learned>>;
  /**
   * Takes over what a connection opens now, and answers the ids that are new. A vehicle that another
   * connection opens stays with that one: only connecting moves it.
   */
  compare(connection: ConnectionRecord, ids: ReadonlySet<string>): Promise<readonly string[]>;
  /** Ends access at Smartcar, then removes tokens and local copy. On failure nothing is changed. */
  disconnect(vehicleId: string): Promise<Result<null, DisconnectFailure>>;
}

export function createMembers(options: MembersOptions): Members {
  const { records, localCopy, lists, isInUse, onSaved, now } = options;
  /** Disconnected in this run: a list that was asked for earlier must not bring them back. */
  const disconnected = new Set<string>();

  async function dropIfEmpty(connectionId: string): Promise<void> {
    if ((await localCopy.count([connectionId])) === 0) await options.dropConnection(connectionId);
  }

  async function idsOf(connectionId: string): Promise<string[]> {
    const ids: string[] = [];
    for (;;) {
      const page = await localCopy.page([connectionId], ids.at(-1) ?? null, PAGE);
      ids.push(...page.map(({ id }) => id));
      if (page.length < PAGE) return ids;
    }
  }

  async function adopt(
    connection: ConnectionRecord,
    asked: readonly string[] | null,
  ): Promise<readonly string[]> {
    const ids = await lists.list(connection);
    const left = new Set<string>();
    for (const id of ids) disconnected.delete(id);
    const saved = await records.update(ids, (known, id) => {
      if (known?.connectionId === connection.id) return null;
      const fresh = { ...newVehicle(id, connection), asked };
      if (!known) return { record: fresh };
      left.add(known.connectionId);
      // Connected again: what was read stays, what was granted has to be asked for anew.
      return { record: { ...fresh, ...carriedOver(known) } };
    });
    onSaved(saved);
    for (const id of left) await dropIfEmpty(id);
    return ids;
  }

  async function learnAll(
    vehicleIds: readonly string[],
    asked: readonly string[],
  ): Promise<Map<string, Learned>> {
    const answers = new Map<string, Learned>();
    await runLimited(LEARN_CONCURRENCY, vehicleIds, async (id) => {
      const vehicle = await records.get(id);
      if (!vehicle) return;
      const { connectionId } = vehicle;
      const platform = await options.platform(connectionId);
      const learned = await learn(platform, options.authorization(connectionId), vehicle, asked);
      if (!learned) return;
      answers.set(id, learned);
      const saved = await records.update([id], (current) =>
        // The first read need not ask for it once more.
        current?.connectionId === connectionId ? { record: { ...current, ...learned } } : null,
      );
      onSaved(saved);
    });
    return answers;
  }

  async function compare(
    connection: ConnectionRecord,
    ids: ReadonlySet<string>,
  ): Promise<readonly string[]> {
    if (!isInUse(connection.id)) return [];
    const added = await records.update([...ids], (known, id) =>
      disconnected.has(id) || (known && isInUse(known.connectionId))
        ? null
        : { record: newVehicle(id, connection) },
    );
    const since = new Date(now()).toISOString();
    const gone = (await idsOf(connection.id)).filter((id) => !ids.has(id));
    const ended = await records.update(gone, (known) =>
      known?.connectionId === connection.id
        ? { record: withoutAccess(known, { reason: 'revoked', since }) }
        : null,
    );
    onSaved([...added, ...ended]);
    return added.map(({ id }) => id);
  }

  async function disconnect(vehicleId: string): Promise<Result<null, DisconnectFailure>> {
    const vehicle = await records.get(vehicleId);
    if (!vehicle) return { ok: false, failure: 'unknown_vehicle' };
    try {
      const platform = await options.platform(vehicle.connectionId);
      await platform.disconnect(options.authorization(vehicle.connectionId), vehicleId);
    } catch (error) {
      const failure = disconnectFailure(error);
      if (failure) return { ok: false, failure };
    }
    disconnected.add(vehicleId);
    await records.remove([vehicleId]);
    options.onRemoved(vehicleId);
    await dropIfEmpty(vehicle.connectionId);
    return { ok: true, value: null };
  }

  return { adopt, learn: learnAll, compare, disconnect };
}

function carriedOver(known: VehicleRecord) {
  const { make, model, year, vin, readings, refreshedAt, labels, paused, calls } = known;
  return { make, model, year, vin, readings, refreshedAt, labels, paused, calls };
}
