import { QueryClient, queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Bootstrap, Status } from '../../contract/api.ts';
import type { ConnectState } from '../../contract/connect.ts';
import { unpackVehicles } from '../../contract/packedVehicles.ts';
import type { QueueState } from '../../contract/queue.ts';
import type { FleetPage, FleetStart } from '../../contract/vehicles.ts';
import type { Change } from '../start/bootstrap.ts';
import { addPage, applyFleetChange, type FleetSnapshot } from './applyFleetChange.ts';

/*
 * The main process pushes every change, so nothing here grows stale by itself. `networkMode` must
 * be `always`: a request goes to the main process, which works without a network.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
      networkMode: 'always',
      retry: false,
      structuralSharing: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

const askAgain = () => window.motorpool['app.bootstrap']();

const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: async () => (await askAgain()).status,
});
const fleetQuery = queryOptions({
  queryKey: ['fleet'],
  queryFn: async () => firstPicture((await askAgain()).fleet),
});
const queueQuery = queryOptions({
  queryKey: ['queue'],
  queryFn: async () => (await askAgain()).queue,
});
const connectQuery = queryOptions({
  queryKey: ['connect'],
  queryFn: async () => (await askAgain()).connect,
});
const versionQuery = queryOptions({
  queryKey: ['version'],
  queryFn: async () => (await askAgain()).version,
});

function firstPicture({ first, refreshing, reach }: FleetStart): FleetSnapshot {
  return { vehicles: unpackVehicles(first), refreshing, reach };
}

/** How many vehicles are taken in at once; more would hold the screen up. */
const PAGE = 500;

/** Counts the fleets that were begun, so that pages of one before are not added to the next. */
let fleets = 0;

/** Begins with what the first picture needs, and brings the rest after it. */
async function beginFleet(start: FleetStart): Promise<void> {
  fleets += 1;
  const mine = fleets;
  queryClient.setQueryData(fleetQuery.queryKey, firstPicture(start));
  if (start.first.count >= start.count) return;
  for (let after: string | null = null; ; ) {
    const { vehicles, next }: FleetPage = await window.motorpool['fleet.page']({
      after,
      limit: PAGE,
    });
    if (mine !== fleets) return;
    const page = unpackVehicles(vehicles);
    queryClient.setQueryData(fleetQuery.queryKey, (fleet) => fleet && addPage(fleet, page));
    if (next === null) return;
    after = next;
  }
}

/** Fills the cache with the answer that everything starts from. */
export function fillCache({ status, fleet, queue, connect, version }: Bootstrap): void {
  queryClient.setQueryData(statusQuery.queryKey, status);
  queryClient.setQueryData(queueQuery.queryKey, queue);
  void beginFleet(fleet);
  queryClient.setQueryData(connectQuery.queryKey, connect);
  queryClient.setQueryData(versionQuery.queryKey, version);
}

/** Brings one pushed change into the cache. */
export function applyChange(change: Change): void {
  switch (change.name) {
    case 'status.changed':
      queryClient.setQueryData(statusQuery.queryKey, change.payload);
      return;
    case 'connect.changed':
      queryClient.setQueryData(connectQuery.queryKey, change.payload);
      return;
    case 'fleet.changed':
      queryClient.setQueryData(
        fleetQuery.queryKey,
        (fleet) =>
          fleet &&
          applyFleetChange(fleet, {
            ...change.payload,
            changed: unpackVehicles(change.payload.changed),
          }),
      );
      return;
    case 'fleet.reset':
      void beginFleet(change.payload);
      return;
    case 'queue.changed':
      queryClient.setQueryData(queueQuery.queryKey, change.payload);
      return;
  }
}

/** Application, keychain and notices. */
export function useStatus(): Status {
  return useSuspenseQuery(statusQuery).data;
}

/** All vehicles, which of them are being read, and whether Smartcar was reached. */
export function useFleet(): FleetSnapshot {
  return useSuspenseQuery(fleetQuery).data;
}

/** The reads that are still to be done, and what is left of the budget. */
export function useQueue(): QueueState {
  return useSuspenseQuery(queueQuery).data;
}

/** What the Connect attempt is doing. */
export function useConnect(): ConnectState {
  return useSuspenseQuery(connectQuery).data;
}

/** Motorpool's version. */
export function useVersion(): string {
  return useSuspenseQuery(versionQuery).data;
}
