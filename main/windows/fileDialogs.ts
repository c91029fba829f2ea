import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, type BaseWindow, dialog } from 'electron';
import type { FileFailure } from '../../contract/responses.ts';
import type { Result } from '../../contract/result.ts';
import { t } from '../words/words.ts';

export type FileKind = 'csv' | 'views' | 'support' | 'everything' | 'map';

/** A map is opened only. */
export type SavedKind = Exclude<FileKind, 'map'>;

const EXTENSIONS: Readonly<Record<FileKind, string>> = {
  csv: 'csv',
  support: 'json',
  everything: 'ndjson',
  map: 'pmtiles',
  views: 'json',
};

function filter(kind: FileKind): Electron.FileFilter {
  return { name: t(`files.filter.${kind}`), extensions: [EXTENSIONS[kind]] };
}

/** Far more than saved views need; a larger file was chosen by mistake. */
const MAX_OPENED_BYTES = 5_000_000;

/** A name as proposed by a page, which may contain nothing but a name. */
function safeName(name: string): string {
  return basename(name).replace(/[^\p{L}\p{N} ._()-]/gu, '-');
}

/** Asks the person where to put a file of this name; `null` where they changed their mind. */
export async function askWhereTo(
  window: BaseWindow,
  kind: SavedKind,
  name: string,
): Promise<string | null> {
  const chosen = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), safeName(name)),
    title: t(`files.save.${kind}`),
    filters: [filter(kind)],
  });
  return chosen.canceled ? null : chosen.filePath || null;
}

/** Asks the person for a file; `null` where they changed their mind. */
export async function askWhich(window: BaseWindow, kind: FileKind): Promise<string | null> {
  const chosen = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    title: t(`files.open.${kind}`),
    filters: [filter(kind)],
  });
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}

/** Asks the person where to, and writes there. Answers the name of the file. */
export async function saveFile(
  window: BaseWindow,
  file: { readonly kind: SavedKind; readonly name: string; readonly text: string },
): Promise<Result<string, FileFailure>> {
  const path = await askWhereTo(window, file.kind, file.name);
  if (path === null) return { ok: false, failure: 'cancelled' };
  try {
    await writeFile(path, file.text);
    return { ok: true, value: basename(path) };
  } catch {
    return { ok: false, failure: 'not_written' };
  }
}

/** Asks the person which file, and answers its text. */
export async function openFile(
  window: BaseWindow,
  kind: FileKind,
): Promise<Result<string, FileFailure>> {
  const path = await askWhich(window, kind);
  if (path === null) return { ok: false, failure: 'cancelled' };
  try {
    const { size } = await stat(path);
    if (size > MAX_OPENED_BYTES) return { ok: false, failure: 'not_readable' };
    return { ok: true, value: await readFile(path, 'utf8') };
  } catch {
    return { ok: false, failure: 'not_readable' };
  }
}
