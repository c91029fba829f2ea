import * as z from 'zod';

const MAX_TEMPLATE = 2_000;

/** What the map shows above the built-in one. */
const mapSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('built_in') }),
  /** Pictures by the XYZ scheme from one host. */
  z.strictObject({
    kind: z.literal('tiles'),
    template: z.string().max(MAX_TEMPLATE),
    /** Whom the map names as its source; empty: the host. */
    attribution: z.string().max(300),
  }),
  /** A PMTiles file on this computer; its path comes from a file dialog only. */
  z.strictObject({ kind: z.literal('file'), path: z.string().min(1) }),
]);
export type MapSource = z.infer<typeof mapSourceSchema>;

export const mapSettingsSchema = z.strictObject({ source: mapSourceSchema });
export type MapSettings = z.infer<typeof mapSettingsSchema>;

export const DEFAULT_MAP: MapSettings = { source: { kind: 'built_in' } };

/** What a person fills in for tiles from a host. */
export const tilesFormSchema = z.strictObject({
  template: z.string().trim().max(MAX_TEMPLATE),
  attribution: z.string().trim().max(300),
});
export type TilesForm = z.infer<typeof tilesFormSchema>;

/** What a template must name: zoom, column and row of a tile. */
const PLACES = ['{z}', '{x}', '{y}'] as const;

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

export type TemplateProblem =
  | 'not_an_address'
  | 'not_https'
  | 'has_sign_in'
  | 'place_in_host'
  | 'place_missing'
  | 'place_unknown';

/** The host of a template's tiles, with its port; empty where it has none. */
export function templateHost(template: string): string {
  return URL.canParse(template) ? new URL(template).host : '';
}

/** What is wrong with a template of tiles; `null` where nothing is. */
export function templateProblem(template: string): TemplateProblem | null {
  const host = /^[a-z]+:\/\/([^/?#]*)/i.exec(template)?.[1] ?? '';
  if (/[{}]/.test(host)) return 'place_in_host';
  if (!URL.canParse(template)) return 'not_an_address';
  const { protocol, hostname, username, password } = new URL(template);
  const mayBePlain = protocol === 'http:' && LOOPBACK.has(hostname);
  if (protocol !== 'https:' && !mayBePlain) return 'not_https';
  if (username !== '' || password !== '') return 'has_sign_in';
  if (!PLACES.every((place) => template.includes(place))) return 'place_missing';
  const known: readonly string[] = PLACES;
  const others = (template.match(/\{[^{}]*\}/g) ?? []).filter((place) => !known.includes(place));
  return others.length > 0 ? 'place_unknown' : null;
}

/** Why a map of one's own is not there, or lacks tiles. */
const OWN_MAP_FAILURES = [
  'unreachable',
  'refused',
  'too_many',
  'server_failed',
  'not_a_picture',
  'file_gone',
  'file_unreadable',
] as const;
export type OwnMapFailure = (typeof OWN_MAP_FAILURES)[number];

/** The status with which the app's own address answers in place of a tile. */
export const OWN_MAP_STATUS: Readonly<Record<OwnMapFailure, number>> = {
  unreachable: 504,
  refused: 403,
  too_many: 429,
  server_failed: 502,
  not_a_picture: 415,
  file_gone: 410,
  file_unreadable: 422,
};

/** What such a status means; an unknown one is the server's. */
export function failureOfStatus(status: number): OwnMapFailure {
  return OWN_MAP_FAILURES.find((name) => OWN_MAP_STATUS[name] === status) ?? 'server_failed';
}

/** A map of one's own as the window draws it. */
export interface OwnMap {
  /** The host or the file's name. */
  readonly name: string;
  /** Where its tiles are, with `{z}`, `{x}` and `{y}`, on the page's own origin. */
  readonly tiles: string;
  readonly drawing: 'raster' | 'vector';
  readonly minZoom: number;
  readonly maxZoom: number;
  /** West, south, east, north in degrees; `null`: the world. */
  readonly bounds: readonly [number, number, number, number] | null;
  /** Whose data it is, as plain text. */
  readonly attribution: string;
  /** The layers of a vector map. */
  readonly layers: readonly string[];
}

/** Where the app's own protocol has the tiles. */
export const OWN_MAP_FOLDER = '/own-map/';
