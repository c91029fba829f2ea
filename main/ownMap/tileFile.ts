import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import {
  Compression,
  EtagMismatch,
  PMTiles,
  type RangeResponse,
  ResolvedValueCache,
  type Source,
  TileType,
} from 'pmtiles';
import * as z from 'zod';
import type { OwnMap } from '../../contract/ownMap.ts';
import { OwnMapError, type Tile } from './tile.ts';

/** Neither a tile nor a directory is larger; a damaged file may say anything. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Directories that are kept in memory. */
const KEPT = 100;

const gunzipped = promisify(gunzip);
const unbrotlied = promisify(brotliDecompress);

/** Reads parts of a file, which may be many gigabytes; it is open only while it is read. */
function partsOf(path: string): Source {
  return {
    getKey: () => path,
    async getBytes(offset, length, _signal, etag): Promise<RangeResponse> {
      if (length > MAX_BYTES) throw new Error('A part of the file is too large');
      const file = await open(path, 'r');
      try {
        const { mtimeMs, size } = await file.stat();
        const state = `${mtimeMs} ${size}`;
        if (etag !== undefined && etag !== state) throw new EtagMismatch('The file has changed');
        const data = new ArrayBuffer(Math.max(0, Math.min(length, size - offset)));
        await file.read(new Uint8Array(data), 0, data.byteLength, offset);
        return { data, etag: state };
      } finally {
        await file.close();
      }
    },
  };
}

function bufferOf({ buffer, byteOffset, byteLength }: Buffer): ArrayBuffer {
  return (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength);
}

async function unpack(packed: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> {
  const limit = { maxOutputLength: MAX_BYTES };
  if (compression === Compression.Gzip) return bufferOf(await gunzipped(packed, limit));
  if (compression === Compression.Brotli) return bufferOf(await unbrotlied(packed, limit));
  if (compression === Compression.Zstd) throw new Error('Compression is not supported');
  return packed;
}

const TYPES: ReadonlyMap<TileType, string> = new Map([
  [TileType.Mvt, 'application/x-protobuf'],
  [TileType.Png, 'image/png'],
  [TileType.Jpeg, 'image/jpeg'],
  [TileType.Webp, 'image/webp'],
  [TileType.Avif, 'image/avif'],
]);

const metadataSchema = z.object({
  attribution: z.string().max(20_000).catch(''),
  vector_layers: z
    .array(z.object({ id: z.string().max(200) }))
    .max(500)
    .catch([]),
});

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&copy;', '©'],
  ['&amp;', '&'],
  ['&quot;', '"'],
  ['&lt;', '<'],
  ['&gt;', '>'],
]);

/** Attributions are written as HTML; of a foreign file only the words are taken. */
function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&\w+;/g, (entity) => ENTITIES.get(entity) ?? ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function orFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OwnMapError) throw error;
    throw new OwnMapError(isMissing(error) ? 'file_gone' : 'file_unreadable');
  }
}

export interface TileFile {
  /** Throws `OwnMapError` where the file is gone or no map. */
  readonly describe: () => Promise<Omit<OwnMap, 'tiles'>>;
  /** `null` where the file has no such tile; throws `OwnMapError`. */
  readonly tile: (z: number, x: number, y: number) => Promise<Tile | null>;
}

/** A PMTiles file, read part by part. */
export function openTileFile(path: string): TileFile {
  const cache = new ResolvedValueCache(KEPT, false, unpack);
  const file = new PMTiles(partsOf(path), cache, unpack);

  async function typeOf(): Promise<string> {
    const { tileType } = await file.getHeader();
    const type = TYPES.get(tileType);
    if (type === undefined) throw new OwnMapError('file_unreadable');
    return type;
  }

  return {
    describe: () =>
      orFailure(async () => {
        await typeOf();
        const header = await file.getHeader();
        const metadata = metadataSchema.parse(await file.getMetadata());
        const { minLon, minLat, maxLon, maxLat } = header;
        return {
          name: basename(path),
          drawing: header.tileType === TileType.Mvt ? 'vector' : 'raster',
          minZoom: header.minZoom,
          maxZoom: header.maxZoom,
          bounds: minLon < maxLon && minLat < maxLat ? [minLon, minLat, maxLon, maxLat] : null,
          attribution: plainText(metadata.attribution),
          layers: metadata.vector_layers.map(({ id }) => id),
        };
      }),
    tile: (zoom, x, y) =>
      orFailure(async () => {
        const type = await typeOf();
        const found = await file.getZxy(zoom, x, y);
        return found ? { type, body: found.data } : null;
      }),
  };
}
