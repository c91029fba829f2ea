import type { AlertedVehicles, AlertKind } from '../../../contract/alerts.ts';
import { unpackVehicle } from '../../../contract/packedVehicles.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import {
  haystackOf,
  NUMBER_FACTS,
  type NumberFact,
  numbersOf,
  TEXT_FACTS,
  type TextFact,
  textsOf,
} from './facts.ts';
import { createNumberColumn, type NumberColumn } from './numberColumn.ts';
import { createTextColumn, type TextColumn } from './textColumn.ts';

/**
 * What a list of rows may depend on: a fact, the words that are searched, what alert rules found, or who
 * is there at all.
 */
export type Aspect = NumberFact | TextFact | 'haystack' | 'alerts' | 'members';

/**
 * All vehicles, by column. A vehicle is a line of text and a slot in each column; the object is made for
 * those that somebody looks at.
 */
export interface VehicleStore {
  readonly size: () => number;
  /** Slots from 0 up to this one may be in use. */
  readonly slots: () => number;
  /** `null` for a slot that is free. */
  readonly idAt: (slot: number) => string | null;
  readonly slotOf: (id: string) => number | null;
  readonly vehicleOf: (id: string) => Vehicle | null;
  readonly haystackAt: (slot: number) => string;
  readonly numbers: Readonly<Record<NumberFact, NumberColumn>>;
  readonly texts: Readonly<Record<TextFact, TextColumn>>;
  /** Whether an alert rule of this kind found the vehicle. */
  readonly isAlerted: (kind: AlertKind, slot: number) => boolean;
  /** Takes in what the alert rules found, of vehicles still to come as well; answers whether it is new. */
  readonly setAlerted: (found: AlertedVehicles) => boolean;
  /** Takes in a packed vehicle, unless it is one of those to be left as they are; answers its id. */
  readonly put: (line: string, except?: ReadonlySet<string>) => string;
  /** Forgets a vehicle; answers whether it was there. */
  readonly remove: (id: string) => boolean;
  /** How often each aspect has changed so far. */
  readonly versions: () => ReadonlyMap<Aspect, number>;
}

/** Objects that are kept: what is in view, and some that were. */
const KEPT_OBJECTS = 2_000;

function columnsOf<Name extends string, Column>(
  names: readonly Name[],
  create: () => Column,
): Record<Name, Column> {
  return Object.fromEntries(names.map((name) => [name, create()])) as Record<Name, Column>;
}

const NO_NUMBERS = columnsOf(NUMBER_FACTS, () => Number.NaN);
const NO_TEXTS = columnsOf(TEXT_FACTS, () => null);

export function createVehicleStore(): VehicleStore {
  const slotOf = new Map<string, number>();
  const ids: (string | null)[] = [];
  const lines: string[] = [];
  const haystacks: string[] = [];
  const free: number[] = [];
  const objects = new Map<string, Vehicle>();
  const numbers = columnsOf(NUMBER_FACTS, createNumberColumn);
  const texts = columnsOf(TEXT_FACTS, createTextColumn);
  const alerted = new Map<AlertKind, ReadonlySet<string>>();
  const versions = new Map<Aspect, number>();

  function touch(aspect: Aspect): void {
    versions.set(aspect, (versions.get(aspect) ?? 0) + 1);
  }

  function keepObject(id: string, vehicle: Vehicle): void {
    objects.set(id, vehicle);
    if (objects.size <= KEPT_OBJECTS) return;
    for (const oldest of objects.keys()) {
      objects.delete(oldest);
      return;
    }
  }

  function slotFor(id: string): number {
    const known = slotOf.get(id);
    if (known !== undefined) return known;
    const slot = free.pop() ?? ids.length;
    slotOf.set(id, slot);
    ids[slot] = id;
    touch('members');
    return slot;
  }

  function fill(
    slot: number,
    number: Readonly<Record<NumberFact, number>>,
    text: Readonly<Record<TextFact, string | null>>,
  ): void {
    for (const fact of NUMBER_FACTS) if (numbers[fact].set(slot, number[fact])) touch(fact);
    for (const fact of TEXT_FACTS) if (texts[fact].set(slot, text[fact])) touch(fact);
  }

  return {
    numbers,
    texts,
    size: () => slotOf.size,
    slots: () => ids.length,
    idAt: (slot) => ids[slot] ?? null,
    slotOf: (id) => slotOf.get(id) ?? null,
    haystackAt: (slot) => haystacks[slot] ?? '',
    versions: () => new Map(versions),

    vehicleOf(id) {
      const kept = objects.get(id);
      if (kept) return kept;
      const slot = slotOf.get(id);
      if (slot === undefined) return null;
      const vehicle = unpackVehicle(lines[slot] ?? '');
      keepObject(id, vehicle);
      return vehicle;
    },

    isAlerted(kind, slot) {
      const id = ids[slot];
      return typeof id === 'string' && alerted.get(kind)?.has(id) === true;
    },

    setAlerted(found) {
      let isNew = false;
      for (const [kind, those] of Object.entries(found) as [AlertKind, readonly string[]][]) {
        const before = alerted.get(kind);
        const isSame = before?.size === those.length && those.every((id) => before.has(id));
        if (isSame || (!before && those.length === 0)) continue;
        alerted.set(kind, new Set(those));
        isNew = true;
      }
      if (isNew) touch('alerts');
      return isNew;
    },

    put(line, except) {
      const vehicle = unpackVehicle(line);
      const { id } = vehicle;
      if (except?.has(id)) return id;
      const slot = slotFor(id);
      lines[slot] = line;
      if (objects.delete(id)) keepObject(id, vehicle);
      const text = textsOf(vehicle);
      fill(slot, numbersOf(vehicle), text);
      const haystack = haystackOf(text);
      if (haystacks[slot] !== haystack) {
        haystacks[slot] = haystack;
        touch('haystack');
      }
      return id;
    },

    remove(id) {
      const slot = slotOf.get(id);
      if (slot === undefined) return false;
      slotOf.delete(id);
      objects.delete(id);
      ids[slot] = null;
      lines[slot] = '';
      haystacks[slot] = '';
      fill(slot, NO_NUMBERS, NO_TEXTS);
      free.push(slot);
      touch('members');
      return true;
    },
  };
}
