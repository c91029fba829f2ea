import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const KB = 1024;

/** `pss`: pages that processes share count once. `rss`: they count in each of them. */
export type MemoryKind = 'pss' | 'rss';

export interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  readonly rssBytes: number;
}

/** Reads the lines of `ps -o pid=,ppid=,rss=`. */
export function parseProcesses(text: string): ProcessRow[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [pid = Number.NaN, parent = Number.NaN, rss = Number.NaN] = line
        .trim()
        .split(/\s+/)
        .map(Number);
      return { pid, parent, rssBytes: rss * KB };
    });
}

/** A process, its children, theirs and so on. */
export function familyOf(ancestor: number, processes: readonly ProcessRow[]): ProcessRow[] {
  const family = processes.filter(({ pid }) => pid === ancestor);
  for (const { pid } of family) {
    family.push(...processes.filter(({ parent }) => parent === pid));
  }
  return family;
}

/** The proportional share of a process, what is swapped out included; `null` for one that is gone. */
export function parsePss(rollup: string): number | null {
  const kilobytes = [...rollup.matchAll(/^(?:Pss|SwapPss):\s+(\d+) kB$/gm)].map(([, kb]) =>
    Number(kb),
  );
  return kilobytes.length === 0 ? null : kilobytes.reduce((sum, kb) => sum + kb, 0) * KB;
}

/** Which of the two this machine can tell. */
export function memoryKind(): MemoryKind {
  return existsSync('/proc/self/smaps_rollup') ? 'pss' : 'rss';
}

async function pssOf(pid: number): Promise<number> {
  try {
    return parsePss(await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? 0;
  } catch (error) {
    // It ended since it was listed.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return 0;
    throw error;
  }
}

/** Bytes that a process and all its descendants take. */
export async function memoryOfFamily(ancestor: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss=']);
  const family = familyOf(ancestor, parseProcesses(stdout));
  if (family.length === 0) throw new Error('The app ended before it was measured');
  const sizes =
    memoryKind() === 'pss'
      ? await Promise.all(family.map(({ pid }) => pssOf(pid)))
      : family.map(({ rssBytes }) => rssBytes);
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}
