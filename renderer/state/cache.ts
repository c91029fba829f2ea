import { QueryClient, QueryObserver, queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { AlertList } from '../../contract/alerts.ts';
import type { CommandRun } from '../../contract/commands.ts';
import type { ConnectState } from '../../contract/connect.ts';
import type { QueueState } from '../../contract/queue.ts';
import type { Bootstrap } from '../../contract/responses.ts';
import type { Status } from '../../contract/status.ts';
import { setHidesDetails } from '../privacy/hidden.ts';
import type { Change } from '../start/bootstrap.ts';
import { applyAppearance } from '../start/i18n.ts';
import { fleet } from './fleet/fleet.ts';
import { restoreTable } from './tableSettings.ts';

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
const queueQuery = queryOptions({
  queryKey: ['queue'],
  queryFn: async () => (await askAgain()).queue,
});
const commandsQuery = queryOptions({
  queryKey: ['commands'],
  queryFn: async () => (await askAgain()).commands,
});
const connectQuery = queryOptions({
  queryKey: ['connect'],
  queryFn: async () => (await askAgain()).connect,
});
const alertsQuery = queryOptions({
  queryKey: ['alerts'],
  queryFn: async () => (await askAgain()).alerts,
});
const versionQuery = queryOptions({
  queryKey: ['version'],
  queryFn: async () => (await askAgain()).version,
});

/** Fills the cache with the answer that everything starts from. */
export function fillCache(bootstrap: Bootstrap): void {
  setHidesDetails(bootstrap.status.privacy.hideDetails);
  queryClient.setQueryData(statusQuery.queryKey, bootstrap.status);
  queryClient.setQueryData(queueQuery.queryKey, bootstrap.queue);
  queryClient.setQueryData(commandsQuery.queryKey, bootstrap.commands);
  queryClient.setQueryData(connectQuery.queryKey, bootstrap.connect);
  queryClient.setQueryData(alertsQuery.queryKey, bootstrap.alerts);
  queryClient.setQueryData(versionQuery.queryKey, bootstrap.version);
  restoreTable(bootstrap.table);
  fleet.alert(bootstrap.alerts.found);
  void fleet.start(bootstrap.fleet);
}

/** Brings one pushed change into the cache. */
export function applyChange(change: Change): void {
  switch (change.name) {
    case 'status.changed':
      queryClient.setQueryData(statusQuery.queryKey, change.payload);
      setHidesDetails(change.payload.privacy.hideDetails);
      void applyAppearance(change.payload.appearance);
      return;
    case 'queue.changed':
      queryClient.setQueryData(queueQuery.queryKey, change.payload);
      return;
    case 'commands.changed':
      queryClient.setQueryData(commandsQuery.queryKey, change.payload);
      return;
    case 'connect.changed':
      queryClient.setQueryData(connectQuery.queryKey, change.payload);
      return;
    case 'alerts.changed':
      queryClient.setQueryData(alertsQuery.queryKey, change.payload);
      fleet.alert(change.payload.found);
      return;
    case 'fleet.changed':
      fleet.change(change.payload);
      return;
    case 'fleet.reset':
      void fleet.start(change.payload);
      return;
  }
}

/** Application, keychain and notices. */
export function useStatus(): Status {
  return useSuspenseQuery(statusQuery).data;
}

/** The status as it is, for what goes on without any component. */
export function statusNow(): Status | undefined {
  return queryClient.getQueryData(statusQuery.queryKey);
}

/** Hears the status as it is and whenever it changes, for what goes on without any component. */
export function followStatus(hear: (status: Status) => void): void {
  const observer = new QueryObserver(queryClient, statusQuery);
  const tell = ({ data }: { readonly data: Status | undefined }) => data && hear(data);
  tell(observer.getCurrentResult());
  observer.subscribe(tell);
}

/** The queue of reads and what is left of the budget. */
export function useQueue(): QueueState {
  return useSuspenseQuery(queueQuery).data;
}

/** Whether the reads are held: apart from the queue, which changes with each of them. */
export function useIsPaused(): boolean {
  return useSuspenseQuery({ ...queueQuery, select: ({ paused }) => paused }).data;
}

/** The command run that is under way, or whose result has not been put away. */
export function useCommandRun(): CommandRun | null {
  return useSuspenseQuery(commandsQuery).data;
}

/** What the Connect attempt is doing. */
export function useConnect(): ConnectState {
  return useSuspenseQuery(connectQuery).data;
}

/** What the alert rules found. */
export function useAlerts(): AlertList {
  return useSuspenseQuery(alertsQuery).data;
}

/** Motorpool's version. */
export function useVersion(): string {
  return useSuspenseQuery(versionQuery).data;
}
