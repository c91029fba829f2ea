import { expect, test, vi } from 'vitest';
import type { EligibilityAnswer, EligibilityRequest } from '../../../contract/eligibility.ts';
import { NO_COLUMNS } from './fields.ts';
import { createImportSession } from './importSession.ts';
import type { ImportSessionParts } from './importState.ts';
import type { ImportThread } from './importThread.ts';
import type { OrderName, Orders, TableLook } from './messages.ts';
import type { ReportSummary } from './report.ts';

const guess = { mapping: { ...NO_COLUMNS, vin: 0 }, hasHeadings: false };
const look: TableLook = { rows: 2, leftOut: 0, first: ['A'], second: ['B'], guess };
const none = {
  likely: 0,
  unknown: 0,
  unlikely: 0,
  connected: 0,
  check_digit: 0,
  no_vin: 0,
  duplicate: 0,
};
const summary: ReportSummary = {
  ...{ total: 2, leftOut: 0, counts: { ...none, unknown: 2 }, mended: 0, fresh: 1_500, known: 0 },
  brands: [
    { make: 'TESLA', vins: ['A'] },
    { make: 'AUDI', vins: ['B'] },
  ],
};

type Answers = { readonly [N in OrderName]?: Orders[N]['answer'] | Promise<Orders[N]['answer']> };

/** A session whose thread answers so. */
function sessionWith(answers: Answers, parts: Partial<ImportSessionParts> = {}) {
  const asked: string[] = [];
  const end = vi.fn();
  const thread: ImportThread = {
    async ask<N extends OrderName>(name: N) {
      asked.push(name);
      const answer = answers[name];
      if (answer === undefined) throw new Error(name);
      return (await answer) as Orders[N]['answer'];
    },
    end,
  };
  const requests: EligibilityRequest[] = [];
  const ask = async (request: EligibilityRequest): Promise<EligibilityAnswer> => {
    requests.push(request);
    return { reports: [], problem: null };
  };
  const add = vi.fn(async (_profileId: string, _text: string) => undefined);
  const session = createImportSession({
    startThread: () => ({ ...thread }),
    vins: async () => ({ connected: [], known: [] }),
    askModels: ask,
    askCars: ask,
    add,
    now: () => new Date('2026-11-25T12:00:00Z'),
    ...parts,
  });
  return { session, asked, end, requests, add };
}

const WHOLE: Answers = {
  ...{
    read: look,
    preview: [],
    check: summary,
    learn: summary,
    view: 2,
    askable: { count: 1, vins: ['A'] },
  },
  pack: 'line',
};

test('from the source to the report, with one question for each brand', async () => {
  const { session, requests } = sessionWith(WHOLE);
  await session.read('text');
  expect(session.state()).toMatchObject({ step: 'mapping', reading: guess });
  await session.check('DE', ['read_odometer']);
  expect(session.state()).toMatchObject({
    step: 'report',
    country: 'DE',
    going: null,
    problem: null,
  });
  expect(requests.map(({ vins }) => vins)).toEqual([['A'], ['B']]);
});

test('a problem of all brands ends the questions, and stays to be read', async () => {
  const askModels = vi.fn(async () => ({ reports: [], problem: 'budget_used' as const }));
  const { session } = sessionWith(WHOLE, { askModels });
  await session.read('text');
  await session.check('DE', ['read_odometer']);
  expect(askModels).toHaveBeenCalledTimes(1);
  expect(session.state()).toMatchObject({ step: 'report', problem: 'budget_used', going: null });
});

test('a question that fails leaves the report', async () => {
  const { session } = sessionWith(WHOLE, { askModels: () => Promise.reject(new Error('no')) });
  await session.read('text');
  await session.check('DE', ['read_odometer']);
  expect(session.state()).toMatchObject({ step: 'report', problem: 'failed', going: null });
});

test('reading can be stopped: the thread ends, and nothing comes of it', async () => {
  const { promise, resolve } = Promise.withResolvers<TableLook>();
  const { session, end } = sessionWith({ ...WHOLE, read: promise });
  const reading = session.read('text');
  session.stop();
  expect(session.state()).toEqual({ step: 'source', problem: null, wasCancelled: true });
  resolve(look);
  await reading;
  expect(end).toHaveBeenCalled();
  expect(session.state()).toMatchObject({ step: 'source', wasCancelled: true });
});

