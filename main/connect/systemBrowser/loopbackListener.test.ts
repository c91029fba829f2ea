import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Secret } from '../../secret.ts';
import { type LoopbackListener, listenOnLoopback } from './loopbackListener.ts';

const STATE = 'q1w2e3r4t5';
const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((address) => address?.address === '::1');
/** What `localhost` stands for on this machine. */
const LOOPBACK = hasIpv6 ? ['127.0.0.1', '::1'] : ['127.0.0.1'];
const QUERY = `?code=abc-123&state=${STATE}`;

/** Another program that listens, on a port that the system chooses unless one is given. */
async function occupy(port = 0, host = '127.0.0.1'): Promise<{ port: number; server: Server }> {
  const server = createServer();
  server.listen(port, host);
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, server };
}

async function freePort(): Promise<number> {
  const { port, server } = await occupy();
  server.close();
  await once(server, 'close');
  return port;
}

interface Started {
  readonly port: number;
  readonly listener: LoopbackListener;
  readonly received: ReturnType<LoopbackListener['receive']>;
}

const ENGLISH = { language: 'en' } as const;

async function start(landingLimitMs?: number): Promise<Started> {
  const port = await freePort();
  const redirectUri = `http://localhost:${port}/callback`;
  const listener = await listenOnLoopback(
    [redirectUri],
    landingLimitMs === undefined ? ENGLISH : { ...ENGLISH, landingLimitMs },
  );
  if (!listener) throw new Error('The port is taken');
  onTestFinished(listener.close);
  const received = listener.receive({ redirectUri, state: new Secret(STATE), answer: 'code' });
  return { port, listener, received };
}

interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly address?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** One request as it goes over the wire; `fetch` would choose the Host header by itself. */
async function ask(port: number, asked: Asked = {}): Promise<Answered> {
  const { path = '/callback', method = 'GET', address = '127.0.0.1', headers = {} } = asked;
  const outgoing = request({
    host: address,
    port,
    path,
    method,
    headers: { host: `localhost:${port}`, ...headers },
    agent: false,
  });
  outgoing.end();
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: await text(response),
  };
}

/** As a browser does it: the redirect URI, then where it is sent on to. */
async function comeBack(port: number, query = QUERY, address = '127.0.0.1'): Promise<Answered> {
  const first = await ask(port, { path: `/callback${query}`, address });
  expect(first.status).toBe(303);
  return ask(port, { path: first.headers.location ?? '', address });
}

function isListening(port: number, address = '127.0.0.1'): Promise<boolean> {
  const socket = connect(port, address);
  return once(socket, 'connect').then(
    () => {
      socket.destroy();
      return true;
    },
    () => false,
  );
}

describe('the one request', () => {
  test.each(LOOPBACK)('is taken at %s', async (address) => {
    const { port, received } = await start();
    await comeBack(port, QUERY, address);
    const callback = await received;
    expect(callback?.kind === 'code' && callback.code.reveal()).toBe('abc-123');
  });

  test('frees the port on both addresses once the browser has its page', async () => {
    const { port, received } = await start();
    await comeBack(port);
    await received;
    expect(await isListening(port, '127.0.0.1')).toBe(false);
    expect(await isListening(port, '::1')).toBe(false);
  });

  test('may be the first only: a second one changes nothing', async () => {
    const { port, received } = await start();
    const first = await ask(port, { path: `/callback${QUERY}` });
    const second = await ask(port, { path: `/callback${QUERY.replace('abc', 'xyz')}` });
    expect([first.status, second.status]).toEqual([303, 404]);
    await ask(port, { path: first.headers.location ?? '' });
    const callback = await received;
    expect(callback?.kind === 'code' && callback.code.reveal()).toBe('abc-123');
  });

  test.each([
    ['without this attempt’s state', '?code=abc-123&state=x', 'wrong_state'],
    ['without anything', '', 'wrong_state'],
    ['without code and error', `?state=${STATE}`, 'unusable'],
    ['with an error', `?error=access_denied&state=${STATE}`, 'error'],
  ])('%s ends it, too', async (_name, query, kind) => {
    const { port, received } = await start();
    await comeBack(port, query);
    expect(await received).toMatchObject({ kind });
  });
});

