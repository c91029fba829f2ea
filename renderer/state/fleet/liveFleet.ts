import type { AlertedVehicles } from '../../../contract/alerts.ts';
import { linesOf } from '../../../contract/packedVehicles.ts';
import type {
  FleetChange,
  FleetPage,
  FleetStart,
  Reach,
  Vehicle,
} from '../../../contract/vehicles.ts';
import { createListeners } from './listeners.ts';
import { countFleet, type FleetSummary } from './summary.ts';
import { type Aspect, createVehicleStore, type VehicleStore } from './vehicleStore.ts';

export interface LiveFleetParts {
  readonly page: (after: string | null) => Promise<FleetPage>;
  /** Milliseconds, never going back. */
  readonly now: () => number;
  readonly later: (ms: number, run: () => void) => void;
}

/** The vehicles as the main process knows them, kept up to date. */
export interface LiveFleet {
  readonly store: () => VehicleStore;
  /** Another application's fleet, or the first. */
  readonly start: (start: FleetStart) => Promise<void>;
  /** Asks for the whole fleet again, where it did not come. */
  readonly reload: () => Promise<void>;
  readonly change: (change: FleetChange) => void;
  /** What the alert rules found; it holds for vehicles that are still to come, too. */
  readonly alert: (found: AlertedVehicles) => void;
  readonly summary: () => FleetSummary;
  readonly subscribeSummary: (listener: () => void) => () => void;
  readonly vehicle: (id: string) => Vehicle | null;
  readonly subscribeVehicle: (id: string, listener: () => void) => () => void;
  /** Tells that lists of rows are out of date: at once where somebody went, else now and then. */
  readonly subscribeRows: (listener: () => void) => () => void;
  /** Differs from before if one of these has changed by the time that lists were last told. */
  readonly rowsVersion: (aspects: readonly Aspect[]) => string;
}

/** Work on vehicles stops after this, so that keys and frames get their turn. */
const SLICE_MS = 8;

/** Rows that values stream into are put in order anew at most this often. */
const REORDER_MS = 1_000;

/** While vehicles are coming in, the table grows in steps of this. */
const GROW_MS = 150;

interface State {
  readonly count: number;
  readonly isLoading: boolean;
  readonly isIncomplete: boolean;
  readonly refreshing: ReadonlySet<string>;
  readonly reach: Reach;
}

