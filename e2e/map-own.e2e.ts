import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pmtilesFile, pngTile, vectorTile } from '../main/testing/pmtiles.ts';
import { expect, type Machine, test } from './app.ts';
import { startWithFleet } from './fleet.ts';
import { checkGerman } from './language.ts';
import { inTexas, openMap, type Rgb, shareOf, watchRequests } from './map.ts';
import { readApp } from './pages.ts';
import { checkScreen } from './screens.ts';
import { openSettings } from './settings.ts';
import { answerFileDialogs } from './table.ts';

const GREEN: Rgb = [20, 160, 60];
const VIOLET: Rgb = [120, 40, 200];

interface TileServer {
  readonly template: string;
  readonly origin: string;
  /** What was asked for, with the headers that could tell who asks. */
  readonly asked: { readonly path: string; readonly headers: Readonly<Record<string, unknown>> }[];
  answer: 'picture' | 'page' | 'refusal';
  stop(): Promise<void>;
}

async function startTileServer(machine: Machine): Promise<TileServer> {
  const picture = pngTile(GREEN);
  const server = createServer((request, response) => {
    running.asked.push({ path: request.url ?? '', headers: request.headers });
    response.setHeader('set-cookie', 'who=motorpool');
    if (running.answer === 'picture') response.end(picture);
    else if (running.answer === 'page') response.end('<html>Sign in</html>');
    else response.writeHead(403).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = async () => {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  const running: TileServer = {
    ...{ template: `${origin}/{z}/{x}/{y}.png?key=k`, origin, asked: [], answer: 'picture', stop },
  };
  machine.atEnd(stop);
  return running;
}

async function backToMap(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByTestId('vehicle-grid').waitFor();
  await openMap(page);
}

test('tiles of a server of one’s own: only that host is asked, and told nothing else', async ({
  machine,
}) => {
  const server = await startTileServer(machine);
  const { app, page } = await startWithFleet(machine, 20, { vehicle: inTexas });
  const requests = await watchRequests(app);
  await openSettings(page, 'map');
  const template = page.getByTestId('own-map-template');
  await template.fill('http://tiles.example.com/{z}/{x}/{y}.png');
  await template.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'https://' })).toBeVisible();
  await checkScreen(page, 'map-own-settings-wrong');
  await template.fill(server.template);
  await expect(page.getByTestId('own-map-privacy')).toContainText(server.origin.slice(7));
  await page.getByTestId('own-map-attribution').fill('© Our Streets');
  await page.getByTestId('own-map-take').press('Enter');
  await expect(page.getByTestId('own-map-in-use')).toContainText('tiles from 127.0.0.1');
  await expect(page.getByTestId('own-map-take')).toBeFocused();
  // Whom the map names is taken back like the rest.
  const attribution = page.getByTestId('own-map-attribution');
  await attribution.fill('© Others');
  await attribution.press('Enter');
  const attributionInUse = async () => (await readApp(page)).status.mapSource;
  await expect.poll(attributionInUse).toMatchObject({ attribution: '© Others' });
  await page.getByTestId('own-map-undo').press('Enter');
  await expect(attribution).toHaveValue('© Our Streets');
  await page.getByTestId('own-map-in-use').scrollIntoViewIfNeeded();
  await checkScreen(page, 'map-own-settings');
  await checkGerman(page, 'map-own-settings');

  await backToMap(page);
  await expect(page.getByTestId('map-credit')).toContainText('Your map: © Our Streets');
  await expect.poll(() => shareOf(page, GREEN)).toBeGreaterThan(0.5);
  await expect(page.getByTestId('own-map-note')).toHaveCount(0);
  await checkScreen(page, 'map-own-tiles');
  const origins = (await requests()).map((url) => new URL(url).protocol + new URL(url).host);
  expect(new Set(origins)).toEqual(new Set(['app:bundle', server.origin.replace('//', '')]));
  expect(server.asked.length).toBeGreaterThan(0);
  for (const { path, headers } of server.asked) {
    expect(path).toMatch(/^\/\d+\/\d+\/\d+\.png\?key=k$/);
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('referer');
    expect(headers['user-agent']).toMatch(/^motorpool\/[\d.]+$/i);
  }

  // What goes wrong is said on the map, and the built-in one stays.
  server.answer = 'page';
  await page.keyboard.press('Escape');
  await openMap(page);
  await expect(page.getByTestId('own-map-note')).toContainText('are not pictures');
  await checkScreen(page, 'map-own-no-pictures');
  await checkGerman(page, 'map-own-no-pictures');
  await server.stop();
  await page.getByTestId('own-map-retry').press('Enter');
  await expect(page.getByTestId('own-map-note')).toContainText('cannot be reached');
  expect(await shareOf(page, GREEN)).toBeLessThan(0.01);
  await checkScreen(page, 'map-own-unreachable');
  await checkGerman(page, 'map-own-unreachable');

  await page.getByTestId('own-map-settings').press('Enter');
  await page.getByTestId('own-map-built-in').press('Enter');
  await expect(page.getByTestId('own-map-in-use')).toContainText('built-in');
  await expect(page.getByTestId('own-map-choose')).toBeFocused();
  await page.getByTestId('own-map-undo').press('Enter');
  await expect(page.getByTestId('own-map-in-use')).toContainText('127.0.0.1');
  await expect(page.getByTestId('own-map-template')).toHaveValue(server.template);
  expect(machine.log()).not.toContain('127.0.0.1');
});

