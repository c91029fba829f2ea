import type { DisconnectFailure } from '../../contract/api.ts';
import type { Result } from '../../contract/result.ts';
import type { FleetChange, FleetSnapshot, Vehicle } from '../../contract/vehicles.ts';
import { TokenError } from '../exchange/tokenError.ts';
import type { ConnectionRecord } from '../settings/schema.ts';
import { SmartcarError } from '../smartcar/errors.ts';
import type { Authorization, VehiclePlatform } from '../smartcar/platform.ts';
import { withoutAccess } from './access.ts';
import { disconnectFailure, isOffline } from './failures.ts';
import { type Learned, learn } from './learn.ts';
import type { LocalCopy } from './localCopy.ts';
import type { VehicleRecord } from './localCopySchema.ts';
import { ACCESS_OK, newVehicle } from './merge.ts';
import { readVehicle } from './reader.ts';
import { runLimited } from './runLimited.ts';

/** How many vehicles are read at the same time. */
const CONCURRENCY = 4;

export interface FleetOptions {
  /**
   * The platform that a connection's tokens are for. Rejects with `SmartcarError` where it cannot be
   * had, or where another application is in use by now: its tokens must not travel there.
   */
  readonly platform: (connectionId: string) => Promise<VehiclePlatform>;
  readonly authorization: (connectionId: string) => Authorization;
  /** The connections of the application in use. */
  readonly connections: () => readonly ConnectionRecord[];
  /** Removes a connection and its tokens, once it opens no vehicle any more. */
  readonly dropConnection: (connectionId: string) => Promise<void>;
  readonly localCopy: LocalCopy;
  readonly now: () => number;
  readonly onChange: (change: FleetChange) => void;
}

export interface Fleet {
  /** The vehicles of the application in use, as far as known; needs neither network nor keychain. */
  snapshot(): FleetSnapshot;
  /** Lists and reads all vehicles, or reads just those named. Resolves when the last one is done. */
  refresh(vehicleIds?: readonly string[]): Promise<void>;
  /** Takes in the vehicles of a new connection. Rejects where they cannot be listed. */
  adopt(connection: ConnectionRecord): Promise<string[]>;
  /** Asks what was granted for vehicles that have just been connected; those that do not say are left out. */
  learn(vehicleIds: readonly string[], asked: readonly string[]): Promise<Map<string, Learned>>;
  /** The login of a vehicle was renewed: it is read again. */
  reauthenticated(vehicleId: string): Promise<void>;
  /** Ends access at Smartcar, then removes tokens and local copy. On failure nothing is changed. */
  disconnect(vehicleId: string): Promise<Result<null, DisconnectFailure>>;
  /** Shows the vehicles of the application in use instead of `shownBefore`. */
  showInstead(shownBefore: readonly string[]): void;
  /** All records, those of other applications included. */
  records(): readonly VehicleRecord[];
}

function toVehicle(record: VehicleRecord): Vehicle {
  const { application: _application, reauthenticateUrl: _url, ...vehicle } = record;
  return vehicle;
}

