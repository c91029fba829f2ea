import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { COPY_PARTS } from '../../../../contract/data.ts';
import type { Keeper } from '../keeper.ts';
import type { Store } from '../store.ts';
import {
  activityRows,
  type CommandCursor,
  callRows,
  commandRows,
  type HistoryCursor,
  historyRows,
  importedRows,
  type Rows,
  sizeOfPart,
  vehicleRows,
} from './exportRows.ts';
import { FORMAT, FORMAT_VERSION, type Line } from './format.ts';

export interface ExportOptions {
  readonly keeper: Pick<Keeper, 'read'>;
  readonly path: string;
  /** ISO 8601. */
  readonly madeAt: string;
  /** Without anything secret. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly isStopped: () => boolean;
  readonly onProgress: (done: number, total: number) => void;
}

type Part = Exclude<Line['part'], 'settings' | 'end'>;

/** Lets others have their turn. */
export const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Writes everything that is kept into one file, line by line, and gives it its name only when it is
 * whole. Answers whether it came to its end; throws the disk's errors.
 */
export async function exportFile(options: ExportOptions): Promise<boolean> {
  const { keeper, path, isStopped, onProgress } = options;
  const unfinished = `${path}.part`;
  const total = keeper.read(({ sql }) =>
    COPY_PARTS.reduce((sum, part) => sum + sizeOfPart(sql, part).rows, 0),
  );
  // VINs and places: nobody else's to read.
  const file = openSync(unfinished, 'w', 0o600);
  let isWhole = false;
  let lines = 0;

  const write = (rows: readonly object[]) => {
    lines += rows.length;
    writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  };

  async function writePart<C>(part: Part, from: C, read: (store: Store, at: C) => Rows<C>) {
    for (let at: C | null = from; at !== null && !isStopped(); ) {
      const place: C = at;
      const { data, next } = keeper.read((store) => read(store, place));
      write(data.map((one) => ({ part, data: one })));
      onProgress(Math.min(lines, total), total);
      at = next;
      await turn();
    }
  }

  async function writeAll(): Promise<void> {
    write([{ format: FORMAT, version: FORMAT_VERSION, madeAt: options.madeAt }]);
    write([{ part: 'settings', data: options.settings }]);
    await writePart('vehicles', 0, ({ sql }, at) => vehicleRows(sql, at));
    await writePart('imported', 0, ({ sql }, at) => importedRows(sql, at));
    await writePart<HistoryCursor>('history', [0, 0, 0], ({ sql }, at) => historyRows(sql, at));
    await writePart('calls', 0, ({ sql }, at) => callRows(sql, at));
    await writePart<CommandCursor>('commands', [0, ''], ({ sql }, at) => commandRows(sql, at));
    await writePart('activity', 0, ({ sql }, at) => activityRows(sql, at));
    write([{ part: 'end', data: { lines } }]);
  }

  try {
    await writeAll().finally(() => closeSync(file));
    if (isStopped()) return false;
    renameSync(unfinished, path);
    isWhole = true;
    return true;
  } finally {
    if (!isWhole) rmSync(unfinished, { force: true });
  }
}
