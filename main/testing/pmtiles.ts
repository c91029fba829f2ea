import { crc32, deflateSync, gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';

/** A tile and where it belongs. */
export interface PlacedTile {
  readonly at: readonly [zoom: number, x: number, y: number];
  readonly body: Uint8Array;
}

const HEADER_BYTES = 127;
const [GZIP, NONE] = [2, 1];

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

/** A whole PMTiles file (version 3), its directory and metadata compressed. */
export function pmtilesFile(
  tiles: readonly PlacedTile[],
  { type, metadata }: { readonly type: 'mvt' | 'png'; readonly metadata: object },
): Buffer {
  const sorted = tiles
    .map(({ at, body }) => ({ id: zxyToTileId(...at), zoom: at[0], body }))
    .sort((one, other) => one.id - other.id);
  const ids = sorted.map(({ id }, index) => id - (sorted[index - 1]?.id ?? 0));
  const lengths = sorted.map(({ body }) => body.length);
  // The first lies at the beginning; a nought says that one follows the tile before it.
  const offsets = sorted.map((_tile, index) => (index === 0 ? 1 : 0));
  const runs = sorted.map(() => 1);
  const numbers = [sorted.length, ...ids, ...runs, ...lengths, ...offsets];
  const directory = gzipSync(Uint8Array.from(numbers.flatMap(varint)));
  const meta = gzipSync(JSON.stringify(metadata));
  const data = Buffer.concat(sorted.map(({ body }) => body));

  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PMTiles', 0, 'latin1');
  header.writeUInt8(3, 7);
  const parts = [directory.length, meta.length, 0, data.length];
  let begin = HEADER_BYTES;
  for (const [index, length] of parts.entries()) {
    header.writeBigUInt64LE(BigInt(begin), 8 + index * 16);
    header.writeBigUInt64LE(BigInt(length), 16 + index * 16);
    begin += length;
  }
  const zooms = sorted.map(({ zoom }) => zoom);
  header.writeUInt8(1, 96);
  header.writeUInt8(GZIP, 97);
  header.writeUInt8(NONE, 98);
  header.writeUInt8(type === 'mvt' ? 1 : 2, 99);
  header.writeUInt8(Math.min(...zooms), 100);
  header.writeUInt8(Math.max(...zooms), 101);
  const world = [-180, -85, 180, 85];
  for (const [index, degrees] of world.entries())
    header.writeInt32LE(degrees * 1e7, 102 + index * 4);
  return Buffer.concat([header, directory, meta, data]);
}

function chunk(name: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** A square picture of one colour. */
export function pngTile([red, green, blue]: readonly [number, number, number], side = 256): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(side, 0);
  size.writeUInt32BE(side, 4);
  // Eight bits each of red, green and blue.
  size.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([
    Buffer.from([0]),
    Buffer.alloc(side * 3, Buffer.from([red, green, blue])),
  ]);
  const rows = Buffer.concat(Array.from({ length: side }, () => row));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

const EXTENT = 4096;

const field = (number: number, body: readonly number[]) => [
  ...varint(number * 8 + 2),
  ...varint(body.length),
  ...body,
];
const zigzag = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value);

/** A vector tile with one layer, whose one area covers the left half. */
export function vectorTile(layer: string): Uint8Array {
  const to = (x: number, y: number) => [zigzag(x), zigzag(y)];
  const half = EXTENT / 2;
  const moveTo = [9, ...to(0, 0)];
  const lineTo = [26, ...to(half, 0), ...to(0, EXTENT), ...to(-half, 0)];
  const geometry = field(4, [...moveTo, ...lineTo, 15].flatMap(varint));
  const polygon = [...varint(3 * 8), 3];
  const parts = [
    ...[...varint(15 * 8), 2],
    ...field(1, [...Buffer.from(layer)]),
    ...field(2, [...polygon, ...geometry]),
    ...[...varint(5 * 8), ...varint(EXTENT)],
  ];
  return Uint8Array.from(field(3, parts));
}
