import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cityTable } from './cities.ts';
import { roundedLine } from './layers.ts';
import { makeBaseMap } from './makeBaseMap.ts';

test('points are rounded, and those that fall together are one', () => {
  const line = [
    [1.23456, 2],
    [1.23449, 2.0001],
    [1.2399, 2],
  ];
  expect(roundedLine(line)).toEqual([
    [1.235, 2],
    [1.234, 2],
    [1.24, 2],
  ]);
  expect(roundedLine([...line, [1.2401, 2.0002]])).toHaveLength(3);
});

test('cities are the large ones, the largest first, with states where people know them', () => {
  const city = (name: string, country: string, population: number) => ({
    name,
    country,
    population,
    adminCode: 'TX',
    loc: { coordinates: [-96.80667, 32.78306] as const },
  });
  expect(
    cityTable([city('Small', 'US', 50_000), city('Köln', 'DE', 60_000), city('Dallas', 'US', 1e6)]),
  ).toEqual({
    names: ['Dallas', 'Köln'],
    countries: ['US', 'DE'],
    states: ['TX', ''],
    longitudes: [-96.807, -96.807],
    latitudes: [32.783, 32.783],
  });
});

test('the base map is made once and then found again', async () => {
  const cache = await mkdtemp(join(tmpdir(), 'motorpool-base-map-'));
  try {
    const folders = { code: import.meta.dirname, cache };
    const made = await makeBaseMap(folders);
    const names = ['land', 'provinces', 'borders', 'rivers', 'lakes', 'cities'];
    const coarse = ['coarseLand', 'coarseBorders'];
    expect(made.map(({ name }) => name)).toEqual(
      [...coarse, ...names].map((name) => `${name}.json`),
    );
    const sizeOf = (name: string) => made.find((file) => file.name === name)?.text.length ?? 0;
    expect(sizeOf('coarseLand.json')).toBeLessThan(sizeOf('land.json') / 4);
    expect(await readdir(cache)).toHaveLength(1);
    const again = await makeBaseMap(folders);
    expect(new Map(again.map(({ name, text }) => [name, text]))).toEqual(
      new Map(made.map(({ name, text }) => [name, text])),
    );
  } finally {
    await rm(cache, { recursive: true, force: true });
  }
});
