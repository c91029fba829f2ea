import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Secret } from '../secret.ts';
import { createPrepareTransport, type TransportOptions } from './prepareTransport.ts';
import type { ConnectSurface, OpenSurface, PreparedTransport } from './transport.ts';

const SCHEME = 'sc7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42';
const CUSTOM = `${SCHEME}://connect`;
const HOSTED = 'https://javascript-sdk.smartcar.com/v2/redirect?app_origin=https://fleet.example';
const STATE = 'q1w2e3r4t5';
const CONNECT_URL = `https://connect.smartcar.com/oauth/authorize?state=${STATE}`;

/** A port that another program uses, and what frees it. */
async function takenPort(): Promise<{ port: number; free: () => Promise<void> }> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return {
    port: (server.address() as AddressInfo).port,
    async free() {
      server.close();
      await once(server, 'close');
    },
  };
}

async function freeRedirectUri(): Promise<string> {
  const { port, free } = await takenPort();
  await free();
  return `http://localhost:${port}/callback`;
}

/** The system as a desktop has it, with what it was asked noted down. */
function desktop(options: Partial<TransportOptions> = {}) {
  const opened: string[] = [];
  const schemes = new Set<string>();
  const windows: Parameters<TransportOptions['openWindow']>[0][] = [];
  const prepare = createPrepareTransport({
    language: () => 'en',
    openWindow(request) {
      windows.push(request);
      return {
        answer: Promise.resolve({ kind: 'closed' }),
        focus: () => undefined,
        close: () => undefined,
        receiveLink: () => false,
      };
    },
    openExternal: async (address) => void opened.push(address),
    systemScheme: {
      register: (scheme) => Boolean(schemes.add(scheme)),
      unregister: (scheme) => void schemes.delete(scheme),
    },
    ...options,
  });
  return { prepare, opened, schemes, windows };
}

async function prepared(preparing: ReturnType<ReturnType<typeof createPrepareTransport>>) {
  const result = await preparing;
  if (!result.ok) throw new Error(result.failure.problem);
  return result.prepared;
}

function request(redirectUri: string): OpenSurface {
  return {
    connectUrl: new URL(CONNECT_URL),
    expected: { redirectUri, state: new Secret(STATE), answer: 'code' },
    onRefused: () => undefined,
  };
}

function open(transport: PreparedTransport): ConnectSurface {
  const surface = transport.open(request(transport.redirectUri));
  onTestFinished(surface.close);
  return surface;
}

describe('which redirect URI is used', () => {
  test.each([
    ['custom_scheme', CUSTOM],
    ['https', HOSTED],
  ] as const)('%s: in a window', async (transport, redirectUri) => {
    const { prepare, windows } = desktop();
    const way = await prepared(prepare(transport, [CUSTOM, HOSTED]));
    expect(way.redirectUri).toBe(redirectUri);
    open(way);
    expect(windows).toMatchObject([{ canUseBrowser: true }]);
  });

  test('a window offers no browser that could not come back', async () => {
    const { prepare, windows } = desktop();
    open(await prepared(prepare('https', [HOSTED])));
    expect(windows).toMatchObject([{ canUseBrowser: false }]);
  });

  test.each([
    ['custom_scheme', [HOSTED]],
    ['https', [CUSTOM]],
    ['system_browser', [HOSTED]],
    ['system_browser', []],
  ] as const)('%s with %j: none', async (transport, redirectUris) => {
    const { prepare } = desktop();
    expect(await prepare(transport, redirectUris)).toEqual({
      ok: false,
      failure: { problem: 'no_redirect_uri', ports: [] },
    });
  });
});

describe('the system’s browser and localhost', () => {
  test('is listened on before the browser opens, and answers with the callback', async () => {
    const redirectUri = await freeRedirectUri();
    const { prepare, schemes } = desktop({
      openExternal: async () => void (await fetch(`${redirectUri}?code=c&state=${STATE}`)),
    });
    const way = await prepared(prepare('system_browser', [CUSTOM, redirectUri]));
    expect(way.redirectUri).toBe(redirectUri);
    expect(await open(way).answer).toMatchObject({ kind: 'callback', callback: { kind: 'code' } });
    expect(schemes.size).toBe(0);
  });

  test('opens Connect’s address, and again when it is asked for', async () => {
    const { prepare, opened } = desktop();
    const surface = open(await prepared(prepare('system_browser', [await freeRedirectUri()])));
    surface.focus();
    expect(opened).toEqual([CONNECT_URL, CONNECT_URL]);
    surface.close();
    expect(await surface.answer).toEqual({ kind: 'closed' });
  });

  test('a link is not its way back', async () => {
    const { prepare } = desktop();
    const surface = open(await prepared(prepare('system_browser', [await freeRedirectUri()])));
    expect(surface.receiveLink(`${CUSTOM}?code=c&state=${STATE}`)).toBe(false);
  });

  test('all ports taken: says which', async () => {
    const [first, second] = await Promise.all([takenPort(), takenPort()]);
    const redirectUris = [first, second].map(({ port }) => `http://localhost:${port}/callback`);
    const { prepare, schemes } = desktop();
    // Not the scheme instead: who registered ports wants them.
    expect(await prepare('system_browser', [...redirectUris, CUSTOM])).toEqual({
      ok: false,
      failure: { problem: 'ports_taken', ports: [first.port, second.port] },
    });
    expect(schemes.size).toBe(0);
  });

  test('given up before it is opened: the port is free again', async () => {
    const redirectUri = await freeRedirectUri();
    const { prepare } = desktop();
    (await prepared(prepare('system_browser', [redirectUri]))).release();
    await expect.poll(async () => (await prepare('system_browser', [redirectUri])).ok).toBe(true);
  });

  test('no browser opens: says so, and the port is free again', async () => {
    const redirectUri = await freeRedirectUri();
    const { prepare } = desktop({ openExternal: () => Promise.reject(new Error('none')) });
    const way = await prepared(prepare('system_browser', [redirectUri]));
    expect(await open(way).answer).toEqual({
      kind: 'transport_failed',
      problem: 'browser_not_opened',
    });
    expect((await prepare('system_browser', [redirectUri])).ok).toBe(true);
  });

  test('no browser opens a second time: the attempt goes on', async () => {
    const redirectUri = await freeRedirectUri();
    let times = 0;
    const { prepare } = desktop({
      async openExternal() {
        times += 1;
        if (times > 1) throw new Error('none');
      },
    });
    const surface = open(await prepared(prepare('system_browser', [redirectUri])));
    surface.focus();
    await fetch(`${redirectUri}?code=c&state=${STATE}`);
    expect(await surface.answer).toMatchObject({ kind: 'callback' });
  });
});

