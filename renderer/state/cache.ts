import { QueryClient, queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Bootstrap, Status } from '../../contract/api.ts';
import type { ConnectState } from '../../contract/connect.ts';
import type { FleetSnapshot } from '../../contract/vehicles.ts';
import type { Change } from '../start/bootstrap.ts';
import { applyFleetChange } from './applyFleetChange.ts';

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
  queryFn: async () => (await askAgain()).fleet,
});
const connectQuery = queryOptions({
  queryKey: ['connect'],
  queryFn: async () => (await askAgain()).connect,
});
const versionQuery = queryOptions({
  queryKey: ['version'],
  queryFn: async () => (await askAgain()).version,
});

/** Fills the cache with the answer that everything starts from. */
export function fillCache({ status, fleet, connect, version }: Bootstrap): void {
  queryClient.setQueryData(statusQuery.queryKey, status);
  queryClient.setQueryData(fleetQuery.queryKey, fleet);
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
        (fleet) => fleet && applyFleetChange(fleet, change.payload),
      );
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

/** What the Connect attempt is doing. */
export function useConnect(): ConnectState {
  return useSuspenseQuery(connectQuery).data;
}

/** Motorpool's version. */
export function useVersion(): string {
  return useSuspenseQuery(versionQuery).data;
}
