import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { clientIdOf } from './application.ts';
import { readCommandLine, UsageError } from './cli.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

type Run = {
  child: ChildProcess;
  out: () => string;
  err: () => string;
  exit: Promise<number | null>;
};

function run(...args: string[]): Run {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const exit = once(child, 'close').then(([code]) => code as number | null);
  return { child, out: () => out, err: () => err, exit };
}

async function ready({ child, out }: Run): Promise<Record<string, unknown>> {
  while (!out().includes('\n')) await once(child.stdout ?? child, 'data');
  return JSON.parse(out()) as Record<string, unknown>;
}

describe('the process', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'prints one line, serves, and ends on %s',
    async (signal) => {
      const sandbox = run('--port', '0', '--vehicles', '20', '--seed', '5');
      const line = await ready(sandbox);
      const origin = (line.origins as { api: string }).api;
      expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      const { clientId } = line;
      expect(line).toEqual({
        origins: { connect: origin, auth: origin, api: origin },
        clientId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        clientSecret: expect.stringMatching(/^[0-9a-f-]{36}$/),
        redirectUris: [
          `sc${clientId}://connect`,
          'http://localhost:53682/callback',
          'http://localhost:53683/callback',
          'http://localhost:53684/callback',
          'https://javascript-sdk.smartcar.com/v2/redirect?app_origin=https://fleet.example',
        ],
        admin: `${origin}/__admin`,
      });
      // fetch keeps this connection open; the process must end all the same.
      const summary = (await (await fetch(`${origin}/__admin`)).json()) as Record<string, unknown>;
      expect(summary).toMatchObject({ seed: 5, vehicles: 20 });
      sandbox.child.kill(signal);
      expect(await sandbox.exit).toBe(0);
      expect(sandbox.out().trim().split('\n')).toHaveLength(1);
      expect(sandbox.err()).toBe('');
    },
  );

  test('a bad option ends with a message and 2', async () => {
    const sandbox = run('--vehicles', 'many');
    expect(await sandbox.exit).toBe(2);
    expect(sandbox.out()).toBe('');
    expect(sandbox.err()).toContain('--vehicles must be a whole number');
  });

  test('a port that is taken ends with a message and 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => {
      other.close();
    });
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const sandbox = run('--port', String(port));
    expect(await sandbox.exit).toBe(1);
    expect(sandbox.err()).toContain(`port ${port} of 127.0.0.1 is taken`);
    expect(sandbox.out()).toBe('');
  });

  test('--help ends with 0', async () => {
    const sandbox = run('--help');
    expect(await sandbox.exit).toBe(0);
    expect(sandbox.out()).toContain('--rate-limit');
  });
});

describe('options', () => {
  test('all are read', () => {
    const line =
      '--port 8080 --host localhost --vehicles 9 --seed 3 --state f.json --country DE --latency 5 --code-life 1 --token-life 2 --refresh-life 3 --refresh-grace 4 --rate-limit 120/2 --vehicle-limit 5/60 --monthly-limit 500 --vehicle-quota 7';
    const fault = { kind: 'token-down', count: 1 };
    expect(readCommandLine([...line.split(' '), '--fault', JSON.stringify(fault)])).toEqual({
      port: 8_080,
      host: 'localhost',
      vehicles: 9,
      seed: 3,
      state: 'f.json',
      country: 'DE',
      latencyMs: 5,
      codeLife: 1,
      tokenLife: 2,
      refreshLife: 3,
      refreshGrace: 4,
      rateLimit: { capacity: 120, perMinute: 2 },
      vehicleLimit: { requests: 5, seconds: 60 },
      monthlyLimit: 500,
      vehicleQuota: 7,
      faults: [fault],
    });
  });

  test('redirect URIs replace the registered ones', async () => {
    const custom = `sc${clientIdOf(3)}://done/here`;
    const uris = [custom, 'http://localhost:1234/back', 'https://cars.example/done?a=b'];
    const args = uris.flatMap((uri) => ['--redirect-uri', uri]);
    expect(readCommandLine([...args, '--seed', '3'])).toEqual({ seed: 3, redirectUris: uris });
    const sandbox = run(...args, '--seed', '3');
    expect(await ready(sandbox)).toMatchObject({ redirectUris: uris });
  });

  test.each([
    ['--unknown'],
    ['stray'],
    ['--port', '65536'],
    ['--port', '-1'],
    ['--host', '0.0.0.0'],
    ['--host', '192.168.1.5'],
    ['--host', '127.evil.example'],
    ['--country', 'XX'],
    ['--state', ''],
    ['--rate-limit', '120'],
    ['--vehicle-limit', '1/2/3'],
    ['--fault', 'not json'],
    ['--fault', '{"kind":"nonsense"}'],
    ['--redirect-uri', 'nonsense'],
    ['--redirect-uri', 'http://127.0.0.1:53682/callback'],
    ['--redirect-uri', 'https://cars.example/done#here'],
    ['--redirect-uri', `sc${clientIdOf(2)}://connect`],
    ['--redirect-uri', `sc${clientIdOf(1)}:connect`],
    ['--redirect-uri', 'file:///tmp/x'],
  ])('%s %s is refused', (...args) => {
    expect(() => readCommandLine(args)).toThrow(UsageError);
  });
});
