import { isDeepStrictEqual } from 'node:util';
import { type AlertList, type AlertSettings, ruleFor } from '../../contract/alerts.ts';
import type { Vehicle } from '../../contract/vehicles.ts';
import type { LocalCopy } from '../fleet/localCopy/localCopy.ts';
import type { Clock } from '../fleet/sync/clock.ts';
import { createAlertBook, type KindAttention } from './alertBook.ts';
import { type Announcer, createAnnouncer, type Notice } from './announcer.ts';
import { isSilent } from './findings.ts';
import { judge } from './judge.ts';
import { nameOf, type Told } from './notificationTexts.ts';

/** Vehicles looked at in one piece, so that nothing else waits long. */
const PIECE = 250;
/** How often it is looked whether cars have fallen silent. */
const SILENCE_EVERY_MS = 5 * 60_000;
/** Thousands of changes reach the window in few messages. */
const TELL_AFTER_MS = 200;

/** What the system shows outside of the window. */
export interface AlertDesktop {
  /** Whether somebody has the window in front. */
  isFocused(): boolean;
  show(notice: Notice): void;
  /** How many alerts nobody has seen. */
  setBadge(unseen: number): void;
}

export interface AlertsOptions {
  readonly localCopy: Pick<LocalCopy, 'alerts' | 'page' | 'vehicles' | 'save'>;
  readonly connectionIds: () => readonly string[];
  readonly settings: () => AlertSettings;
  /** Whether plates are kept out of notifications. */
  readonly hidesPlates: () => boolean;
  readonly clock: Pick<Clock, 'now' | 'after'>;
  readonly desktop: AlertDesktop;
  readonly onChange: (list: AlertList) => void;
}

/** What the rules found: kept in the local copy, told once, and shown while it lasts. */
export interface Alerts {
  list(): AlertList;
  /** All that lasts, by kind. */
  attention(): readonly KindAttention[];
  /** Takes up what was known, and looks at all vehicles of the application. */
  begin(): Promise<void>;
  /** Vehicles have changed, or are gone. */
  learn(changed: readonly Vehicle[], removed: readonly string[]): void;
  /** The settings have changed from these. */
  resettle(before: AlertSettings): Promise<void>;
  /** Somebody has seen the alerts of these vehicles, or all. */
  see(vehicleIds?: readonly string[]): void;
  /** The computer woke up: what was held back may be due. */
  wake(): void;
  close(): void;
}

export function createAlerts(options: AlertsOptions): Alerts {
  const { localCopy, settings, clock, desktop } = options;
  const book = createAlertBook();
  /** Looks at all vehicles that were begun; only the last of them goes on. */
  let looks = 0;
  let isQuiet = false;
  /** Vehicles that changed while all are looked at: what the look then finds of them is older. */
  let fresher: Set<string> | null = null;
  let isBegun = false;
  let callOffTelling: (() => void) | null = null;
  let callOffSilence: (() => void) | null = null;

  const announcer: Announcer = createAnnouncer({
    clock,
    settings,
    isFocused: desktop.isFocused,
    lasts: book.isUnseen,
    async names(ids) {
      const vehicles = await localCopy.vehicles(ids);
      const hides = options.hidesPlates();
      return new Map(vehicles.map((vehicle) => [vehicle.id, nameOf(vehicle, hides)]));
    },
    show: desktop.show,
    onSettled: settle,
  });

  function announceList(): void {
    callOffTelling ??= clock.after(TELL_AFTER_MS, () => {
      callOffTelling = null;
      const list = book.list();
      desktop.setBadge(list.unseen);
      options.onChange(list);
    });
  }

  function save(ids: readonly string[]): void {
    const rows = ids.flatMap((vehicleId) => {
      const state = book.stateOf(vehicleId);
      return state ? [{ vehicleId, state }] : [];
    });
    if (rows.length === 0) return;
    void localCopy.save({ alerts: rows });
    announceList();
  }

  function settle(alerts: readonly Told[]): void {
    const ids = new Set(alerts.map(({ vehicleId }) => vehicleId));
    save(book.change(ids, (_id, alert) => (alert.told ? alert : { ...alert, told: true })));
  }

  function lookAt(vehicles: readonly Vehicle[]): void {
    const rules = settings();
    const changed: string[] = [];
    const raised: Told[] = [];
    for (const vehicle of vehicles) {
      const before = book.stateOf(vehicle.id);
      const found = judge(rules, before, vehicle, { now: clock.now(), quietly: isQuiet });
      book.enter(vehicle, found.state);
      if (found.state !== before) changed.push(vehicle.id);
      for (const alert of found.raised) raised.push({ ...alert, vehicleId: vehicle.id });
    }
    save(changed);
    announcer.note(raised);
  }

  /** Looks at all vehicles. `quietly`: what is found is nobody's news, because the rules are new. */
  async function lookAtAll(quietly: boolean): Promise<void> {
    looks += 1;
    const own = looks;
    isQuiet = quietly;
    fresher = new Set();
    let after: string | null = null;
    do {
      const page: readonly Vehicle[] = await localCopy.page(options.connectionIds(), after, PIECE);
      if (own !== looks) return;
      lookAt(page.filter(({ id }) => !fresher?.has(id)));
      after = page.length === PIECE ? (page.at(-1)?.id ?? null) : null;
    } while (after !== null);
    isQuiet = false;
    fresher = null;
  }

  function fallenSilent(): string[] {
    const rules = settings();
    const now = clock.now();
    return [...book.entries()].flatMap(([id, { state, group, paused, ...heard }]) => {
      const rule = ruleFor(rules, 'stale', group);
      const isKnown = state.active.some(({ kind }) => kind === 'stale');
      if (!rule.on || isKnown || paused) return [];
      return isSilent(heard, rule.threshold, now) ? [id] : [];
    });
  }

  async function lookForSilence(): Promise<void> {
    const ids = fallenSilent();
    const own = looks;
    for (let from = 0; from < ids.length; from += PIECE) {
      const vehicles = await localCopy.vehicles(ids.slice(from, from + PIECE));
      if (own !== looks) return;
      lookAt(vehicles);
    }
  }

  function keepLooking(): void {
    callOffSilence?.();
    callOffSilence = clock.after(SILENCE_EVERY_MS, () => {
      keepLooking();
      void lookForSilence();
    });
  }

  return {
    list: book.list,
    attention: book.attention,
    async begin() {
      looks += 1;
      const own = looks;
      isBegun = false;
      announcer.clear();
      book.clear();
      const rows = await localCopy.alerts(options.connectionIds());
      if (own !== looks) return;
      for (const { vehicleId, state } of rows) book.restore(vehicleId, state);
      announcer.note(book.untold());
      announceList();
      isBegun = true;
      keepLooking();
      await lookAtAll(false);
    },
    learn(changed, removed) {
      if (!isBegun) return;
      for (const { id } of changed) fresher?.add(id);
      if (removed.filter(book.remove).length > 0) announceList();
      lookAt(changed);
    },
    async resettle(before) {
      announcer.look();
      const { rules, groups } = settings();
      if (isDeepStrictEqual({ rules, groups }, { rules: before.rules, groups: before.groups }))
        return;
      if (isBegun) await lookAtAll(true);
    },
    see(vehicleIds) {
      save(
        book.change(vehicleIds ?? null, (_id, alert) =>
          alert.seen ? alert : { ...alert, seen: true },
        ),
      );
    },
    wake: announcer.look,
    close() {
      looks += 1;
      isBegun = false;
      callOffTelling?.();
      callOffSilence?.();
      announcer.clear();
    },
  };
}
