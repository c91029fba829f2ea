import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { TAG_SEPARATOR, type TextFact } from './facts.ts';
import { fleet } from './fleet.ts';
import { type Suggestion, suggest } from './query/suggest.ts';
import type { FleetSummary } from './summary.ts';
import type { TextColumn } from './textColumn.ts';
import type { Aspect } from './vehicleStore.ts';

/** A vehicle as it is now; for what happens on an event. */
export const vehicleById = fleet.vehicle;

/** Asks for all vehicles again, where loading them failed. */
export const reloadFleet = fleet.reload;

/** Those of these vehicles that there are. */
export function vehiclesById(ids: readonly string[]): readonly Vehicle[] {
  return ids.flatMap((id) => fleet.vehicle(id) ?? []);
}

/** A vehicle; rendered again only when something of its own changes. `null` where there is none. */
export function useVehicle(id: string | null): Vehicle | null {
  const subscribe = useCallback(
    (listener: () => void) =>
      id === null ? () => undefined : fleet.subscribeVehicle(id, listener),
    [id],
  );
  return useSyncExternalStore(subscribe, () => (id === null ? null : fleet.vehicle(id)));
}

/** Smartcar's ids hold no spaces, so that a list of them is the same as long as this text is. */
const idsOf = (key: string) => key.split(' ').filter(Boolean);

/** Several vehicles, in the order of their ids; those that there are not are left out. */
export function useVehicles(ids: readonly string[]): readonly Vehicle[] {
  const key = ids.join(' ');
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = idsOf(key).map((id) => fleet.subscribeVehicle(id, listener));
      return () => {
        for (const end of ends) end();
      };
    },
    [key],
  );
  const read = useMemo(() => keptWhileEqual(() => vehiclesById(idsOf(key))), [key]);
  return useSyncExternalStore(subscribe, read);
}

/** The same list as before while its members are the same, as React asks of a store. */
function keptWhileEqual(read: () => readonly Vehicle[]): () => readonly Vehicle[] {
  let last: readonly Vehicle[] = [];
  return () => {
    const next = read();
    const isSame = next.length === last.length && next.every((vehicle, at) => vehicle === last[at]);
    if (!isSame) last = next;
    return last;
  };
}

/** The fleet as a whole. */
export function useFleetSummary(): FleetSummary {
  return useSyncExternalStore(fleet.subscribeSummary, fleet.summary);
}

/** Changes when lists of rows that depend on these are out of date. */
export function useRowsVersion(aspects: readonly Aspect[]): string {
  return useSyncExternalStore(fleet.subscribeRows, () => fleet.rowsVersion(aspects));
}

const WITH_CONNECTION: readonly Aspect[] = ['connection', 'members'];

/** The vehicles that a connection opens; none for `null`. */
export function useVehicleIdsOf(connectionId: string | null): readonly string[] {
  const version = useRowsVersion(WITH_CONNECTION);
  return useMemo(
    () => (connectionId === null || version === '' ? [] : idsWith('connection', connectionId)),
    [connectionId, version],
  );
}

/** Whether a vehicle with this VIN is connected, as it is now. */
export function isVinKnown(vin: string): boolean {
  return idsWith('vin', vin).length > 0;
}

/** The VINs of all vehicles, as they are now. */
export function connectedVins(): readonly string[] {
  const store = fleet.store();
  return Array.from({ length: store.slots() }, (_, slot) => store.texts.vin.at(slot)).filter(
    (vin) => vin !== null,
  );
}

const WITH_VIN: readonly Aspect[] = ['vin', 'members'];

/** The VINs of all vehicles, kept up to date. */
export function useConnectedVins(): ReadonlySet<string> {
  const version = useRowsVersion(WITH_VIN);
  return useMemo(() => new Set(version === '' ? [] : connectedVins()), [version]);
}

function idsWith(fact: TextFact, text: string): readonly string[] {
  const store = fleet.store();
  const ids: string[] = [];
  for (let slot = 0; slot < store.slots(); slot += 1) {
    const id = store.idAt(slot);
    if (id !== null && store.texts[fact].at(slot) === text) ids.push(id);
  }
  return ids;
}

/** How many vehicles have each text of a column; a text of several lines counts for each line. */
function countsOf(column: TextColumn): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [code, count] of column.counts().entries()) {
    if (code === 0 || count === 0) continue;
    for (const text of (column.texts[code] ?? '').split(TAG_SEPARATOR)) {
      counts.set(text, (counts.get(text) ?? 0) + count);
    }
  }
  return counts;
}

const LABEL_FACTS = { group: 'group', tag: 'tags', driver: 'driver' } as const;

/** All groups, tags or drivers that there are, the most used first. */
export function useLabelValues(what: keyof typeof LABEL_FACTS): readonly string[] {
  const fact = LABEL_FACTS[what];
  const version = useRowsVersion(useMemo(() => [fact, 'members'], [fact]));
  return useMemo(() => {
    const counts = version === '' ? new Map() : countsOf(fleet.store().texts[fact]);
    return [...counts].sort(([, one], [, other]) => other - one).map(([text]) => text);
  }, [fact, version]);
}

const SUGGESTED: readonly Aspect[] = ['make', 'model', 'group', 'driver', 'tags', 'members'];

/** What can be typed next in a search, with how many vehicles it would show. */
export function useSuggestions(text: string, caret: number): readonly Suggestion[] {
  const version = useRowsVersion(SUGGESTED);
  const values = useMemo(() => {
    const { make, model, group, driver, tags } = fleet.store().texts;
    const counts = (column: TextColumn) => (version === '' ? new Map() : countsOf(column));
    return {
      make: counts(make),
      model: counts(model),
      group: counts(group),
      driver: counts(driver),
      tag: counts(tags),
    };
  }, [version]);
  return useMemo(() => suggest(text, caret, values), [text, caret, values]);
}
