import type { Budget } from '../../contract/budget.ts';
import type { RefreshAnswer } from '../../contract/queue.ts';
import type { GoodReading, ReadingKind } from '../../contract/readings.ts';
import type { FleetPage, LabelChange, Reach, Vehicle } from '../../contract/vehicles.ts';
import type { ConnectionRecord } from '../settings/schema.ts';
import type { Authorization, VehiclePlatform } from '../smartcar/platform.ts';
import { createCallNotes, type NewCall } from './callNotes.ts';
import { createConnectionLists } from './connectionLists.ts';
import { factsOf } from './facts.ts';
import { changeLabels } from './labels.ts';
import type { LocalCopy } from './localCopy/localCopy.ts';
import { createMembers, type Members } from './members.ts';
import { ACCESS_OK } from './merge.ts';
import { createNewsDesk, type FleetNews } from './news.ts';
import { createReads } from './reads.ts';
import { createRecords } from './records.ts';
import type { Clock } from './sync/clock.ts';
import type { Read, Scheduler } from './sync/scheduler.ts';
import { toVehicle, type VehicleRecord } from './vehicleRecord.ts';
import { isPersonsToLift } from './verdict.ts';
import { worthReading } from './worthReading.ts';

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
  readonly clock: Clock;
  readonly budget: () => Budget;
  readonly createScheduler: (read: Read) => Scheduler;
  readonly onNews: (news: FleetNews) => void;
  /** Other vehicles are shown instead of those so far. */
  readonly onReset: (overview: FleetOverview) => void;
}

/** What the first picture needs. */
export interface FleetOverview {
  readonly count: number;
  readonly first: readonly Vehicle[];
  readonly refreshing: readonly string[];
  readonly reach: Reach;
}

export interface Fleet extends Pick<Members, 'adopt' | 'learn' | 'disconnect'> {
  readonly scheduler: Scheduler;
  /** The application's vehicles as far as known; needs neither network nor keychain. */
  overview(): Promise<FleetOverview>;
  /** By id, those after `after`, as the screens take them. */
  page(after: string | null, limit: number): Promise<FleetPage>;
  records(ids: readonly string[]): Promise<readonly VehicleRecord[]>;
  /** Whether Smartcar could be reached the last time that it was tried. */
  reach(): Reach;
  /** Takes up the queue, and lists connections whose vehicles are not known yet. */
  begin(): Promise<void>;
  /** A person wants these read, or all, and the lists of what connections open as well. */
  refresh(vehicleIds?: readonly string[]): Promise<RefreshAnswer>;
  /** Reads one value at once, within the budget; `null` where it did not come. */
  readKind<K extends ReadingKind>(vehicleId: string, kind: K): Promise<GoodReading<K> | null>;
  /** The login of a vehicle was renewed: it is read again. */
  reauthenticated(vehicleId: string): Promise<void>;
  /** Tokens that were out of reach may be there again. */
  tokensAreBack(): Promise<void>;
  label(vehicleIds: readonly string[], change: LabelChange): Promise<void>;
  pause(vehicleIds: readonly string[], paused: boolean): Promise<void>;
  /** A call was made; it goes into the log and counts against the vehicle's quota. */
  noteCall(call: NewCall): void;
  /** Another application is in use: its vehicles are shown instead. */
  showOthers(): Promise<void>;
  /** Does something to the local copy while no record is changed, and shows it all anew. */
  apart<T>(work: () => Promise<T>): Promise<T>;
  /** Hands on what is still to be written. */
  close(): Promise<void>;
}

/** How many rows the first picture shows at most. */
const FIRST = 60;

