import type { GoodReading, ReadingKind } from '../../contract/readings.ts';
import { unpackAlerts } from '../fleet/localCopy/alertStates.ts';
import type { Keeper } from '../fleet/localCopy/keeper.ts';
import type { LocalCopy } from '../fleet/localCopy/localCopy.ts';
import { unpackFacts } from '../fleet/localCopy/packedFacts.ts';
import type { Store } from '../fleet/localCopy/store.ts';
import type { VehicleRecord } from '../fleet/vehicleRecord.ts';

/** A local copy without a thread of its own, for tests in simulated time: real time passes in threads. */
export function createKeptCopy(keeper: Keeper): LocalCopy {
  const ask = async <T>(work: (store: Store) => T): Promise<T> => keeper.read(work);
  const parsed = (texts: readonly string[]) =>
    texts.map((text) => JSON.parse(text) as VehicleRecord);
  return {
    opened: Promise.resolve({ repair: null }),
    count: (connectionIds) => ask((store) => store.count(connectionIds)),
    page: (connectionIds, after, limit) =>
      ask((store) => parsed(store.page(connectionIds, after, limit))),
    packedPage: (connectionIds, after, limit) =>
      ask((store) => store.packedPage(connectionIds, after, limit)),
    first: (connectionIds, limit) => ask((store) => parsed(store.first(connectionIds, limit))),
    rememberFirst: async (first) => keeper.save({ first }),
    vehicles: (ids) => ask((store) => parsed(store.vehicles(ids))),
    facts: (connectionIds) => ask((store) => unpackFacts(store.facts(connectionIds))),
    connections: () => ask((store) => store.connections()),
    history: <K extends ReadingKind>(vehicleId: string, kind: K, from: string) =>
      ask((store) => store.history(vehicleId, kind, from) as readonly GoodReading<K>[]),
    trends: (vehicleId, kinds, from) => ask((store) => store.trends(vehicleId, kinds, from)),
    smallLines: (vehicleIds, from) => ask((store) => store.smallLines(vehicleIds, from)),
    calls: (vehicleId, before, limit) => ask((store) => store.calls(vehicleId, before, limit)),
    commands: (vehicleId, limit) => ask((store) => store.commands(vehicleId, limit)),
    alerts: (connectionIds) => ask((store) => unpackAlerts(store.alerts(connectionIds))),
    imported: (application, after, limit) =>
      ask((store) => store.imported(application, after, limit)),
    unlabelled: (application) => ask((store) => store.unlabelled(application)),
    importedByVin: (application, vins) => ask((store) => store.importedByVin(application, vins)),
    importedNames: () => ask((store) => store.importedNames()),
    callStats: (from) => ask((store) => store.callStats(from)),
    activity: (filter, before, limit) => ask((store) => store.activity(filter, before, limit)),
    queue: () => ask((store) => store.queue()),
    pausedQueue: () => ask((store) => store.pausedQueue()),
    bucket: (application) => ask((store) => store.bucket(application)),
    async save({ bucket, ...change }) {
      keeper.save({ ...change, buckets: bucket ? [bucket] : [] });
    },
    thin: async () => undefined,
    close: async () => keeper.close(),
  };
}