describe('what is not that request', () => {
  test.each<[string, Asked]>([
    ['a favicon', { path: '/favicon.ico' }],
    ['a longer path', { path: `/callback/more${QUERY}` }],
    ['the last page, before there is one', { path: '/callback/done' }],
    ['another method', { path: `/callback${QUERY}`, method: 'POST' }],
    ['a question about it', { path: `/callback${QUERY}`, method: 'HEAD' }],
    ['another host by name', { path: `/callback${QUERY}`, headers: { host: 'evil.example' } }],
    ['another port by name', { path: `/callback${QUERY}`, headers: { host: 'localhost:1' } }],
    ['another host in the line', { path: `//evil.example/callback${QUERY}` }],
    ['a picture', { path: `/callback${QUERY}`, headers: { 'sec-fetch-dest': 'image' } }],
    ['a frame', { path: `/callback${QUERY}`, headers: { 'sec-fetch-dest': 'iframe' } }],
  ])('%s gets 404, and the attempt goes on', async (_name, asked) => {
    const { port, received } = await start();
    expect((await ask(port, asked)).status).toBe(404);
    await comeBack(port);
    expect(await received).toMatchObject({ kind: 'code' });
  });

  test('nothing is taken before somebody waits for it', async () => {
    const port = await freePort();
    const listener = await listenOnLoopback([`http://localhost:${port}/callback`], ENGLISH);
    onTestFinished(() => listener?.close());
    expect((await ask(port, { path: `/callback${QUERY}` })).status).toBe(404);
  });
});

describe('the page left in the browser', () => {
  test('is at an address without a query, and holds no code, state or script', async () => {
    const { port } = await start();
    const redirect = await ask(port, { path: `/callback${QUERY}` });
    expect(redirect.headers.location).toBe('/callback/done');
    expect(redirect.body).toBe('');
    const page = await ask(port, { path: '/callback/done' });
    expect(page.status).toBe(200);
    expect(page.body).toContain('You can go back to Motorpool');
    for (const secret of ['abc-123', STATE, '<script']) expect(page.body).not.toContain(secret);
  });

  test('is kept nowhere, tells nobody and may run nothing', async () => {
    const { port } = await start();
    const { headers } = await comeBack(port);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src|unsafe/);
  });

  test('says so where the answer could not be used', async () => {
    const { port } = await start();
    const page = await comeBack(port, '?code=abc-123&state=x');
    expect(page.body).toContain('This answer could not be used');
  });

  test('is given once', async () => {
    const { port } = await start();
    await comeBack(port);
    const again = ask(port, { path: '/callback/done' }).then(
      ({ status }) => status,
      (error: NodeJS.ErrnoException) => error.code,
    );
    expect([404, 'ECONNREFUSED', 'ECONNRESET']).toContain(await again);
  });

  test('is not waited for longer than a moment', async () => {
    const { port, received } = await start(50);
    await ask(port, { path: `/callback${QUERY}` });
    expect(await received).toMatchObject({ kind: 'code' });
    expect(await isListening(port)).toBe(false);
  });
});

describe('the port', () => {
  test.each(LOOPBACK)('taken at %s: the next one is used', async (host) => {
    const { port } = await occupy(0, host);
    const next = await freePort();
    const uris = [port, next].map((number) => `http://localhost:${number}/callback`);
    const listener = await listenOnLoopback(uris, ENGLISH);
    onTestFinished(() => listener?.close());
    expect(listener?.redirectUri).toBe(uris[1]);
    // What was taken on the way to finding that out is given back.
    const other = host === '::1' ? '127.0.0.1' : '::1';
    expect(await isListening(port, other)).toBe(false);
  });

  test('none free: nothing listens', async () => {
    const taken = await Promise.all([occupy(), occupy()]);
    const uris = taken.map(({ port }) => `http://localhost:${port}/callback`);
    expect(await listenOnLoopback(uris, ENGLISH)).toBeNull();
  });

  test('is free after closing, although a connection is open that says nothing', async () => {
    const { port, listener, received } = await start();
    const silent = connect(port, '127.0.0.1');
    await once(silent, 'connect');
    const ended = once(silent, 'close');
    listener.close();
    expect(await received).toBeNull();
    await ended;
    await occupy(port);
  });
});
