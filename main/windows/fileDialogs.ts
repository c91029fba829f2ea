import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, type BaseWindow, dialog } from 'electron';
import type { FileFailure } from '../../contract/responses.ts';
import type { Result } from '../../contract/result.ts';
import { t } from '../words/words.ts';
import { writeWhole } from './wholeFile.ts';

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

export interface FileDialogsOptions {
  /** The window that a dialog belongs to. */
  readonly window: () => BaseWindow;
  /** A dialog stays open when Motorpool is locked; whoever answers it then is answered as if they had not. */
  readonly isLocked: () => boolean;
}

/** Files as a person chooses them; pages and services never name one. */
export interface FileDialogs {
  /** Asks the person where to put a file of this name; `null` where they changed their mind. */
  askWhereTo(kind: SavedKind, name: string): Promise<string | null>;
  /** Asks the person for a file; `null` where they changed their mind. */
  askWhich(kind: FileKind): Promise<string | null>;
  /** Asks the person where to, and writes there, wholly or not at all. Answers the name of the file. */
  save(file: {
    readonly kind: SavedKind;
    readonly name: string;
    readonly text: string;
  }): Promise<Result<string, FileFailure>>;
  /** Asks the person which file, and answers its text. */
  open(kind: FileKind): Promise<Result<string, FileFailure>>;
}

export function createFileDialogs({ window, isLocked }: FileDialogsOptions): FileDialogs {
  async function askWhereTo(kind: SavedKind, name: string): Promise<string | null> {
    const chosen = await dialog.showSaveDialog(window(), {
      defaultPath: join(app.getPath('documents'), safeName(name)),
      title: t(`files.save.${kind}`),
      filters: [filter(kind)],
    });
    return chosen.canceled || isLocked() ? null : chosen.filePath || null;
  }

  async function askWhich(kind: FileKind): Promise<string | null> {
    const chosen = await dialog.showOpenDialog(window(), {
      properties: ['openFile'],
      title: t(`files.open.${kind}`),
      filters: [filter(kind)],
    });
    return chosen.canceled || isLocked() ? null : (chosen.filePaths[0] ?? null);
  }

  return {
    askWhereTo,
    askWhich,

    async save({ kind, name, text }) {
      const path = await askWhereTo(kind, name);
      if (path === null) return { ok: false, failure: 'cancelled' };
      try {
        await writeWhole(path, text);
        return { ok: true, value: basename(path) };
      } catch {
        return { ok: false, failure: 'not_written' };
      }
    },

    async open(kind) {
      const path = await askWhich(kind);
      if (path === null) return { ok: false, failure: 'cancelled' };
      try {
        const { size } = await stat(path);
        if (size > MAX_OPENED_BYTES) return { ok: false, failure: 'not_readable' };
        return { ok: true, value: await readFile(path, 'utf8') };
      } catch {
        return { ok: false, failure: 'not_readable' };
      }
    },
  };
}
