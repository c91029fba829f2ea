import { expect, test, vi } from 'vitest';
import { packVehicles } from '../../../contract/packedVehicles.ts';
import type { FleetPage, FleetStart, Vehicle } from '../../../contract/vehicles.ts';
import { createLiveFleet } from './liveFleet.ts';
import { changeOf, NO_ALERTED, vehicleWith } from './testing/vehicles.ts';

const named = (id: string, name: string) => vehicleWith(id, { labels: { name } });
const startOf = (count: number, first: readonly Vehicle[] = []): FleetStart => ({
  count,
  first: packVehicles(first),
  refreshing: [],
  reach: 'online',
});
const pageOf = (vehicles: readonly Vehicle[], next: string | null = null): FleetPage => ({
  vehicles: packVehicles(vehicles),
  next,
});

/** A fleet whose pages come when a test says so, on a clock that the test moves. */
function setUp() {
  let time = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const pages: ((page: FleetPage) => void)[] = [];
  const page = vi.fn(
    (_after: string | null) => new Promise<FleetPage>((resolve) => pages.push(resolve)),
  );
  const fleet = createLiveFleet({
    page,
    now: () => time,
    later: (ms, run) => {
      timers.push({ at: time + ms, run });
    },
  });
  /** Lets time pass, and all that waits for it happen. */
  async function pass(ms: number): Promise<void> {
    time += ms;
    for (let turn = 0; turn < 40; turn += 1) {
      const due = timers.filter(({ at }) => at <= time);
      timers = timers.filter(({ at }) => at > time);
      for (const { run } of due) run();
      await Promise.resolve();
    }
  }
  async function answer(given: FleetPage): Promise<void> {
    await vi.waitFor(() => expect(pages).not.toHaveLength(0));
    pages.shift()?.(given);
    await pass(0);
  }
  const names = () =>
    Object.fromEntries(
      Array.from({ length: fleet.store().slots() }, (_, slot) => fleet.store().idAt(slot))
        .filter((id) => id !== null)
        .map((id) => [id, fleet.vehicle(id)?.labels.name]),
    );
  return { fleet, page, pass, answer, names };
}

test('shows the first vehicles at once, and page after page the others', async () => {
  const { fleet, page, answer, names } = setUp();
  const started = fleet.start(startOf(3, [named('b', 'B')]));
  expect(names()).toEqual({ b: 'B' });
  expect(fleet.summary()).toMatchObject({ count: 3, isLoading: true });
  await answer(pageOf([named('a', 'A'), named('b', 'B')], 'b'));
  expect(page).toHaveBeenLastCalledWith('b');
  await answer(pageOf([named('c', 'C')]));
  await started;
  expect(names()).toEqual({ a: 'A', b: 'B', c: 'C' });
  expect(fleet.summary()).toMatchObject({ count: 3, isLoading: false });
});

test('a page that was asked for before a change takes nothing back', async () => {
  const { fleet, answer, names } = setUp();
  const started = fleet.start(startOf(3, [named('a', 'old'), named('gone', 'G')]));
  fleet.change(changeOf([named('a', 'new'), named('added', 'N')], ['gone', 'never shown']));
  await answer(pageOf([named('a', 'old'), named('gone', 'G'), named('never shown', 'S')]));
  await started;
  expect(names()).toEqual({ a: 'new', added: 'N' });
  expect(fleet.summary().count).toBe(2);
});

test('a vehicle of the first picture that no page holds is gone', async () => {
  const { fleet, answer, names } = setUp();
  const started = fleet.start(startOf(2, [named('a', 'A'), named('gone', 'G')]));
  await answer(pageOf([named('a', 'A')]));
  await started;
  expect(names()).toEqual({ a: 'A' });
});

test('another application’s fleet takes the place of the one that is still coming in', async () => {
  const { fleet, answer, names } = setUp();
  const first = fleet.start(startOf(2, [named('a', 'A')]));
  const second = fleet.start(startOf(1, [named('x', 'X')]));
  await answer(pageOf([named('b', 'B')], 'b'));
  await answer(pageOf([named('x', 'X')]));
  await Promise.all([first, second]);
  expect(names()).toEqual({ x: 'X' });
});