export function createLiveFleet({ page, now, later }: LiveFleetParts): LiveFleet {
  const summaryListeners = createListeners();
  const rowListeners = createListeners();
  const vehicleListeners = new Map<string, Set<() => void>>();
  let store = createVehicleStore();
  let alerted: AlertedVehicles | null = null;
  let state: State = {
    count: 0,
    isLoading: true,
    isIncomplete: false,
    refreshing: new Set(),
    reach: 'unknown',
  };
  let summary: FleetSummary = { ...state, ...countFleet(store) };
  let versions: ReadonlyMap<Aspect, number> = new Map();
  let toldAt = Number.NEGATIVE_INFINITY;
  let isTelling = false;
  /** Vehicles with news since the loading began: what a page says of them may be older. */
  let touched = new Set<string>();
  let run = 0;

  function tellSummary(): void {
    summary = { ...state, ...countFleet(store) };
    summaryListeners.tell();
  }

  function tellVehicle(id: string): void {
    for (const listener of vehicleListeners.get(id) ?? []) listener();
  }

  function tellRows(): void {
    toldAt = now();
    versions = store.versions();
    rowListeners.tell();
  }

  /** The first change shows at once; those that stream in after it are gathered. */
  function tellRowsSoon(everyMs: number): void {
    if (isTelling) return;
    const wait = toldAt + everyMs - now();
    if (wait <= 0) {
      tellRows();
      return;
    }
    isTelling = true;
    later(wait, () => {
      isTelling = false;
      tellRows();
    });
  }

  /** Puts the lines of a page in, a slice at a time; answers whether this is still the fleet wanted. */
  async function putPage(lines: readonly string[], current: number, seen: Set<string>) {
    let sliceEnd = now() + SLICE_MS;
    /** Lets others have their turn where the slice is used up. */
    const mayGoOn = async () => {
      if (now() < sliceEnd) return true;
      await new Promise<void>((resolve) => later(0, resolve));
      sliceEnd = now() + SLICE_MS;
      return run === current;
    };
    for (const line of lines) {
      if (!(await mayGoOn())) return false;
      seen.add(store.put(line, touched));
    }
    // Ranks are made page by page, so that no sort has to wait for those of the whole fleet.
    for (const column of Object.values(store.texts)) {
      if (!(await mayGoOn())) return false;
      column.ranks();
    }
    return true;
  }

  /** What is here stays where the rest does not come; the summary tells that it is not all. */
  async function load(current: number): Promise<void> {
    state = { ...state, isLoading: true, isIncomplete: false };
    try {
      await loadPages(current);
    } catch {
      if (run !== current) return;
      state = { ...state, isLoading: false, isIncomplete: true };
      tellRows();
      tellSummary();
    }
  }

  async function loadPages(current: number): Promise<void> {
    const seen = new Set<string>();
    let after: string | null = null;
    do {
      const { vehicles, next }: FleetPage = await page(after);
      if (run !== current || !(await putPage(linesOf(vehicles), current, seen))) return;
      after = next;
      if (after !== null) tellRowsSoon(GROW_MS);
    } while (after !== null);
    for (let slot = 0; slot < store.slots(); slot += 1) {
      const id = store.idAt(slot);
      if (id !== null && !seen.has(id) && !touched.has(id)) store.remove(id);
    }
    touched = new Set();
    state = { ...state, count: store.size(), isLoading: false };
    tellRows();
    tellSummary();
  }

  return {
    store: () => store,
    summary: () => summary,
    subscribeSummary: summaryListeners.subscribe,
    subscribeRows: rowListeners.subscribe,
    rowsVersion: (aspects) =>
      `${run} ${aspects.reduce((sum, aspect) => sum + (versions.get(aspect) ?? 0), 0)}`,
    vehicle: (id) => store.vehicleOf(id),

    start(start) {
      run += 1;
      store = createVehicleStore();
      if (alerted) store.setAlerted(alerted);
      touched = new Set();
      for (const line of linesOf(start.first)) store.put(line);
      const { count, reach } = start;
      state = { ...state, count, reach, refreshing: new Set(start.refreshing) };
      const loading = load(run);
      tellRows();
      tellSummary();
      for (const id of vehicleListeners.keys()) tellVehicle(id);
      return loading;
    },

    reload() {
      run += 1;
      const loading = load(run);
      tellSummary();
      return loading;
    },

    change({ changed, removed, refreshing, reach }) {
      const before = store.size();
      const ids = linesOf(changed).map((line) => store.put(line));
      const gone = removed.filter((id) => store.remove(id));
      if (state.isLoading) for (const id of [...ids, ...removed]) touched.add(id);
      const hasNew = store.size() + gone.length > before;
      const count = state.isLoading
        ? Math.max(state.count - gone.length, store.size())
        : store.size();
      state = { ...state, count, reach, refreshing: new Set(refreshing) };
      for (const id of [...ids, ...gone]) tellVehicle(id);
      if (gone.length > 0) tellRows();
      else if (ids.length > 0) tellRowsSoon(hasNew ? GROW_MS : REORDER_MS);
      tellSummary();
    },

    alert(found) {
      alerted = found;
      if (store.setAlerted(found)) tellRowsSoon(REORDER_MS);
    },

    subscribeVehicle(id, listener) {
      const listeners = vehicleListeners.get(id) ?? new Set();
      vehicleListeners.set(id, listeners);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) vehicleListeners.delete(id);
      };
    },
  };
}
