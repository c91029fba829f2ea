import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, type BaseWindow, dialog } from 'electron';
import type { FileFailure } from '../../contract/responses.ts';
import type { Result } from '../../contract/result.ts';
import { t } from '../words/words.ts';

export type FileKind = 'csv' | 'views' | 'support';

const EXTENSIONS: Readonly<Record<FileKind, string>> = {
  csv: 'csv',
  support: 'json',
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

/** Asks the person where to, and writes there. Answers the name of the file. */
export async function saveFile(
  window: BaseWindow,
  file: { readonly kind: FileKind; readonly name: string; readonly text: string },
): Promise<Result<string, FileFailure>> {
  const chosen = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), safeName(file.name)),
    title: t(`files.save.${file.kind}`),
    filters: [filter(file.kind)],
  });
  if (chosen.canceled || !chosen.filePath) return { ok: false, failure: 'cancelled' };
  try {
    await writeFile(chosen.filePath, file.text);
    return { ok: true, value: basename(chosen.filePath) };
  } catch {
    return { ok: false, failure: 'not_written' };
  }
}

/** Asks the person which file, and answers its text. */
export async function openFile(
  window: BaseWindow,
  kind: FileKind,
): Promise<Result<string, FileFailure>> {
  const chosen = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    title: t(`files.open.${kind}`),
    filters: [filter(kind)],
  });
  const [path] = chosen.filePaths;
  if (chosen.canceled || !path) return { ok: false, failure: 'cancelled' };
  try {
    const { size } = await stat(path);
    if (size > MAX_OPENED_BYTES) return { ok: false, failure: 'not_readable' };
    return { ok: true, value: await readFile(path, 'utf8') };
  } catch {
    return { ok: false, failure: 'not_readable' };
  }
}