test('questions to Smartcar can be stopped; the report stays', async () => {
  const { session } = sessionWith(WHOLE, { askModels: () => new Promise(() => undefined) });
  await session.read('text');
  const checking = session.check('DE', ['read_odometer']);
  await vi.waitFor(() => expect(session.state()).toMatchObject({ going: { what: 'brands' } }));
  session.stop();
  await checking;
  expect(session.state()).toMatchObject({ step: 'report', going: null });
});

test('what is no table, and what fails, leads back with the reason', async () => {
  const empty = sessionWith({ read: { problem: 'empty' } });
  await empty.session.read('');
  expect(empty.session.state()).toMatchObject({ step: 'source', problem: 'empty' });
  const broken = sessionWith({});
  await broken.session.read('text');
  expect(broken.session.state()).toMatchObject({ step: 'source', problem: 'failed' });
});

test('cars are put on the list in pieces, and the import is over', async () => {
  const { session, add } = sessionWith(WHOLE);
  await session.read('text');
  await session.check('DE', ['read_odometer']);
  expect(await session.take()).toBe(1_500);
  expect(add).toHaveBeenCalledTimes(2);
  expect(session.state()).toMatchObject({ step: 'source', wasCancelled: false });
});

test('putting cars on the list can be stopped between two pieces', async () => {
  const first = Promise.withResolvers<undefined>();
  const add = vi.fn(() => first.promise);
  const { session } = sessionWith(WHOLE, { add });
  await session.read('text');
  await session.check('DE', ['read_odometer']);
  const taking = session.take();
  await vi.waitFor(() => expect(add).toHaveBeenCalled());
  session.stop();
  first.resolve(undefined);
  expect(await taking).toBeNull();
  expect(session.state()).toMatchObject({ step: 'report', going: null });
  expect(add).toHaveBeenCalledTimes(1);
});

test('where cars cannot be put on the list, the report stays to try once more', async () => {
  const add = vi.fn(async () => undefined);
  add.mockRejectedValueOnce(new Error('The disk is full'));
  const { session } = sessionWith(WHOLE, { add });
  await session.read('text');
  await session.check('DE', ['read_odometer']);
  await expect(session.take()).rejects.toThrow('The disk is full');
  expect(session.state()).toMatchObject({ step: 'report', going: null });
  expect(await session.take()).toBe(1_500);
});

test('another application begins anew', async () => {
  const { session } = sessionWith(WHOLE);
  session.belongTo('first', 'a');
  await session.read('text');
  session.belongTo('first', 'a');
  expect(session.state().step).toBe('mapping');
  session.belongTo('second', 'b');
  expect(session.state().step).toBe('source');
});

test('after a switch nothing more is asked of Smartcar', async () => {
  const first = Promise.withResolvers<EligibilityAnswer>();
  const askModels = vi.fn(() => first.promise);
  const { session } = sessionWith(WHOLE, { askModels });
  session.belongTo('first', 'a');
  await session.read('text');
  const checking = session.check('DE', ['read_odometer']);
  await vi.waitFor(() => expect(askModels).toHaveBeenCalled());
  session.belongTo('second', 'b');
  first.resolve({ reports: [], problem: null });
  await checking;
  expect(askModels).toHaveBeenCalledTimes(1);
  expect(session.state().step).toBe('source');
});

test('cars that are being put on a list get there after a switch, whatever is imported then', async () => {
  const first = Promise.withResolvers<undefined>();
  const add = vi.fn((_profileId: string, _text: string) => first.promise);
  const { session } = sessionWith(WHOLE, { add });
  session.belongTo('first', 'a');
  await session.read('text');
  await session.check('DE', ['read_odometer']);
  const taking = session.take();
  await vi.waitFor(() => expect(add).toHaveBeenCalled());
  session.belongTo('second', 'b');
  await session.read('other text');
  first.resolve(undefined);
  expect(await taking).toBeNull();
  expect(add.mock.calls.map(([profileId]) => profileId)).toEqual(['first', 'first']);
  expect(session.state().step).toBe('mapping');
});
