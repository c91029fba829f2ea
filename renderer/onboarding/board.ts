import { fold } from '../state/fleet/query/fold.ts';
import type { VehicleStore } from '../state/fleet/vehicleStore.ts';
import { STANDINGS } from '../vehicles/standing.ts';
import type { ListedCar } from './listedCar.ts';

/** The columns of the board, in the order of a car's way. */
export const BOARD_COLUMNS = [
  'imported',
  'unlikely',
  'partly',
  'connected',
  'needsDriver',
  'revoked',
] as const;
export type BoardColumn = (typeof BOARD_COLUMNS)[number];

/** A car of the list, or a vehicle. */
export type BoardCard =
  | { readonly kind: 'car'; readonly key: string; readonly car: ListedCar }
  | { readonly kind: 'vehicle'; readonly key: string; readonly id: string };

export interface BoardList {
  readonly count: number;
  /** The first of them. */
  readonly cards: readonly BoardCard[];
}

export type Board = Readonly<Record<BoardColumn, BoardList>>;

/** How many cards a column shows; what else there is, the filter finds. */
export const SHOWN_CARDS = 50;

type Fleet = Pick<VehicleStore, 'slots' | 'idAt' | 'haystackAt' | 'numbers' | 'texts'>;

/** The VINs of all vehicles. */
function vinsOf(fleet: Pick<Fleet, 'slots' | 'texts'>): ReadonlySet<string> {
  const vins = new Set<string>();
  for (let slot = 0; slot < fleet.slots(); slot += 1) {
    const vin = fleet.texts.vin.at(slot);
    if (vin !== null) vins.add(vin);
  }
  return vins;
}

/** Slots of the vehicles in each column, those that were connected last first. */
function vehicleColumns(fleet: Fleet, words: readonly string[]) {
  const found: Record<(typeof STANDINGS)[number], number[]> = {
    connected: [],
    partly: [],
    needsDriver: [],
    revoked: [],
  };
  const { standing, connectedAt } = fleet.numbers;
  for (let slot = 0; slot < fleet.slots(); slot += 1) {
    const column = STANDINGS[standing.at(slot)];
    if (fleet.idAt(slot) === null || !column) continue;
    if (words.every((word) => fleet.haystackAt(slot).includes(word))) found[column].push(slot);
  }
  const listOf = (slots: number[]): BoardList => ({
    count: slots.length,
    cards: slots
      .sort((one, other) => connectedAt.at(other) - connectedAt.at(one))
      .slice(0, SHOWN_CARDS)
      .flatMap((slot) => {
        const id = fleet.idAt(slot);
        return id === null ? [] : { kind: 'vehicle', key: id, id };
      }),
  });
  return {
    partly: listOf(found.partly),
    connected: listOf(found.connected),
    needsDriver: listOf(found.needsDriver),
    revoked: listOf(found.revoked),
  };
}

/** Where every car is on its way; `query` leaves those that have all its words. */
export function boardOf(list: readonly ListedCar[], fleet: Fleet, query: string): Board {
  const words = fold(query).split(' ').filter(Boolean);
  const connected = vinsOf(fleet);
  const waiting = list.filter(
    ({ vin, haystack }) => !connected.has(vin) && words.every((word) => haystack.includes(word)),
  );
  const listOf = (cars: readonly ListedCar[]): BoardList => ({
    count: cars.length,
    cards: cars.slice(0, SHOWN_CARDS).map((car) => ({ kind: 'car', key: car.vin, car })),
  });
  return {
    imported: listOf(waiting.filter(({ likelihood }) => likelihood !== 'unlikely')),
    unlikely: listOf(waiting.filter(({ likelihood }) => likelihood === 'unlikely')),
    ...vehicleColumns(fleet, words),
  };
}

/** How far connecting the list is. Cars that can hardly be connected do not count. */
export interface ListProgress {
  readonly connected: number;
  readonly total: number;
  /** Still to be connected: those that Smartcar knows to work first. */
  readonly next: readonly ListedCar[];
}

export function progressOf(
  list: readonly ListedCar[],
  connected: ReadonlySet<string>,
): ListProgress {
  const wanted = list.filter(
    ({ vin, likelihood }) => likelihood !== 'unlikely' || connected.has(vin),
  );
  const open = wanted.filter(({ vin }) => !connected.has(vin));
  return {
    connected: wanted.length - open.length,
    total: wanted.length,
    next: [
      ...open.filter(({ likelihood }) => likelihood === 'likely'),
      ...open.filter(({ likelihood }) => likelihood !== 'likely'),
    ],
  };
}

/** The card that an arrow key leads to; `null` where there is none that way. */
export function cardMove(board: Board, from: string, key: string): string | null {
  const column = BOARD_COLUMNS.findIndex((name) =>
    board[name].cards.some((card) => card.key === from),
  );
  const name = BOARD_COLUMNS[column];
  if (!name) return null;
  const { cards } = board[name];
  const at = cards.findIndex((card) => card.key === from);
  const within = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: cards.length - 1 }[key];
  if (within !== undefined) return cards[within]?.key ?? null;
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (step === undefined) return null;
  for (let beside = column + step; beside >= 0 && beside < BOARD_COLUMNS.length; beside += step) {
    const next = BOARD_COLUMNS[beside];
    const found = next ? board[next].cards : [];
    const card = found[Math.min(at, found.length - 1)];
    if (card) return card.key;
  }
  return null;
}
