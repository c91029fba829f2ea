import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { asker, json, temporaryFolder } from './testing/backend.ts';
import { type Run, run } from './testing/process.ts';
import { type SandboxProcess, startSandboxProcess } from './testing/sandbox.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const REDIRECT_URI = 'http://localhost:53682/callback';

let sandbox: SandboxProcess;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
});
afterEach(() => sandbox.admin('DELETE', '/faults'));
afterAll(() => sandbox.stop());

function start(args: readonly string[], env: Record<string, string> = {}): Run {
  const started = run(MAIN, args, env);
  onTestFinished(() => {
    started.child.kill('SIGKILL');
  });
  return started;
}

interface Settled {
  readonly env: Record<string, string>;
  readonly token: string;
}

/** An environment that works, its token made by the command. */
async function settle(): Promise<Settled> {
  const folder = await temporaryFolder();
  const adding = start(['add-token', 'anna']);
  expect(await adding.exit).toBe(0);
  const file = join(folder, 'staff.txt');
  const secretFile = join(folder, 'secret');
  await writeFile(file, adding.out());
  await writeFile(secretFile, `${sandbox.clientSecret}\n`);
  const token = adding.err().trim().split('\n').at(-1) ?? '';
  expect(adding.out()).toMatch(/^anna:scrypt\$32768\$8\$1\$[\w-]+\$[\w-]+\n$/);
  expect(adding.out()).not.toContain(token.replace('anna.', ''));
  return {
    token,
    env: {
      SMARTCAR_CLIENT_ID: sandbox.clientId,
      SMARTCAR_CLIENT_SECRET_FILE: secretFile,
      SMARTCAR_REDIRECT_URIS: sandbox.redirectUris.join(' '),
      SMARTCAR_MODE: 'simulated',
      SMARTCAR_AUTH_ORIGIN: sandbox.origin,
      SMARTCAR_API_ORIGIN: sandbox.origin,
      STAFF_TOKENS_FILE: file,
      PORT: '0',
    },
  };
}

/** True as long as the port takes connections. */
function accepts(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

describe('the process', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s it finishes the running request, takes no other and ends with 0',
    async (signal) => {
      const { env, token } = await settle();
      const backend = start([], env);
      const { event, url } = JSON.parse(await backend.firstLine()) as Record<string, string>;
      if (url === undefined) throw new Error('no address');
      expect([event, url]).toEqual(['listening', expect.stringMatching(/^http:\/\/127\.0\.0\.1:/)]);
      const code = await sandbox.connect(REDIRECT_URI);
      const ask = asker(url, token);
      expect((await ask('GET', '/v1/application')).status).toBe(200);

      await sandbox.admin('POST', '/faults', { kind: 'token-delay', ms: 1_000, count: 1 });
      let isAnswered = false;
      const exchange = ask('POST', '/v1/exchange', json({ code, redirectUri: REDIRECT_URI }));
      const answered = exchange.finally(() => {
        isAnswered = true;
      });
      // The fault is gone once Smartcar's stand-in has the request.
      const faults = async () => JSON.stringify(await sandbox.admin('GET', '/faults'));
      while ((await faults()).includes('token-delay'));
      backend.child.kill(signal);
      while (await accepts(url));
      expect(isAnswered).toBe(false);

      const { status, headers, body } = await answered;
      expect(status).toBe(200);
      expect(headers.get('connection')).toBe('close');
      expect(await backend.exit).toBe(0);
      expect(backend.err()).toBe('');
      const lines = backend.out().trim().split('\n').slice(1);
      expect(lines.map((line) => JSON.parse(line))).toMatchObject([
        { staff: 'anna', method: 'GET', path: '/v1/application', status: 200 },
        { staff: 'anna', method: 'POST', path: '/v1/exchange', status: 200 },
      ]);
      const secrets = [code, token, sandbox.clientSecret, body.accessToken, body.refreshToken];
      for (const secret of secrets) expect(backend.out()).not.toContain(String(secret));
    },
  );

  test('a port that is taken ends with 1', async () => {
    const { env } = await settle();
    const first = start([], env);
    const { url } = JSON.parse(await first.firstLine()) as { url: string };
    const second = start([], { ...env, PORT: new URL(url).port });
    expect(await second.exit).toBe(1);
    expect(second.err()).toContain('EADDRINUSE');
  });
});

describe('configuration', () => {
  test('without any, each missing variable is named, and it ends with 2', async () => {
    const backend = start([]);
    expect(await backend.exit).toBe(2);
    expect(backend.out()).toBe('');
    expect(backend.err().trim().split('\n')).toEqual([
      'backend: SMARTCAR_CLIENT_ID: is missing',
      'backend: SMARTCAR_REDIRECT_URIS: is missing',
      'backend: SMARTCAR_MODE: is missing',
      'backend: STAFF_TOKENS_FILE: is missing',
    ]);
  });

  test.each([
    ['SMARTCAR_MODE', 'production', 'must be live, test or simulated'],
    ['SMARTCAR_AUTH_ORIGIN', 'http://auth.example', 'must be an https origin'],
    ['SMARTCAR_API_ORIGIN', 'https://api.example/v2.0', 'must be an https origin'],
    ['SMARTCAR_REDIRECT_URIS', 'http://fleet.example/', 'must list'],
    ['SMARTCAR_CLIENT_SECRET', 'hush', 'give either this or SMARTCAR_CLIENT_SECRET_FILE'],
    ['SMARTCAR_CLIENT_SECRET_FILE', '', 'give either this or SMARTCAR_CLIENT_SECRET_FILE'],
    ['SMARTCAR_CLIENT_SECRET_FILE', 'no-such-file', 'cannot be read (ENOENT)'],
    ['STAFF_TOKENS_FILE', 'no-such-file', 'cannot be read (ENOENT)'],
    ['STAFF_TOKENS_FILE', MAIN, 'line 1 is not'],
    ['PORT', '65536', 'must be a whole number from 0 to 65535'],
    ['RATE_LIMIT_PER_MINUTE', 'many', 'must be a whole number from 1'],
  ])('%s=%s ends with one message and 2', async (name, value, message) => {
    const { env } = await settle();
    const backend = start([], { ...env, [name]: value });
    expect(await backend.exit).toBe(2);
    expect(backend.out()).toBe('');
    expect(backend.err()).toMatch(/^backend: .*\n$/);
    expect(backend.err()).toContain(message);
    expect(backend.err()).not.toContain('hush');
  });

  test.each([[['add-token']], [['add-token', 'no good']], [['serve']]])(
    'the arguments %o end with 2',
    async (args) => {
      const backend = start(args);
      expect(await backend.exit).toBe(2);
      expect(backend.out()).toBe('');
      expect(backend.err()).not.toBe('');
    },
  );
});
