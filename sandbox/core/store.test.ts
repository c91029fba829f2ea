import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { createSandbox, type Sandbox } from '../server.ts';
import {
  admin,
  advance,
  apiOf,
  authorizeUrl,
  connectCapable,
  NIGHT,
  requestToken,
  startSandbox,
  walkThrough,
} from '../testing/harness.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  file = join(folder, 'inside', 'state.json');
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

const start = (more = {}): Promise<Sandbox> => startSandbox({ state: file, ...more });

test('tokens, connections, commands and the clock survive a restart', async () => {
  const before = await start();
  const { accessToken, refreshToken, id, api } = await connectCapable(before);
  const pending = (await walkThrough(authorizeUrl(before))).searchParams.get('code') ?? '';
  await api('POST', `/vehicles/${id}/security`, { action: 'UNLOCK' });
  await advance(before, 60);
  const vehicle = await api('GET', `/vehicles/${id}`);
  await before.close();

  const after = await start();
  expect(after.clientId).toBe(before.clientId);
  expect(after.clientSecret).toBe(before.clientSecret);
  const again = apiOf(after, accessToken);
  expect((await again('GET', `/vehicles/${id}`)).body).toEqual(vehicle.body);
  expect((await again('GET', `/vehicles/${id}/security`)).body.isLocked).toBe(false);
  expect((await admin(after, 'GET', '')).clockOffset).toBe(60_000);
  const refresh = { grant_type: 'refresh_token', refresh_token: refreshToken };
  expect((await requestToken(after, refresh)).status).toBe(200);
  const exchange = { grant_type: 'authorization_code', code: pending };
  expect((await requestToken(after, exchange)).status).toBe(200);
});

test('a token that was answered is on disk already', async () => {
  const before = await start();
  const { accessToken } = await connectCapable(before);
  // A second sandbox on the same file stands for a restart after a crash.
  const copy = join(folder, 'copy.json');
  await writeFile(copy, await readFile(file));
  const after = await startSandbox({ state: copy });
  expect((await apiOf(after, accessToken)('GET', '/user')).status).toBe(200);
});

test('the file holds no token, code or password, and only its owner may read it', async () => {
  const sandbox = await start();
  const { accessToken, refreshToken, code } = await connectCapable(sandbox);
  const unused = (await walkThrough(authorizeUrl(sandbox))).searchParams.get('code') ?? '';
  await sandbox.close();
  const text = await readFile(file, 'utf8');
  expect(text.length).toBeGreaterThan(500);
  for (const secret of [accessToken, refreshToken, code, unused, sandbox.clientSecret, '"pw"']) {
    expect(text).not.toContain(secret);
  }
  expect(await readdir(join(folder, 'inside'))).toEqual(['state.json']);
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test.each([
  ['is not JSON', '{"version":'],
  ['has an unknown form', '{"version":2}'],
])('a state file that %s is set aside', async (reason, content) => {
  const corrupt = join(folder, 'state.json');
  await writeFile(corrupt, content);
  const warnings: string[] = [];
  const warn = (message: string) => warnings.push(message);
  const sandbox = await startSandbox({ state: corrupt, warn });
  expect(warnings).toEqual([expect.stringContaining(reason)]);
  expect(await readFile(`${corrupt}.unusable-${NIGHT}`, 'utf8')).toBe(content);
  expect((await connectCapable(sandbox)).id).toMatch(/^[0-9a-f-]{36}$/);
});

test('a state file of another seed is set aside, not mixed', async () => {
  const first = await start();
  const { accessToken } = await connectCapable(first);
  await first.close();
  const warnings: string[] = [];
  const other = await start({ seed: 2, warn: (message: string) => warnings.push(message) });
  expect(other.clientId).not.toBe(first.clientId);
  expect(warnings).toEqual([expect.stringContaining('belongs to seed 1')]);
  expect((await apiOf(other, accessToken)('GET', '/user')).status).toBe(401);
});

test('a state that cannot be written fails the exchange instead of risking the token', async () => {
  const warnings: string[] = [];
  const sandbox = await start({ warn: (text: string) => warnings.push(text) });
  const code = (await walkThrough(authorizeUrl(sandbox))).searchParams.get('code') ?? '';
  const inside = join(folder, 'inside');
  await rm(inside, { recursive: true });
  await writeFile(inside, 'not a folder');
  const answer = await requestToken(sandbox, { grant_type: 'authorization_code', code });
  expect(answer.status).toBe(500);
  expect(answer.body).toEqual({ error: 'server_error' });
  expect(warnings).toEqual([expect.stringContaining('POST /oauth/token')]);
  await rm(inside);
});

test('a state file that cannot be read stops the start', async () => {
  const blocked = join(folder, 'file');
  await writeFile(blocked, '');
  await expect(createSandbox({ state: join(blocked, 'state.json') })).rejects.toThrow('ENOTDIR');
});
