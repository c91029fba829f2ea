import { decodeText } from './decodeText.ts';
import type { TextTable } from './fields.ts';
import { guessMapping } from './guessMapping.ts';
import { type CheckOptions, createImportBook, type ImportBook } from './importBook.ts';
import type { Ordered, OrderName, Orders, Reading, TableLook, Told } from './messages.ts';
import { readTable } from './readTable.ts';
import { WHOLE_REPORT } from './report.ts';
import { reportCsv } from './reportCsv.ts';
import { orderOf, summarise } from './summarise.ts';

/** The thread of an import: tables of thousands of cars never touch that of the window. */

/** Rows that are shown before all are checked. */
const PREVIEW = 50;

/** Larger files are none of cars. */
const MOST_BYTES = 60_000_000;

let table: TextTable = { rows: [], leftOut: 0 };
let known: Omit<CheckOptions, keyof Reading> | null = null;
let book: ImportBook | null = null;
let view = WHOLE_REPORT;
let order: Uint32Array = new Uint32Array();

const tell = (told: Told) => postMessage(told);

function bookOf(reading: Reading, limit?: number): ImportBook {
  if (!known) throw new Error('Nothing was read');
  return createImportBook(table, { ...reading, ...known }, limit);
}

function report(): ImportBook {
  if (!book) throw new Error('Nothing was checked');
  return book;
}

async function bytesOf(source: File | string): Promise<ReturnType<typeof decodeText>> {
  if (typeof source === 'string') {
    return source.trim() === ''
      ? { text: null, problem: 'empty' }
      : { text: source, problem: null };
  }
  if (source.size > MOST_BYTES) return { text: null, problem: 'too_large' };
  try {
    return decodeText(new Uint8Array(await source.arrayBuffer()));
  } catch {
    return { text: null, problem: 'not_readable' };
  }
}

async function read(input: Orders['read']['order']): Promise<Orders['read']['answer']> {
  const setOf = (lines: string) => new Set(lines.split('\n').filter(Boolean));
  const { text, problem } = await bytesOf(input.source);
  if (problem !== null) return { problem };
  known = {
    connected: setOf(input.connected),
    known: setOf(input.known),
    thisYear: input.thisYear,
  };
  table = readTable(text, (part) => tell({ kind: 'progress', part }));
  const [first = [], second = []] = table.rows;
  const { rows, leftOut } = table;
  const guess = guessMapping(rows);
  return { rows: rows.length, leftOut, first, second, guess } satisfies TableLook;
}

function arrange(): void {
  order = orderOf(report(), view);
}

/** One function per order. */
const answers: {
  readonly [N in OrderName]: (
    input: Orders[N]['order'],
  ) => Orders[N]['answer'] | Promise<Orders[N]['answer']>;
} = {
  read,
  preview(reading) {
    const first = bookOf(reading, PREVIEW);
    return Array.from({ length: first.size }, (_, place) => first.row(place));
  },
  check(reading) {
    book = bookOf(reading);
    view = WHOLE_REPORT;
    arrange();
    return summarise(book);
  },
  view(next) {
    view = next;
    arrange();
    return order.length;
  },
  rows: ({ from, to }) => Array.from(order.slice(from, to), (place) => report().row(place)),
  learn({ of, reports }) {
    if (of === 'kinds') report().learnKinds(reports);
    else report().learnCars(reports);
    arrange();
    return summarise(report());
  },
  askable({ most }) {
    const vins = report().askable();
    return { count: vins.length, vins: vins.slice(0, most) };
  },
  pack: ({ from, limit, importedAt }) => report().pack(from, limit, importedAt),
  csv: (words) => reportCsv(report(), order, words),
};

async function answer<N extends OrderName>(name: N, input: Orders[N]['order']): Promise<unknown> {
  return answers[name](input);
}

addEventListener('message', async ({ data }: MessageEvent<Ordered>) => {
  const { id, name, order: input } = data;
  try {
    tell({ kind: 'answer', id, answer: await answer(name, input) });
  } catch {
    tell({ kind: 'failed', id });
  }
});