test('files of pictures and of vector tiles, a wrong one, and one that is gone', async ({
  machine,
}) => {
  const { app, page } = await startWithFleet(machine, 20, { vehicle: inTexas });
  const requests = await watchRequests(app);
  const wrong = join(machine.userData, 'wrong.pmtiles');
  const pictures = join(machine.userData, 'pictures.pmtiles');
  const vector = join(machine.userData, 'vector.pmtiles');
  writeFileSync(wrong, 'Not a map');
  const world = (body: Uint8Array) => [{ at: [0, 0, 0] as const, body }];
  const metadata = { attribution: '<b>&copy; Files</b>', vector_layers: [{ id: 'water' }] };
  writeFileSync(pictures, pmtilesFile(world(pngTile(VIOLET)), { type: 'png', metadata }));
  writeFileSync(vector, pmtilesFile(world(vectorTile('water')), { type: 'mvt', metadata }));

  await openSettings(page, 'map');
  await answerFileDialogs(app, wrong);
  await page.getByTestId('own-map-choose').press('Enter');
  await expect(page.getByTestId('own-map-file-problem')).toContainText('not a PMTiles map');
  await expect(page.getByTestId('own-map-in-use')).toContainText('built-in');
  await answerFileDialogs(app, pictures);
  await page.getByTestId('own-map-choose').press('Enter');
  await expect(page.getByTestId('own-map-in-use')).toContainText('pictures.pmtiles');
  await expect(page.getByTestId('own-map-file-problem')).toBeEmpty();
  await backToMap(page);
  await expect.poll(() => shareOf(page, VIOLET)).toBeGreaterThan(0.5);
  await expect(page.getByTestId('map-credit')).toContainText('Your map: © Files');

  await page.keyboard.press('Escape');
  await openSettings(page, 'map');
  await answerFileDialogs(app, vector);
  await page.getByTestId('own-map-choose').press('Enter');
  await expect(page.getByTestId('own-map-in-use')).toContainText('vector.pmtiles');
  await backToMap(page);
  // Water covers the western half of that world: what was land in Texas is none now.
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => shareOf(page, [207, 223, 235])).toBeGreaterThan(0.6);
  await checkScreen(page, 'map-own-vector');

  rmSync(vector);
  await page.keyboard.press('Escape');
  await openMap(page);
  await expect(page.getByTestId('own-map-note')).toContainText('vector.pmtiles is not there');
  await checkScreen(page, 'map-own-gone');
  await checkGerman(page, 'map-own-gone');
  expect((await requests()).filter((url) => !url.startsWith('app://bundle/'))).toEqual([]);
});