describe('the system’s browser and a link', () => {
  test('the scheme is registered for the attempt only', async () => {
    const { prepare, schemes, opened } = desktop();
    const way = await prepared(prepare('system_browser', [CUSTOM]));
    expect([...schemes]).toEqual([SCHEME]);
    const surface = open(way);
    expect(opened).toEqual([CONNECT_URL]);
    expect(surface.receiveLink(`${CUSTOM}?code=c&state=${STATE}`)).toBe(true);
    expect(await surface.answer).toMatchObject({ kind: 'callback', callback: { kind: 'code' } });
    expect(schemes.size).toBe(0);
  });

  test.each([
    ['without state', `${CUSTOM}?code=c`],
    ['with a wrong state', `${CUSTOM}?code=c&state=x`],
    ['to another host', `${SCHEME}://other?code=c&state=${STATE}`],
    ['of another application', CUSTOM.replace('7c0e', '0000')],
    ['that is none', 'connect'],
  ])('one %s is refused, and the attempt goes on', async (_name, address) => {
    const { prepare } = desktop();
    const surface = open(await prepared(prepare('system_browser', [CUSTOM])));
    expect(surface.receiveLink(address)).toBe(false);
    expect(surface.receiveLink(`${CUSTOM}?error=access_denied&state=${STATE}`)).toBe(true);
    expect(await surface.answer).toMatchObject({ callback: { kind: 'error' } });
  });

  test('one counts, and none after the end', async () => {
    const { prepare } = desktop();
    const surface = open(await prepared(prepare('system_browser', [CUSTOM])));
    surface.close();
    expect(surface.receiveLink(`${CUSTOM}?code=c&state=${STATE}`)).toBe(false);
    expect(await surface.answer).toEqual({ kind: 'closed' });
  });

  test('given up before it is opened: the scheme is given back', async () => {
    const { prepare, schemes } = desktop();
    (await prepared(prepare('system_browser', [CUSTOM]))).release();
    expect(schemes.size).toBe(0);
  });

  test('the system does not register it: says so', async () => {
    const { prepare } = desktop({
      systemScheme: { register: () => false, unregister: () => undefined },
    });
    expect(await prepare('system_browser', [CUSTOM])).toEqual({
      ok: false,
      failure: { problem: 'scheme_not_registered', ports: [] },
    });
  });

  test('no browser opens: says so, and gives the scheme back', async () => {
    const { prepare, schemes } = desktop({ openExternal: () => Promise.reject(new Error('none')) });
    const surface = open(await prepared(prepare('system_browser', [CUSTOM])));
    expect(await surface.answer).toEqual({
      kind: 'transport_failed',
      problem: 'browser_not_opened',
    });
    expect(schemes.size).toBe(0);
  });
});

test.each([
  'file:///etc/passwd',
  'http://evil.example/oauth/authorize',
  'http://localhost.evil.example/',
  'mailto:a@b.example',
])('%s never reaches the system', async (address) => {
  const { prepare, opened } = desktop();
  const way = await prepared(prepare('system_browser', [CUSTOM]));
  const surface = way.open({ ...request(CUSTOM), connectUrl: new URL(address) });
  expect(await surface.answer).toMatchObject({ problem: 'browser_not_opened' });
  expect(opened).toEqual([]);
});

test('the sandbox on this computer may be opened', async () => {
  const { prepare, opened } = desktop();
  const way = await prepared(prepare('system_browser', [CUSTOM]));
  const address = 'http://127.0.0.1:4000/oauth/authorize?state=s';
  way.open({ ...request(CUSTOM), connectUrl: new URL(address) }).close();
  expect(opened).toEqual([address]);
});
