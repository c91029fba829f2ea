import {
  ALERT_KINDS,
  type Alert,
  type AlertedVehicles,
  type AlertKind,
  type AlertList,
} from '../../contract/alerts.ts';
import type { Vehicle } from '../../contract/vehicles.ts';
import { type Heard, heardOf } from './findings.ts';
import type { AlertState, KeptAlert } from './judge.ts';
import type { Told } from './notificationTexts.ts';

/** More than anybody reads; the number of all is shown beside them. */
const LISTED = 500;

/** What is held of a vehicle between two looks at it. */
export interface BookEntry extends Heard {
  readonly group: string | null;
  readonly paused: boolean;
  readonly state: AlertState;
}

/** The vehicles with alerts of one kind. */
export interface KindAttention {
  readonly kind: AlertKind;
  readonly vehicleIds: readonly string[];
  /** Those whose alerts of this kind nobody has seen. */
  readonly unseenIds: readonly string[];
}

const NEVER: Heard = { heardAt: 0, askedAt: 0 };

/** The alert states of all vehicles that are shown. */
export interface AlertBook {
  stateOf(id: string): AlertState | null;
  /** What was known when the app was closed; the vehicle itself has not been looked at yet. */
  restore(id: string, state: AlertState): void;
  enter(vehicle: Vehicle, state: AlertState): void;
  /** Changes the alerts of these vehicles, or of all; answers whose were changed. */
  change(ids: Iterable<string> | null, next: (id: string, alert: KeptAlert) => KeptAlert): string[];
  /** Answers whether it had alerts. */
  remove(id: string): boolean;
  clear(): void;
  entries(): Iterable<readonly [string, BookEntry]>;
  /** Whether an alert lasts that nobody has seen. */
  isUnseen(alert: Told): boolean;
  untold(): readonly Alert[];
  list(): AlertList;
  /** All that lasts, by kind, without the kinds of which there is none. */
  attention(): readonly KindAttention[];
}

function toAlert(vehicleId: string, { told: _told, ...alert }: KeptAlert): Alert {
  return { vehicleId, ...alert };
}

export function createAlertBook(): AlertBook {
  const entries = new Map<string, BookEntry>();
  /** Those with alerts: few, and looked through at every change. */
  const alerted = new Set<string>();

  function put(id: string, entry: BookEntry): void {
    entries.set(id, entry);
    if (entry.state.active.length > 0) alerted.add(id);
    else alerted.delete(id);
  }

  function alertsWhere(isWanted: (alert: KeptAlert) => boolean): Alert[] {
    return [...alerted].flatMap((id) => {
      const active = entries.get(id)?.state.active ?? [];
      return active.filter(isWanted).map((alert) => toAlert(id, alert));
    });
  }

  /** The vehicles with such alerts, by kind. */
  function vehiclesWhere(isWanted: (alert: KeptAlert) => boolean): AlertedVehicles {
    const found: Record<AlertKind, string[]> = {
      accessEnded: [],
      lowBattery: [],
      lowFuel: [],
      lowTire: [],
      stale: [],
    };
    for (const id of alerted) {
      const active = entries.get(id)?.state.active ?? [];
      const kinds = new Set(active.filter(isWanted).map(({ kind }) => kind));
      for (const kind of kinds) found[kind].push(id);
    }
    return found;
  }

  return {
    stateOf: (id) => entries.get(id)?.state ?? null,
    restore: (id, state) => put(id, { ...NEVER, group: null, paused: false, state }),
    enter(vehicle, state) {
      const { id, labels, paused } = vehicle;
      put(id, { ...heardOf(vehicle), group: labels.group, paused, state });
    },
    change(ids, next) {
      const changed: string[] = [];
      for (const id of ids ?? alerted) {
        const entry = entries.get(id);
        if (!entry) continue;
        const active = entry.state.active.map((alert) => next(id, alert));
        if (active.every((alert, at) => alert === entry.state.active[at])) continue;
        put(id, { ...entry, state: { ...entry.state, active } });
        changed.push(id);
      }
      return changed;
    },
    remove(id) {
      entries.delete(id);
      return alerted.delete(id);
    },
    clear() {
      entries.clear();
      alerted.clear();
    },
    entries: () => entries,
    isUnseen({ vehicleId, kind, tire }) {
      const active = entries.get(vehicleId)?.state.active ?? [];
      return active.some((one) => one.kind === kind && one.tire === tire && !one.seen);
    },
    untold: () => alertsWhere(({ told }) => !told),
    list() {
      const all = alertsWhere(() => true);
      const newestFirst = (one: Alert, other: Alert) =>
        Number(one.seen) - Number(other.seen) ||
        (one.since < other.since ? 1 : one.since > other.since ? -1 : 0);
      return {
        alerts: all.toSorted(newestFirst).slice(0, LISTED),
        total: all.length,
        unseen: all.filter(({ seen }) => !seen).length,
        found: vehiclesWhere(() => true),
      };
    },
    attention() {
      const found = vehiclesWhere(() => true);
      const unseen = vehiclesWhere(({ seen }) => !seen);
      return ALERT_KINDS.filter((kind) => found[kind].length > 0).map((kind) => ({
        kind,
        vehicleIds: found[kind],
        unseenIds: unseen[kind],
      }));
    },
  };
}