/** The one source of truth about vehicles. Screens hold copies that `onChange` keeps up to date. */
export function createFleet(options: FleetOptions): Fleet {
  const { connections, localCopy, now, onChange } = options;
  const vehicles = new Map(localCopy.initial.map((vehicle) => [vehicle.id, vehicle]));
  const reading = new Map<string, Promise<void>>();
  /** Disconnected in this run: a list that was asked for earlier must not bring them back. */
  const disconnected = new Set<string>();
  let reach: FleetSnapshot['reach'] = 'unknown';

  const at = () => new Date(now()).toISOString();

  const isInUse = (connectionId: string) => connections().some(({ id }) => id === connectionId);

  const mine = () => {
    const ids = new Set(connections().map(({ id }) => id));
    return [...vehicles.values()].filter(({ connectionId }) => ids.has(connectionId));
  };

  function snapshot(): FleetSnapshot {
    return { vehicles: mine().map(toVehicle), refreshing: [...reading.keys()], reach };
  }

  function announce(changed: readonly VehicleRecord[], removed: readonly string[] = []): void {
    // What belongs to another application is kept, not shown.
    const shown = changed.filter(({ connectionId }) => isInUse(connectionId)).map(toVehicle);
    onChange({ changed: shown, removed, refreshing: [...reading.keys()], reach });
  }

  function keep(changed: readonly VehicleRecord[], removed: readonly string[] = []): void {
    for (const vehicle of changed) vehicles.set(vehicle.id, vehicle);
    for (const id of removed) vehicles.delete(id);
    localCopy.save([...vehicles.values()]);
    announce(changed, removed);
  }

  async function readOne(id: string): Promise<void> {
    const before = vehicles.get(id);
    if (!before) return;
    const authorization = options.authorization(before.connectionId);
    const getPlatform = () => options.platform(before.connectionId);
    const { vehicle, reached } = await readVehicle(getPlatform, authorization, before, now);
    // Another application may have been chosen meanwhile: then this says nothing about its reach.
    if (!isInUse(before.connectionId)) return;
    reach = reached ? 'online' : 'offline';
    // It may have been disconnected, or moved to a newer connection, while it was read.
    if (vehicles.get(id)?.connectionId === before.connectionId) keep([vehicle]);
  }

  /** One read at a time per vehicle: a second request joins the first. */
  function read(id: string): Promise<void> {
    const running = reading.get(id);
    if (running) return running;
    const started = readOne(id).finally(() => {
      reading.delete(id);
      announce([]);
    });
    reading.set(id, started);
    announce([]);
    return started;
  }

  /** The ids that a connection opens; none where it ended while Smartcar was asked. */
  async function list(connection: ConnectionRecord): Promise<string[]> {
    const platform = await options.platform(connection.id);
    const ids = await platform.listVehicles(options.authorization(connection.id));
    reach = 'online';
    return isInUse(connection.id) ? ids : [];
  }

  async function adopt(connection: ConnectionRecord): Promise<string[]> {
    const ids = await list(connection);
    const before = ids.map((id) => vehicles.get(id));
    keep(
      ids.map((id, index) => {
        disconnected.delete(id);
        const known = before[index];
        if (known?.connectionId === connection.id) return known;
        const fresh = newVehicle(id, connection);
        // Connected again: what was read stays, what was granted has to be asked for anew.
        return known ? { ...known, ...fresh, ...identityAndReadings(known) } : fresh;
      }),
    );
    const left = new Set(before.flatMap((known) => (known ? [known.connectionId] : [])));
    left.delete(connection.id);
    for (const id of left) await dropIfEmpty(id);
    return ids;
  }

  async function dropIfEmpty(connectionId: string): Promise<void> {
    const inUse = [...vehicles.values()].some((vehicle) => vehicle.connectionId === connectionId);
    if (!inUse) await options.dropConnection(connectionId);
  }

  /**
   * Lists a connection's vehicles anew; its trouble shows when they are read. A vehicle that another
   * connection opens stays with that one: only connecting moves it.
   */
  async function relist(connection: ConnectionRecord): Promise<void> {
    try {
      const ids = new Set(await list(connection));
      const unknown = [...ids].filter((id) => {
        const known = vehicles.get(id);
        return !disconnected.has(id) && !(known && isInUse(known.connectionId));
      });
      const gone = isInUse(connection.id)
        ? mine().filter(({ id, connectionId }) => connectionId === connection.id && !ids.has(id))
        : [];
      const changed = [
        ...unknown.map((id) => newVehicle(id, connection)),
        ...gone.map((vehicle) => withoutAccess(vehicle, { reason: 'revoked', since: at() })),
      ];
      if (changed.length > 0) keep(changed);
    } catch (error) {
      if (!(error instanceof TokenError || error instanceof SmartcarError)) throw error;
      if (isOffline(error)) reach = 'offline';
    }
  }

  async function refresh(vehicleIds?: readonly string[]): Promise<void> {
    if (!vehicleIds) {
      reach = 'unknown';
      await runLimited(CONCURRENCY, connections(), relist);
      announce([]);
      // Without a network every single read would fail the same way.
      if (snapshot().reach === 'offline') return;
    }
    await runLimited(CONCURRENCY, vehicleIds ?? mine().map(({ id }) => id), read);
  }

  async function learnAll(
    vehicleIds: readonly string[],
    asked: readonly string[],
  ): Promise<Map<string, Learned>> {
    const answers = new Map<string, Learned>();
    await runLimited(CONCURRENCY, vehicleIds, async (id) => {
      const vehicle = vehicles.get(id);
      if (!vehicle) return;
      const { connectionId } = vehicle;
      const platform = await options.platform(connectionId);
      const learned = await learn(platform, options.authorization(connectionId), vehicle, asked);
      if (!learned) return;
      answers.set(id, learned);
      const current = vehicles.get(id);
      // The first read need not ask for it once more.
      if (current?.connectionId === connectionId) keep([{ ...current, ...learned }]);
    });
    return answers;
  }

  async function reauthenticated(vehicleId: string): Promise<void> {
    const vehicle = vehicles.get(vehicleId);
    if (!vehicle) return;
    keep([{ ...vehicle, ...ACCESS_OK }]);
    await refresh([vehicleId]);
  }

  async function disconnect(vehicleId: string): Promise<Result<null, DisconnectFailure>> {
    const vehicle = vehicles.get(vehicleId);
    if (!vehicle) return { ok: false, failure: 'unknown_vehicle' };
    try {
      const platform = await options.platform(vehicle.connectionId);
      await platform.disconnect(options.authorization(vehicle.connectionId), vehicleId);
    } catch (error) {
      const failure = disconnectFailure(error);
      if (failure) return { ok: false, failure };
    }
    disconnected.add(vehicleId);
    keep([], [vehicleId]);
    await dropIfEmpty(vehicle.connectionId);
    await localCopy.flush();
    return { ok: true, value: null };
  }

  return {
    snapshot,
    refresh,
    adopt,
    learn: learnAll,
    reauthenticated,
    disconnect,
    showInstead(shownBefore) {
      reach = 'unknown';
      const now = mine();
      const shown = new Set(now.map(({ id }) => id));
      announce(
        now,
        shownBefore.filter((id) => !shown.has(id)),
      );
    },
    records: () => [...vehicles.values()],
  };
}

function identityAndReadings({ make, model, year, vin, readings, refreshedAt }: VehicleRecord) {
  return { make, model, year, vin, readings, refreshedAt };
}
