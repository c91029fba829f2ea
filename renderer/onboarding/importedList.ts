import { type QueryKey, queryOptions, useQuery } from '@tanstack/react-query';
import type { Application } from '../../contract/application.ts';
import { linesOfCars } from '../../contract/importedCars.ts';
import { queryClient, statusNow, useStatus } from '../state/cache.ts';
import { type ListedCar, listedCar } from './listedCar.ts';

/** Few enough that unpacking them holds nobody up. */
const PAGE = 250;

/** Lines per message where cars are put into the list. */
const ADDED_AT_ONCE = 1_000;

const NONE: readonly ListedCar[] = [];
const QUERY = ['imported'] as const;

/** The list is large and seldom looked at: it is forgotten a while after the screen was left. */
const KEPT_MS = 10 * 60_000;

async function loadList(): Promise<readonly ListedCar[]> {
  const cars: ListedCar[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: Awaited<ReturnType<(typeof window.motorpool)['imports.page']>> =
      await window.motorpool['imports.page']({ after, limit: PAGE });
    for (const line of linesOfCars(page.text)) cars.push(listedCar(line));
    after = page.next;
  }
  return cars;
}

const listQuery = (application: string) =>
  queryOptions({ queryKey: [...QUERY, application], queryFn: loadList, gcTime: KEPT_MS });

/** Tells an application from any other. */
export const keyOfApplication = (application: Application | null) => JSON.stringify(application);

/** The imported cars of the application in use, in the order of their lists. */
export function useImportedList(): {
  readonly cars: readonly ListedCar[];
  readonly isLoaded: boolean;
} {
  const { data, isFetched } = useQuery(listQuery(keyOfApplication(useStatus().application)));
  return { cars: data ?? NONE, isLoaded: isFetched };
}

/** The list of an application as it is now, loaded where it was not yet. */
export function importedCars(application: string): Promise<readonly ListedCar[]> {
  return queryClient.ensureQueryData(listQuery(application));
}

/** Asks for the list again after a change; resolves once it is there. */
export function reloadImported(): Promise<void> {
  const current = keyOfApplication(statusNow()?.application ?? null);
  // Only the application in use can be asked for; the others' lists are, when they are looked at.
  const isOther = ({ queryKey }: { readonly queryKey: QueryKey }) => queryKey[1] !== current;
  queryClient.removeQueries({ queryKey: QUERY, predicate: isOther });
  return queryClient.invalidateQueries({ queryKey: QUERY, refetchType: 'all' });
}

/** Puts cars back that were taken out of the list of this profile. */
export async function restoreImported(profileId: string, lines: readonly string[]): Promise<void> {
  for (let from = 0; from < lines.length; from += ADDED_AT_ONCE) {
    const text = lines.slice(from, from + ADDED_AT_ONCE).join('\n');
    await window.motorpool['imports.add']({ profileId, text });
  }
  await reloadImported();
}

/** Takes these VINs out of the list; `null`: all of it. */
export async function removeImported(vins: readonly string[] | null): Promise<void> {
  await window.motorpool['imports.remove']({ vins: vins && [...vins] });
  await reloadImported();
}