test('a vehicle that did not change is not told, and stays the same object', async () => {
  const { fleet, answer } = setUp();
  const started = fleet.start(startOf(2));
  await answer(pageOf([named('a', 'A'), named('b', 'B')]));
  await started;
  const heard = { a: vi.fn(), b: vi.fn() };
  fleet.subscribeVehicle('a', heard.a);
  const end = fleet.subscribeVehicle('b', heard.b);
  const before = fleet.vehicle('a');
  fleet.change(changeOf([named('b', 'B2')]));
  expect(heard.a).not.toHaveBeenCalled();
  expect(heard.b).toHaveBeenCalledOnce();
  expect(fleet.vehicle('a')).toBe(before);
  end();
  fleet.change(changeOf([named('b', 'B3')]));
  expect(heard.b).toHaveBeenCalledOnce();
});

test('values that stream in reorder the rows once a second; who goes is gone at once', async () => {
  const { fleet, answer, pass } = setUp();
  const started = fleet.start(startOf(2));
  await answer(pageOf([named('a', 'A'), named('b', 'B')]));
  await started;
  await pass(5_000);
  const told = vi.fn();
  fleet.subscribeRows(told);
  const versions = () => fleet.rowsVersion(['name', 'members']);
  const atFirst = versions();
  fleet.change(changeOf([named('b', 'B1')]));
  expect(told).toHaveBeenCalledTimes(1);
  const afterOne = versions();
  expect(afterOne).not.toBe(atFirst);
  for (let change = 2; change < 8; change += 1) {
    await pass(100);
    fleet.change(changeOf([named('b', `B${change}`)]));
  }
  expect(told).toHaveBeenCalledTimes(1);
  expect(versions()).toBe(afterOne);
  await pass(1_000);
  expect(told).toHaveBeenCalledTimes(2);
  expect(versions()).not.toBe(afterOne);
  fleet.change(changeOf([], ['b']));
  expect(told).toHaveBeenCalledTimes(3);
});

test('rows that depend on nothing that changed keep their version', async () => {
  const { fleet, answer } = setUp();
  const started = fleet.start(startOf(1));
  await answer(pageOf([named('a', 'A')]));
  await started;
  const before = fleet.rowsVersion(['odometer', 'members']);
  fleet.change(changeOf([named('a', 'Another')]));
  expect(fleet.rowsVersion(['odometer', 'members'])).toBe(before);
});

test('what alert rules found holds for vehicles still to come, and is told where it is new', async () => {
  const { fleet, answer, pass } = setUp();
  fleet.alert({ ...NO_ALERTED, stale: ['b'] });
  const started = fleet.start(startOf(2, [named('a', 'A')]));
  await answer(pageOf([named('a', 'A'), named('b', 'B')]));
  await started;
  const stale = () =>
    ['a', 'b'].filter((id) => fleet.store().isAlerted('stale', fleet.store().slotOf(id) ?? -1));
  expect(stale()).toEqual(['b']);
  await pass(5_000);
  const told = vi.fn();
  fleet.subscribeRows(told);
  const before = fleet.rowsVersion(['alerts']);
  fleet.alert({ ...NO_ALERTED, stale: ['b'] });
  expect(told).not.toHaveBeenCalled();
  fleet.alert({ ...NO_ALERTED, stale: ['a'] });
  expect(told).toHaveBeenCalledOnce();
  expect(fleet.rowsVersion(['alerts'])).not.toBe(before);
  expect(stale()).toEqual(['a']);
  fleet.change(changeOf([], ['a']));
  expect(stale()).toEqual([]);
});

test('what did not come is told, what is here stays, and loading again brings the rest', async () => {
  const { fleet, page, answer, names } = setUp();
  const started = fleet.start(startOf(3, [named('a', 'A')]));
  await answer(pageOf([named('a', 'A'), named('b', 'B')], 'b'));
  page.mockRejectedValueOnce(new Error('closed'));
  await answer(pageOf([named('c', 'C')], 'c'));
  await started;
  expect(fleet.summary()).toMatchObject({ count: 3, isLoading: false, isIncomplete: true });
  expect(names()).toEqual({ a: 'A', b: 'B', c: 'C' });
  const again = fleet.reload();
  expect(fleet.summary()).toMatchObject({ isLoading: true, isIncomplete: false });
  await answer(pageOf([named('a', 'A'), named('b', 'B'), named('c', 'C'), named('d', 'D')]));
  await again;
  expect(fleet.summary()).toMatchObject({ count: 4, isLoading: false, isIncomplete: false });
});
