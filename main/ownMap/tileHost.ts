import { OwnMapError, type Tile } from './tile.ts';

/** For one tile, to its last byte. */
const TIMEOUT_MS = 15_000;

/** A picture of 512 by 512 pixels has a tenth of it. */
const MAX_BYTES = 5_000_000;

/** How pictures begin; what a server calls them is not relied on. */
const BEGINNINGS: readonly (readonly [type: string, at: number, text: string])[] = [
  ['image/png', 1, 'PNG'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/webp', 8, 'WEBP'],
  ['image/avif', 4, 'ftypavif'],
  ['image/gif', 0, 'GIF8'],
];

function pictureType(body: ArrayBuffer): string | null {
  const beginning = Buffer.from(body.slice(0, 16)).toString('latin1');
  return BEGINNINGS.find(([, at, text]) => beginning.startsWith(text, at))?.[0] ?? null;
}

/** Reads no more of an answer than a picture can have; what a server says of its length is not relied on. */
async function bodyOf(response: Response): Promise<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.byteLength;
    // Leaving the loop ends the answer.
    if (size > MAX_BYTES) throw new OwnMapError('not_a_picture');
    pieces.push(piece);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    body.set(piece, at);
    at += piece.byteLength;
  }
  return body.buffer;
}

function failureOf(status: number) {
  if (status === 401 || status === 403) return 'refused';
  return status === 429 ? 'too_many' : 'server_failed';
}

export interface TileHostOptions {
  /** Sends neither cookies nor a referrer, and keeps nothing. */
  readonly fetch: typeof fetch;
  /** What the host is told of who asks; many demand it. */
  readonly userAgent: string;
}

/**
 * One tile of a template, from its own host and no other: redirects are refused. `null` where the host
 * has no such tile; throws `OwnMapError`.
 */
export async function fetchTile(
  template: string,
  [zoom, x, y]: readonly [number, number, number],
  { fetch, userAgent }: TileHostOptions,
): Promise<Tile | null> {
  const url = template
    .replaceAll('{z}', String(zoom))
    .replaceAll('{x}', String(x))
    .replaceAll('{y}', String(y));
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  let response: Response;
  let body: ArrayBuffer;
  try {
    response = await fetch(url, {
      headers: { accept: 'image/*', 'user-agent': userAgent },
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: timeout,
    });
    body = await bodyOf(response);
  } catch (error) {
    if (error instanceof OwnMapError) throw error;
    // Chromium throws a redirect that may not be followed; only its text tells.
    const isRedirect = error instanceof Error && /redirect/i.test(error.message);
    throw new OwnMapError(isRedirect ? 'server_failed' : 'unreachable');
  }
  if (response.status === 404 || response.status === 204) return null;
  if (response.status !== 200) throw new OwnMapError(failureOf(response.status));
  const type = pictureType(body);
  if (type === null) throw new OwnMapError('not_a_picture');
  return { type, body };
}
