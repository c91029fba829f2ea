import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ImportedCar, packCar } from '../../contract/importedCars.ts';
import {
  type BOARD_COLUMNS,
  type Board,
  boardOf,
  cardMove,
  progressOf,
  SHOWN_CARDS,
} from './board.ts';
import { type ListedCar, listedCar } from './listedCar.ts';

function car(
  vin: string,
  likelihood: ImportedCar['likelihood'] = 'likely',
  name: string | null = null,
): ListedCar {
  return listedCar(
    packCar({
      ...{ vin, likelihood, importedAt: 0, reason: 'not_checked', capable: [], missing: [] },
      labels: { name, plate: null, driver: null, group: null, notes: null },
    }),
  );
}

interface Parked {
  readonly vin: string | null;
  readonly standing: number;
}

/** A fleet by columns, as little of it as the board looks at. */
function fleetOf(vehicles: readonly Parked[]): Parameters<typeof boardOf>[1] {
  const numbers = {
    standing: { at: (slot: number) => vehicles[slot]?.standing ?? Number.NaN },
    connectedAt: { at: (slot: number) => slot },
  };
  const texts = { vin: { at: (slot: number) => vehicles[slot]?.vin ?? null } };
  return {
    slots: () => vehicles.length,
    idAt: (slot: number) => (vehicles[slot] ? `id-${slot}` : null),
    haystackAt: (slot: number) => `vehicle ${slot}`,
    numbers,
    texts,
  } as unknown as Parameters<typeof boardOf>[1];
}

const keysOf = (board: Board, column: (typeof BOARD_COLUMNS)[number]) =>
  board[column].cards.map(({ key }) => key);

test('a car of the list is in one column until its vehicle is there', () => {
  const list = [car('A'), car('B', 'unlikely'), car('C', 'unknown')];
  const before = boardOf(list, fleetOf([]), '');
  expect(keysOf(before, 'imported')).toEqual(['A', 'C']);
  expect(keysOf(before, 'unlikely')).toEqual(['B']);
  const after = boardOf(list, fleetOf([{ vin: 'A', standing: 1 }]), '');
  expect(keysOf(after, 'imported')).toEqual(['C']);
  expect(keysOf(after, 'partly')).toEqual(['id-0']);
});

test('vehicles stand by how they are, the newest first', () => {
  const fleet = fleetOf([0, 0, 1, 2, 3, 0].map((standing) => ({ vin: null, standing })));
  const board = boardOf([], fleet, '');
  expect(keysOf(board, 'connected')).toEqual(['id-5', 'id-1', 'id-0']);
  expect(keysOf(board, 'needsDriver')).toEqual(['id-3']);
  expect(keysOf(board, 'revoked')).toEqual(['id-4']);
});

test('of many only the first are shown, and a filter finds the others', () => {
  const list = Array.from({ length: 200 }, (_, at) =>
    car(`VIN${at}`, 'likely', `Van ${at} Zürich`),
  );
  const board = boardOf(list, fleetOf([]), '');
  expect(board.imported.count).toBe(200);
  expect(board.imported.cards).toHaveLength(SHOWN_CARDS);
  expect(keysOf(boardOf(list, fleetOf([]), 'zurich 199'), 'imported')).toEqual(['VIN199']);
});

test('what Smartcar knows to work is connected first; the unlikely are not waited for', () => {
  const list = [car('A', 'unknown'), car('B', 'unlikely'), car('C'), car('D')];
  const progress = progressOf(list, new Set(['D']));
  expect(progress).toMatchObject({ connected: 1, total: 3 });
  expect(progress.next.map(({ vin }) => vin)).toEqual(['C', 'A']);
  expect(progressOf(list, new Set(['B', 'D']))).toMatchObject({ connected: 2, total: 4 });
});

test('every car of the list is counted once, wherever it is', () => {
  const vin = fc.constantFrom(...'ABCDEFGH');
  const likelihood = fc.constantFrom('likely', 'unlikely', 'unknown');
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(vin, likelihood), { selector: ([one]) => one }),
      fc.uniqueArray(vin),
      (cars, connected) => {
        const list = cars.map(([one, how]) => car(one, how as ImportedCar['likelihood']));
        const board = boardOf(
          list,
          fleetOf(connected.map((one) => ({ vin: one, standing: 0 }))),
          '',
        );
        const open = list.filter((one) => !connected.includes(one.vin)).length;
        expect(board.imported.count + board.unlikely.count).toBe(open);
        expect(board.connected.count).toBe(connected.length);
      },
    ),
  );
});

test('arrows lead within a column and across those that have cards', () => {
  const list = [car('A'), car('B')];
  const board = boardOf(list, fleetOf([{ vin: null, standing: 0 }]), '');
  expect(cardMove(board, 'A', 'ArrowDown')).toBe('B');
  expect(cardMove(board, 'B', 'ArrowDown')).toBeNull();
  expect(cardMove(board, 'B', 'ArrowRight')).toBe('id-0');
  expect(cardMove(board, 'id-0', 'ArrowLeft')).toBe('A');
  expect(cardMove(board, 'B', 'Home')).toBe('A');
  expect(cardMove(board, 'A', 'End')).toBe('B');
  expect(cardMove(board, 'A', 'x')).toBeNull();
});
