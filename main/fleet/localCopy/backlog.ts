import type { CommandRecord } from '../../../contract/commands.ts';
import type { VehicleRecord } from '../vehicleRecord.ts';
import type { AlertRow, QueueRow } from './localCopy.ts';
import type { StoreChange } from './store.ts';

type Part<P extends 'history' | 'calls' | 'activity' | 'buckets' | 'imports'> = NonNullable<
  StoreChange[P]
>[number];

/** Changes that wait for the disk, put together into one: of what has a newest state, that one. */
export interface Backlog {
  add(change: StoreChange): void;
  change(): StoreChange;
}

export function createBacklog(): Backlog {
  const removed = new Set<string>();
  const vehicles = new Map<string, VehicleRecord>();
  const commands = new Map<string, CommandRecord>();
  const alerts = new Map<string, AlertRow>();
  const queued = new Map<string, QueueRow>();
  const unqueued = new Set<string>();
  const buckets = new Map<string, Part<'buckets'>>();
  let history: Part<'history'>[] = [];
  let calls: Part<'calls'>[] = [];
  const activity: Part<'activity'>[] = [];
  const imports: Part<'imports'>[] = [];
  let single: Pick<StoreChange, 'pausedQueue' | 'first'> = {};

  function forget(ids: ReadonlySet<string>): void {
    for (const id of ids) {
      removed.add(id);
      vehicles.delete(id);
      queued.delete(id);
      alerts.delete(id);
    }
    const isKept = ({ vehicleId }: { readonly vehicleId: string | null }) =>
      vehicleId === null || !ids.has(vehicleId);
    history = history.filter(isKept);
    calls = calls.filter(isKept);
    for (const [key, record] of commands) if (!isKept(record)) commands.delete(key);
  }

  return {
    add(change) {
      if (change.removed?.length) forget(new Set(change.removed));
      for (const record of change.vehicles ?? []) vehicles.set(record.id, record);
      history.push(...(change.history ?? []));
      calls.push(...(change.calls ?? []));
      activity.push(...(change.activity ?? []));
      imports.push(...(change.imports ?? []));
      for (const record of change.commands ?? []) {
        commands.set(`${record.runId} ${record.vehicleId}`, record);
      }
      for (const row of change.alerts ?? []) alerts.set(row.vehicleId, row);
      for (const row of change.queued ?? []) {
        queued.set(row.vehicleId, row);
        unqueued.delete(row.vehicleId);
      }
      for (const id of change.unqueued ?? []) {
        queued.delete(id);
        unqueued.add(id);
      }
      for (const bucket of change.buckets ?? []) buckets.set(bucket.application, bucket);
      const { pausedQueue, first } = change;
      single = { ...single, ...(pausedQueue && { pausedQueue }), ...(first && { first }) };
    },
    change: () => ({
      removed: [...removed],
      vehicles: [...vehicles.values()],
      history,
      calls,
      activity,
      imports,
      commands: [...commands.values()],
      alerts: [...alerts.values()],
      queued: [...queued.values()],
      unqueued: [...unqueued],
      buckets: [...buckets.values()],
      ...single,
    }),
  };
}
