import {
  type MapSource,
  OWN_MAP_FOLDER,
  OWN_MAP_STATUS,
  type OwnMap,
  type OwnMapFailure,
  type TemplateProblem,
  type TilesForm,
  templateHost,
  templateProblem,
} from '../../contract/ownMap.ts';
import type { Result } from '../../contract/result.ts';
import { once } from '../app/once.ts';
import type { Settings } from '../settings/settings.ts';
import { OwnMapError, type Tile } from './tile.ts';
import type { TileFile } from './tileFile.ts';
import { fetchTile, type TileHostOptions } from './tileHost.ts';

/** Pictures of a host are drawn up to here; closer ones are enlarged. */
const HOST_MAX_ZOOM = 19;

/** Revision, zoom, column, row. */
const TILE_PATH = /^(\d{1,9})\/(\d{1,2})\/(\d{1,9})\/(\d{1,9})$/;

const DONE = { ok: true, value: null } as const;

/** The person's own map: which one, what it is, and its tiles. */
export interface OwnMaps {
  setBuiltIn(): Result<null>;
  setTiles(form: TilesForm): Result<null, TemplateProblem>;
  /** Takes a file into use, once it has been looked into. */
  setFile(path: string): Promise<Result<null, OwnMapFailure>>;
  /** Goes back to what was in use before. */
  undo(): Result<null>;
  /** `null`: the built-in map alone. */
  describe(): Promise<Result<OwnMap | null, OwnMapFailure>>;
  /** Answers the page's request for a tile; `path` is what follows `OWN_MAP_FOLDER`. */
  answer(path: string): Promise<Response>;
}

export interface OwnMapsOptions extends TileHostOptions {
  readonly settings: Pick<Settings, 'get' | 'set'>;
  /** Tells the screens that something changed. */
  readonly announce: () => void;
}

export function createOwnMaps(options: OwnMapsOptions): OwnMaps {
  const { settings, announce } = options;
  let before: MapSource | null = null;
  /** Tiles of one map are never taken for those of the next. */
  let revision = 0;
  let opened: { readonly path: string; readonly file: TileFile } | null = null;
  const load = once(() => import('./tileFile.ts'));

  async function fileAt(path: string): Promise<TileFile> {
    const { openTileFile } = await load();
    if (opened?.path !== path) opened = { path, file: openTileFile(path) };
    return opened.file;
  }

  function use(source: MapSource): Result<null> {
    before = settings.get('map').source;
    revision += 1;
    settings.set('map', { source });
    announce();
    return DONE;
  }

  async function describeSource(source: MapSource): Promise<OwnMap | null> {
    if (source.kind === 'built_in') return null;
    const tiles = `${OWN_MAP_FOLDER}${revision}/{z}/{x}/{y}`;
    if (source.kind === 'file') {
      return { ...(await (await fileAt(source.path)).describe()), tiles };
    }
    const host = templateHost(source.template);
    return {
      name: host,
      tiles,
      drawing: 'raster',
      minZoom: 0,
      maxZoom: HOST_MAX_ZOOM,
      bounds: null,
      attribution: source.attribution || host,
      layers: [],
    };
  }

  async function tile(zoom: number, x: number, y: number): Promise<Tile | null> {
    const { source } = settings.get('map');
    if (source.kind === 'file') return (await fileAt(source.path)).tile(zoom, x, y);
    // The settings file may have been written by hand.
    if (source.kind === 'built_in' || templateProblem(source.template) !== null) return null;
    return fetchTile(source.template, [zoom, x, y], options);
  }

  return {
    setBuiltIn: () => use({ kind: 'built_in' }),
    setTiles(form) {
      const problem = templateProblem(form.template);
      return problem ? { ok: false, failure: problem } : use({ kind: 'tiles', ...form });
    },
    async setFile(path) {
      const source: MapSource = { kind: 'file', path };
      opened = null;
      try {
        await describeSource(source);
      } catch (error) {
        if (error instanceof OwnMapError) return { ok: false, failure: error.failure };
        throw error;
      }
      return use(source);
    },
    undo: () => (before ? use(before) : DONE),
    async describe() {
      try {
        return { ok: true, value: await describeSource(settings.get('map').source) };
      } catch (error) {
        if (error instanceof OwnMapError) return { ok: false, failure: error.failure };
        throw error;
      }
    },
    async answer(path) {
      const [, asked, ...place] = TILE_PATH.exec(path) ?? [];
      const [zoom = 0, x = 0, y = 0] = place.map(Number);
      const side = 2 ** zoom;
      if (Number(asked) !== revision || x >= side || y >= side) {
        return new Response(null, { status: 404 });
      }
      try {
        const found = await tile(zoom, x, y);
        if (!found) return new Response(null, { status: 404 });
        return new Response(found.body, {
          headers: { 'content-type': found.type, 'cache-control': 'no-store' },
        });
      } catch (error) {
        if (!(error instanceof OwnMapError)) throw error;
        return new Response(null, { status: OWN_MAP_STATUS[error.failure] });
      }
    },
  };
}
