import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OWN_MAP_FOLDER } from '../../contract/ownMap.ts';
import { pmtilesFile, pngTile, vectorTile } from '../testing/pmtiles.ts';
import { settingsInMemory } from '../testing/settings.ts';
import { createOwnMaps } from './ownMap.ts';

const RED = pngTile([255, 0, 0]);
const FORM = { template: 'https://tiles.example/{z}/{x}/{y}.png?k=1', attribution: '' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motorpool-own-map-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function start(fetch: (url: string, init: RequestInit) => Promise<Response> = () => never()) {
  const settings = settingsInMemory();
  let told = 0;
  const maps = createOwnMaps({
    settings,
    announce: () => {
      told += 1;
    },
    fetch: ((url: string, init: RequestInit) => fetch(url, init)) as typeof globalThis.fetch,
    userAgent: 'Motorpool/1',
  });
  const path = async (zoom: number, x: number, y: number) => {
    const described = await maps.describe();
    const tiles = (described.ok && described.value?.tiles) || '';
    return tiles
      .slice(OWN_MAP_FOLDER.length)
      .replace('{z}', String(zoom))
      .replace('{x}', String(x))
      .replace('{y}', String(y));
  };
  return { maps, path, source: () => settings.get('map').source, told: () => told };
}

const never = (): Promise<Response> => Promise.reject(new Error('Nothing may be asked'));

async function file(name: string, content: Uint8Array | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test('a tile comes from the host of the template, without referrer and redirects', async () => {
  const asked: [string, RequestInit][] = [];
  const { maps, path, told } = start(async (url, init) => {
    asked.push([url, init]);
    return new Response(new Uint8Array(RED));
  });
  expect(maps.setTiles(FORM)).toEqual({ ok: true, value: null });
  expect(told()).toBe(1);
  const described = await maps.describe();
  expect(described).toMatchObject({
    value: { name: 'tiles.example', drawing: 'raster', attribution: 'tiles.example' },
  });
  const answer = await maps.answer(await path(3, 2, 1));
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await answer.arrayBuffer()).equals(RED)).toBe(true);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.[0]).toBe('https://tiles.example/3/2/1.png?k=1');
  expect(asked[0]?.[1]).toMatchObject({ redirect: 'manual', referrerPolicy: 'no-referrer' });
});

test('what goes wrong at a host has its own status', async () => {
  const cases: readonly [() => Promise<Response>, number][] = [
    [() => Promise.reject(new Error('net::ERR_NAME_NOT_RESOLVED')), 504],
    [async () => new Response(null, { status: 401 }), 403],
    [async () => new Response(null, { status: 429 }), 429],
    [async () => new Response(null, { status: 500 }), 502],
    [async () => new Response(null, { status: 302, headers: { location: '/' } }), 502],
    [() => Promise.reject(new Error('Redirect was cancelled')), 502],
    [async () => new Response('<html>Sign in</html>'), 415],
    [async () => new Response(null, { status: 404 }), 404],
  ];
  for (const [answer, status] of cases) {
    const { maps, path } = start(answer);
    maps.setTiles(FORM);
    expect((await maps.answer(await path(0, 0, 0))).status).toBe(status);
  }
});

test('an answer without end is given up, whatever the server says of its length', async () => {
  let given = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 1;
      if (given > 20) controller.close();
      else controller.enqueue(new Uint8Array(1_000_000));
    },
  });
  const { maps, path } = start(async () => new Response(endless));
  maps.setTiles(FORM);
  expect((await maps.answer(await path(0, 0, 0))).status).toBe(415);
  expect(given).toBeLessThan(10);
});

test('paths that name no tile of the map in use ask nobody', async () => {
  const { maps, path } = start();
  maps.setTiles(FORM);
  const good = await path(1, 0, 0);
  for (const wrong of ['', '../index.html', good.replace('/1/', '/1/9'), `9${good}`, `${good}/1`]) {
    expect((await maps.answer(wrong)).status, wrong).toBe(404);
  }
  maps.setBuiltIn();
  expect((await maps.answer(good)).status).toBe(404);
  expect(await maps.describe()).toEqual({ ok: true, value: null });
});

test('a bad template changes nothing; undo goes back by one', () => {
  const { maps, source } = start();
  const failure = maps.setTiles({ ...FORM, template: 'http://tiles.example/{z}/{x}/{y}' });
  expect(failure).toEqual({ ok: false, failure: 'not_https' });
  expect(source()).toEqual({ kind: 'built_in' });
  maps.setTiles(FORM);
  maps.undo();
  expect(source()).toEqual({ kind: 'built_in' });
});

test('a file of pictures is read tile by tile', async () => {
  const { maps, path, source } = start();
  const metadata = { attribution: '<a href="https://e.example">&copy; Maps</a> &amp; more' };
  const at = await file(
    'own.pmtiles',
    pmtilesFile([{ at: [1, 1, 0], body: RED }], { type: 'png', metadata }),
  );
  expect(await maps.setFile(at)).toEqual({ ok: true, value: null });
  expect(source()).toEqual({ kind: 'file', path: at });
  expect(await maps.describe()).toMatchObject({
    value: { name: 'own.pmtiles', drawing: 'raster', minZoom: 1, attribution: '© Maps & more' },
  });
  const answer = await maps.answer(await path(1, 1, 0));
  expect(Buffer.from(await answer.arrayBuffer()).equals(RED)).toBe(true);
  expect((await maps.answer(await path(1, 0, 0))).status).toBe(404);
});

test('a vector file tells its layers; one that changes is read anew; one that goes is missed', async () => {
  const { maps, path } = start();
  const metadata = { vector_layers: [{ id: 'water' }] };
  const made = (layer: string) =>
    pmtilesFile([{ at: [0, 0, 0], body: vectorTile(layer) }], { type: 'mvt', metadata });
  const at = await file('own.pmtiles', made('water'));
  await maps.setFile(at);
  expect(await maps.describe()).toMatchObject({ value: { drawing: 'vector', layers: ['water'] } });
  expect((await maps.answer(await path(0, 0, 0))).headers.get('content-type')).toMatch(/protobuf/);
  await file('own.pmtiles', made('a longer name'));
  const anew = await maps.answer(await path(0, 0, 0));
  expect(Buffer.from(await anew.arrayBuffer()).toString('latin1')).toContain('a longer name');
  const tile = await path(0, 0, 0);
  await rm(at);
  expect((await maps.answer(tile)).status).toBe(410);
  expect(await maps.setFile(at)).toEqual({ ok: false, failure: 'file_gone' });
});

test('files that are no map are refused, and the map so far stays', async () => {
  const { maps, source } = start();
  const whole = pmtilesFile([{ at: [0, 0, 0], body: RED }], { type: 'png', metadata: {} });
  const wrong = {
    'text.pmtiles': 'not a map',
    'empty.pmtiles': '',
    'cut.pmtiles': whole.subarray(0, 130),
  };
  for (const [name, content] of Object.entries(wrong)) {
    const at = await file(name, content);
    expect(await maps.setFile(at), name).toEqual({ ok: false, failure: 'file_unreadable' });
  }
  expect(source()).toEqual({ kind: 'built_in' });
});
