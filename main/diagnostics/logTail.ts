import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LOG_LEVELS, type LogLevel, type LogLine, type LogTail } from '../../contract/logLines.ts';
import { redact } from '../app/redact.ts';

/** How many lines are shown at most. */
export const SHOWN_LINES = 5_000;

/** The log begins a new file at 1 MiB and keeps the one before. */
const FILES = ['main.old.log', 'main.log'];

/** As `openLog` writes them. */
const LINE = /^\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3})\] (\w+) (.*)$/;

function levelOf(word: string): LogLevel {
  return LOG_LEVELS.find((level) => level === word) ?? 'info';
}

/** Lines that do not begin with a time, as those of a stack trace, belong to the one before. */
export function parseLog(text: string): readonly LogLine[] {
  let before: Pick<LogLine, 'time' | 'level'> = { time: '', level: 'info' };
  return text.split(/\r?\n/).flatMap((line): LogLine[] => {
    if (line === '') return [];
    const [, time, level, rest] = LINE.exec(line) ?? [];
    if (time === undefined || level === undefined || rest === undefined) {
      return [{ ...before, text: redact(line) }];
    }
    before = { time, level: levelOf(level) };
    return [{ ...before, text: redact(rest) }];
  });
}

async function versionOf(folder: string): Promise<string> {
  const parts = FILES.map(async (name) => {
    try {
      const { size, mtimeMs } = await stat(join(folder, name));
      return `${size}:${mtimeMs}`;
    } catch {
      return 'none';
    }
  });
  return (await Promise.all(parts)).join(' ');
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    // Nothing was written yet, or it cannot be read now: then there is nothing to show.
    return '';
  }
}

/**
 * The newest lines of the log in `folder`, redacted once more: another version may have written them.
 * `null` where nothing was written since `known`.
 */
export async function readLogTail(folder: string, known: string | null): Promise<LogTail | null> {
  const version = await versionOf(folder);
  if (version === known) return null;
  const texts = await Promise.all(FILES.map((name) => textOf(join(folder, name))));
  const raw = texts
    .join('\n')
    .split('\n')
    .filter((line) => line !== '')
    .slice(-SHOWN_LINES);
  return { version, lines: parseLog(raw.join('\n')) };
}