/** The one source of truth about vehicles. Screens hold copies that `onNews` keeps up to date. */
export function createFleet(options: FleetOptions): Fleet {
  const { connections, localCopy, clock } = options;
  const { now } = clock;
  const records = createRecords(localCopy);
  let reach: Reach = 'unknown';

  const connectionIds = () => connections().map(({ id }) => id);
  const isInUse = (connectionId: string) => connections().some(({ id }) => id === connectionId);

  const desk = createNewsDesk({
    clock,
    refreshing: () => reads.running(),
    reach: () => reach,
    onNews: options.onNews,
  });

  function reached(next: Reach): void {
    if (next === reach) return;
    reach = next;
    desk.note([]);
  }

  /** Tells everybody of records that have been saved. */
  function tell(saved: readonly VehicleRecord[]): void {
    // What belongs to another application is kept, not shown.
    const shown = saved.filter(({ connectionId }) => isInUse(connectionId));
    scheduler.learn(shown.map(factsOf));
    if (shown.length > 0) desk.note(shown);
  }

  const notes = createCallNotes({
    clock,
    write: (calls) => localCopy.save({ calls }),
  });
  const reads = createReads({
    platform: options.platform,
    authorization: options.authorization,
    records,
    notes,
    isInUse,
    now,
    onRunning: () => desk.note([]),
    onReach: reached,
    onSaved: tell,
    unqueue: (id) => localCopy.save({ unqueued: [id] }),
  });
  const scheduler = options.createScheduler(reads.read);
  const lists = createConnectionLists({
    platform: options.platform,
    authorization: options.authorization,
    isInUse,
    now,
    onReach: reached,
  });

  const members = createMembers({
    ...options,
    records,
    lists,
    isInUse,
    now,
    onSaved: tell,
    onRemoved(id) {
      scheduler.forget([id]);
      desk.note([], [id]);
    },
  });

  async function overview(): Promise<FleetOverview> {
    const ids = connectionIds();
    const [count, first] = await Promise.all([localCopy.count(ids), localCopy.first(ids, FIRST)]);
    return { count, first: first.map(toVehicle), refreshing: reads.running(), reach };
  }

  /** Takes over what a connection opens now; vehicles that are new are read. */
  async function compare(connection: ConnectionRecord, ids: ReadonlySet<string>): Promise<void> {
    const found = await members.compare(connection, ids);
    if (found.length > 0) await scheduler.request(found, 'person');
  }

  async function begin(): Promise<void> {
    await localCopy.opened;
    const facts = await localCopy.facts(connectionIds());
    await scheduler.replace(facts);
    await scheduler.start();
    await tokensAreBack();
    await scheduler.request(
      worthReading(facts, options.budget(), scheduler.state().budget, now()),
      'schedule',
    );
    const known = new Set(facts.map(({ connectionId }) => connectionId));
    const unknown = connections().filter(({ id }) => !known.has(id));
    await lists.listAll(unknown, compare);
  }

  /** What stands in the way only because nobody has tried since is out of the way for a person. */
  async function lift(ids: readonly string[]): Promise<void> {
    tell(
      await records.update(ids, (current) =>
        current && isPersonsToLift(current) ? { record: { ...current, hold: null } } : null,
      ),
    );
  }

  async function refresh(vehicleIds?: readonly string[]): Promise<RefreshAnswer> {
    const facts = vehicleIds ? [] : await localCopy.facts(connectionIds());
    const ids = vehicleIds ?? facts.map(({ id }) => id);
    await lift(vehicleIds ?? facts.flatMap(({ id, hold }) => (hold ? [id] : [])));
    if (!vehicleIds) void lists.listAll(connections(), compare);
    return scheduler.request(ids, 'person');
  }

  async function reauthenticated(vehicleId: string): Promise<void> {
    tell(
      await records.update([vehicleId], (current) =>
        current ? { record: { ...current, ...ACCESS_OK, hold: null } } : null,
      ),
    );
    await scheduler.request([vehicleId], 'person');
  }

  async function tokensAreBack(): Promise<void> {
    const facts = await localCopy.facts(connectionIds());
    const waiting = facts.flatMap(({ id, access }) =>
      access === 'tokens_unavailable' ? [id] : [],
    );
    if (waiting.length === 0) return;
    tell(
      await records.update(waiting, (current) =>
        current?.access === 'tokens_unavailable' ? { record: { ...current, ...ACCESS_OK } } : null,
      ),
    );
    await scheduler.request(waiting, 'person');
  }

  async function change(
    ids: readonly string[],
    next: (current: VehicleRecord) => VehicleRecord,
  ): Promise<void> {
    tell(await records.update(ids, (current) => current && { record: next(current) }));
  }

  async function showAnew(): Promise<void> {
    desk.clear();
    await scheduler.replace(await localCopy.facts(connectionIds()));
    options.onReset(await overview());
  }

  return {
    scheduler,
    overview,
    page: (after, limit) => localCopy.packedPage(connectionIds(), after, limit),
    records: (ids) => localCopy.vehicles(ids),
    reach: () => reach,
    begin,
    refresh,
    readKind: reads.readKind,
    adopt: members.adopt,
    learn: members.learn,
    reauthenticated,
    tokensAreBack,
    disconnect: members.disconnect,
    label: (ids, labels) =>
      change(ids, (current) => ({ ...current, labels: changeLabels(current.labels, labels) })),
    pause: (ids, paused) => change(ids, (current) => ({ ...current, paused })),
    noteCall(call) {
      notes.note(call);
      reads.heard(call);
    },
    async showOthers() {
      reach = 'unknown';
      await showAnew();
    },
    async apart(work) {
      const done = await records.apart(work);
      await showAnew();
      // What waited to be read is on the disk.
      await scheduler.start();
      return done;
    },
    async close() {
      scheduler.close();
      await notes.flush();
    },
  };
}
