import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { root, test } from './app.ts';
import { keychainEntries } from './keyring.ts';
import { startConnect, tryWithSimulatedCars, waitForReadings, walkConnect } from './pages.ts';

/** The client secret that the app got from its sandbox: the same seed gives the same one. */
async function sandboxSecret(): Promise<string> {
  const child = spawn(
    join(root, 'node_modules/.bin/node'),
    [join(root, 'sandbox/main.ts'), '--seed', '1'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = await once(child.stdout, 'data');
  child.kill();
  return (JSON.parse(String(line)) as { clientSecret: string }).clientSecret;
}

/** Notes, in the main process, where the Connect window is redirected to at the end. */
async function watchRedirect(app: ElectronApplication): Promise<() => Promise<URL>> {
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

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

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

/** Arguments and environment of the app's processes, as anyone on the machine may list them. */
function processTexts(pid: number): string {
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
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

test('no token, code, state or secret leaves main process and keychain', async ({ machine }) => {
  const clientSecret = await sandboxSecret();
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  const connectPage = await startConnect(app, page);
  const redirect = await watchRedirect(app);
  await walkConnect(connectPage, {
    brand: 'TESLA',
    email: 'driver@fleet.example',
    password: 'a-password-of-a-driver',
  });
  await waitForReadings(page);

  const [entry] = keychainEntries(machine);
  const { accessToken, refreshToken } = JSON.parse(entry?.password ?? '{}') as Record<
    string,
    string
  >;
  const { searchParams } = await redirect();
  const secrets = [
    clientSecret,
    accessToken,
    refreshToken,
    searchParams.get('code'),
    searchParams.get('state'),
    'a-password-of-a-driver',
  ];
  for (const secret of secrets) expect(secret?.length).toBeGreaterThan(20);

  const memory = await reachableTexts(page);
  const { pid } = app.process();
  if (pid === undefined) throw new Error('the app has no process');
  const processes = processTexts(pid);
  // The looks themselves work: what must be found is found.
  expect(memory).toContain('Tesla Model');
  expect(processes).toContain('--user-data-dir');

  await app.close();
  expect(filesBelow(machine.userData).map((file) => file.slice(machine.userData.length))).toEqual(
    expect.arrayContaining(['/settings.json', '/vehicles.json', '/logs/main.log']),
  );
  const log = readFileSync(join(machine.userData, 'logs/main.log'), 'utf8');
  expect(log).toContain('connect.outcome');

  for (const secret of secrets as string[]) {
    expect(memory.includes(secret), 'renderer').toBe(false);
    expect(processes.includes(secret), 'process list').toBe(false);
    expect(filesThatHold(machine.userData, secret), 'files').toEqual([]);
  }
});
