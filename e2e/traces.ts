import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import type { Machine } from './app.ts';
import { keychainEntries } from './keyring.ts';

/** All files below a folder. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The files below a folder in which a text stands, in one byte or two per character. */
function filesThatHold(folder: string, secret: string): string[] {
  const spellings = [Buffer.from(secret, 'utf8'), Buffer.from(secret, 'utf16le')];
  return filesBelow(folder).filter((file) => {
    const content = readFileSync(file);
    return spellings.some((spelling) => content.includes(spelling));
  });
}

/** Every text that a script in the page could reach from `window`. */
function reachableTexts(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const seen = new Set<unknown>();
    const texts: string[] = [document.documentElement.outerHTML];
    const queue: unknown[] = [
      window,
      await window.motorpool['app.bootstrap'](),
      { ...localStorage },
      { ...sessionStorage },
      performance.getEntries().map((entry) => entry.toJSON()),
    ];
    for (const value of queue) {
      if (typeof value === 'string') texts.push(value);
      if (value === null || !['object', 'function'].includes(typeof value) || seen.has(value)) {
        continue;
      }
      seen.add(value);
      if (value instanceof Map || value instanceof Set) queue.push(...value.entries());
      for (const key of Reflect.ownKeys(value as object)) {
        if (typeof key === 'string') texts.push(key);
        try {
          queue.push((value as Record<PropertyKey, unknown>)[key]);
        } catch {
          // A getter that throws gives nothing away.
        }
      }
    }
    return texts.join('\n');
  });
}

/** A snapshot of all that the page's script engine holds in memory, reachable or not. */
async function heapSnapshot(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot');
  await session.detach();
  return chunks.join('');
}

/** Arguments and environment of the app's processes, as anyone on the machine may list them. */
export function processTexts(app: ElectronApplication): string {
  const { pid } = app.process();
  if (pid === undefined) throw new Error('the app has no process');
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const family = new Set([pid]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const [child, parent] of table) {
      if (child !== undefined && parent !== undefined && family.has(parent)) family.add(child);
    }
  }
  return [...family]
    .flatMap((id) => [`/proc/${id}/cmdline`, `/proc/${id}/environ`])
    .map(readIfThere)
    .join('\n');
}

/** A process may end while it is looked at. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Notes, in the main process, where the Connect window is redirected to at the end. */
export async function watchRedirect(app: ElectronApplication): Promise<() => Promise<URL>> {
  const noted = await app.evaluateHandle(({ webContents }) => {
    const note = { address: '' };
    for (const contents of webContents.getAllWebContents()) {
      contents.prependListener('will-redirect', ({ url }) => {
        if (url.startsWith('sc')) note.address = url;
      });
    }
    return note;
  });
  return async () => new URL((await noted.jsonValue()).address);
}

/** The token pair of the one connection in the keychain. */
export function tokensOf(machine: Machine): Record<'accessToken' | 'refreshToken', string> {
  const connections = keychainEntries(machine).filter(({ account }) =>
    account.startsWith('connection:'),
  );
  expect(connections).toHaveLength(1);
  const { accessToken, refreshToken } = JSON.parse(connections[0]?.password ?? '{}');
  return { accessToken, refreshToken };
}

/** What nobody may find, by a name for the report. */
export type Secrets = Readonly<Record<string, string | null | undefined>>;

export interface Traces {
  readonly machine: Machine;
  readonly app: ElectronApplication;
  readonly page: Page;
  /** A text that the screen shows, to prove that the search itself works. */
  readonly shown: string;
}

/**
 * Quits the app and expects that none of these secrets is in the main window's memory, in the
 * arguments and environment of any of its processes, or in a file that it leaves behind.
 */
export async function expectNoTraces(
  { machine, app, page, shown }: Traces,
  secrets: Secrets,
): Promise<void> {
  const texts = {
    window: await reachableTexts(page),
    heap: await heapSnapshot(page),
    processes: processTexts(app),
  };
  expect(texts.window.includes(shown)).toBe(true);
  expect(texts.heap.includes(shown)).toBe(true);
  expect(texts.processes.includes('--user-data-dir')).toBe(true);
  await app.close();
  const left = filesBelow(machine.userData).map((file) => file.slice(machine.userData.length));
  expect(left).toEqual(
    expect.arrayContaining(['/settings.json', '/vehicles.db', '/logs/main.log']),
  );

  for (const [name, secret] of Object.entries(secrets)) {
    if (!secret || secret.length < 20)
      throw new Error(`${name} is not known, so it proves nothing`);
    for (const [where, text] of Object.entries(texts)) {
      expect(text.includes(secret), `${name} in ${where}`).toBe(false);
    }
    expect(filesThatHold(machine.userData, secret), name).toEqual([]);
  }
}
