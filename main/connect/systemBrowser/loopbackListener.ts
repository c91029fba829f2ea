import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '../../../contract/appearance.ts';
import { type Callback, type ExpectedCallback, readCallback } from '../callback.ts';
import { LANDING_HEADERS, landingPage } from './landingPage.ts';
import { takePort } from './loopbackPort.ts';

/** How long the browser may take to fetch the page that it was sent on to. */
const LANDING_LIMIT_MS = 3_000;

export type ReceivedCallback = Exclude<Callback, { kind: 'not_ours' }>;

export interface LoopbackListener {
  readonly redirectUri: string;
  /**
   * Waits for the one request that comes back from Connect; `null` where it was closed before.
   * Resolves when the browser has its last page and the port is free. At most once.
   */
  receive(expected: ExpectedCallback): Promise<ReceivedCallback | null>;
  close(): void;
}

export interface LoopbackOptions {
  /** Of the page that stays in the browser. */
  readonly language: Language;
  readonly landingLimitMs?: number;
}

/** Where the browser goes from the redirect URI, so that its history does not keep the code. */
function landingPath(redirectUri: URL): string {
  return `${redirectUri.pathname.replace(/\/$/, '')}/done`;
}

function refuse(response: ServerResponse): void {
  response.writeHead(404, LANDING_HEADERS).end();
}

/**
 * Listens where `redirectUri` leads. Only a GET for exactly that address counts, asked of `localhost`
 * by that name (a page elsewhere whose name resolves to this machine asks under its own) and, where
 * the browser says so, as a page to look at: a picture on some other page ends no attempt.
 * RFC 8252, section 7.3.
 */
async function listen(
  redirectUri: string,
  { language, landingLimitMs = LANDING_LIMIT_MS }: LoopbackOptions,
): Promise<LoopbackListener | null> {
  const address = new URL(redirectUri);
  const landing = landingPath(address);
  const ended = Promise.withResolvers<void>();
  let expected: ExpectedCallback | null = null;
  let received: ReceivedCallback | null = null;
  let isServed = false;

  function isForUs({ method, headers }: IncomingMessage): boolean {
    const wanted = headers['sec-fetch-dest'] ?? 'document';
    return method === 'GET' && headers.host === address.host && wanted === 'document';
  }

  function showLanding(response: ServerResponse): void {
    isServed = true;
    response.socket?.once('close', () => ended.resolve());
    response
      .writeHead(200, { ...LANDING_HEADERS, 'content-type': 'text/html; charset=utf-8' })
      .end(landingPage(isUsable(received) ? 'answered' : 'not_used', language));
  }

  const free = await takePort(Number(address.port || '80'), (request, response) => {
    const url = URL.parse(request.url ?? '', address.href);
    if (!url || !expected || !isForUs(request)) return refuse(response);
    if (received) {
      if (url.href !== new URL(landing, address).href || isServed) return refuse(response);
      return showLanding(response);
    }
    const callback = readCallback(url.href, expected);
    if (callback.kind === 'not_ours') return refuse(response);
    received = callback;
    setTimeout(ended.resolve, landingLimitMs).unref();
    response.writeHead(303, { ...LANDING_HEADERS, location: landing }).end();
  });
  if (!free) return null;
  const freed = ended.promise.then(free);

  return {
    redirectUri,
    async receive(waitFor) {
      expected = waitFor;
      await freed;
      return received;
    },
    close: () => ended.resolve(),
  };
}

function isUsable(callback: ReceivedCallback | null): boolean {
  return callback?.kind !== 'wrong_state' && callback?.kind !== 'unusable';
}

/** Listens at the first of these redirect URIs whose port is free; `null` where none is. */
export async function listenOnLoopback(
  redirectUris: readonly string[],
  options: LoopbackOptions,
): Promise<LoopbackListener | null> {
  for (const redirectUri of redirectUris) {
    const listener = await listen(redirectUri, options);
    if (listener) return listener;
  }
  return null;
}
