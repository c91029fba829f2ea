import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { type CustomScheme, protocol } from 'electron';
import { OWN_MAP_FOLDER } from '../../contract/ownMap.ts';

const SCHEME = 'app';
const HOST = 'bundle';

/** The page of the main window. */
export const APP_URL = `${SCHEME}://${HOST}/index.html`;

/** The page around Connect. */
export const CONNECT_BAR_URL = `${SCHEME}://${HOST}/connectBar.html`;

/** To be registered once, before Electron is ready. */
export const APP_SCHEME: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/** Whether an address is one of our own pages. Origins of custom schemes all read `null`. */
export function isAppUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol: scheme, host } = new URL(address);
  return scheme === `${SCHEME}:` && host === HOST;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** What the build puts where the page's nonce belongs. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Workers live under the policy of their own script, which may do nothing but ask the bundle. */
const SCRIPT_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";

/** Answers what is not in the bundle; `path` is what follows its folder. */
type Answer = (path: string) => Promise<Response>;

/**
 * Serves the renderer's bundle from `folder`; nothing outside it can be named. A map of one's own is
 * answered by `ownMap` under the same origin, so that the policy of the page stays closed. Resolves
 * when the first page has been handed over.
 */
export function serveApp(folder: string, ownMap: Answer): Promise<void> {
  const root = resolve(folder);
  const { promise: firstPage, resolve: pageServed } = Promise.withResolvers<void>();
  protocol.handle(SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url);
    if (host === HOST && pathname.startsWith(OWN_MAP_FOLDER)) {
      return ownMap(pathname.slice(OWN_MAP_FOLDER.length));
    }
    const file = join(root, decodeURIComponent(pathname));
    const type = CONTENT_TYPES[extname(file)];
    if (host !== HOST || !type || !file.startsWith(root + sep)) {
      return new Response(null, { status: 404 });
    }
    let body: Uint8Array<ArrayBuffer> | string;
    try {
      body = (await readFile(file)) as Uint8Array<ArrayBuffer>;
    } catch {
      return new Response(null, { status: 404 });
    }
    const headers = new Headers({ 'content-type': type, 'x-content-type-options': 'nosniff' });
    if (extname(file) === '.js') headers.set('content-security-policy', SCRIPT_POLICY);
    if (extname(file) === '.html') {
      const nonce = randomBytes(16).toString('base64');
      body = Buffer.from(body).toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce);
      headers.set('content-security-policy', contentSecurityPolicy(nonce));
      setImmediate(pageServed);
    }
    return new Response(body, { headers });
  });
  return firstPage;
}
