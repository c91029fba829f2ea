import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { startWithFleet } from './fleet.ts';
import { enlarge, unreachable } from './language.ts';
import { inTexas, openMap, type Rgb, shareOf } from './map.ts';
import { checkScreen } from './screens.ts';
import { expectFocus, row } from './table.ts';

/** Of picked vehicles, in the light theme. */
const PICKED: Rgb = [126, 166, 245];

async function drawLasso(page: Page, corners: readonly (readonly [number, number])[]) {
  const box = await page.getByTestId('map-lasso').boundingBox();
  if (!box) throw new Error('There is no lasso');
  for (const [index, [right, down]] of corners.entries()) {
    await page.mouse.move(box.x + right * box.width, box.y + down * box.height, { steps: 8 });
    if (index === 0) await page.mouse.down();
  }
}

test('a lasso picks what it goes around, and its keys lead to the box', async ({ machine }) => {
  const { page } = await startWithFleet(machine, 20, { vehicle: inTexas });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await openMap(page);
  const stop = page.getByTestId('map-stop');
  await page.keyboard.press('l');
  const lasso = page.getByTestId('map-lasso');
  await expect(lasso).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(stop).toBeFocused();
  await page.keyboard.press('l');
  await page.keyboard.press('b');
  await expect(page.getByTestId('map-box')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(stop).toBeFocused();

  await page.getByTestId('map-lasso-start').press('Enter');
  await expect(lasso).toBeFocused();
  // Around the western half, with a bay that leaves out its middle.
  await drawLasso(page, [
    [0.01, 0.01],
    [0.5, 0.01],
    [0.5, 0.3],
    [0.05, 0.5],
    [0.5, 0.7],
    [0.5, 0.99],
    [0.01, 0.99],
  ]);
  await checkScreen(page, 'map-lasso');
  await page.mouse.up();
  await expect(stop).toBeFocused();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await expect(page.getByTestId('selection-bar')).toContainText(/[3-7] vehicles picked/);
  const picked = page.locator('[data-testid="map-row"][aria-selected="true"]');
  await expect(picked.filter({ hasText: 'Car 001' })).toHaveCount(1);
  await expect(picked.filter({ hasText: 'Car 003' })).toHaveCount(0);
  await expect.poll(() => shareOf(page, PICKED)).toBeGreaterThan(0.001);
  const near = await shareOf(page, PICKED);

  // Far away they are within numbers, which are marked for them.
  for (let times = 0; times < 5; times += 1) await page.keyboard.press('-');
  await expect.poll(() => shareOf(page, PICKED)).toBeLessThan(near / 2);
  expect(await shareOf(page, PICKED)).toBeGreaterThan(0.00005);
  await checkScreen(page, 'map-picked-far');
});

test('Escape leads back to the row that the map was opened from', async ({ machine }) => {
  const { page } = await startWithFleet(machine, 60, { vehicle: inTexas });
  await page.getByTestId('search').focus();
  await page.keyboard.press('Enter');
  for (let times = 0; times < 45; times += 1) await page.keyboard.press('ArrowDown');
  await expectFocus(page, 'Car 046 / name');
  await page.keyboard.press('m');
  await page.locator('[data-testid="map"][data-ready]').waitFor();
  await page.keyboard.press('Escape');
  await expectFocus(page, 'Car 046 / name');
  await expect(row(page, 'Car 046')).toBeInViewport();
});

test('a drawing surface that is lost leaves the plain map, at the same place', async ({
  machine,
}) => {
  const { app, page } = await startWithFleet(machine, 20, { vehicle: inTexas });
  await openMap(page);
  const stop = page.getByTestId('map-stop');
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('+');
  await expect(stop).not.toHaveAccessibleName(/18 of them in view/);
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-testid="map"] canvas');
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await expect(page.getByTestId('plain-map')).toBeVisible();
  await expect(page.getByTestId('map-plain-note')).toBeVisible();
  await expect(stop).toBeFocused();
  await expect(stop).not.toHaveAccessibleName(/18 of them in view/);
  await page.keyboard.press('0');
  await expect(stop).toHaveAccessibleName(/18 of them in view/);
  await page.keyboard.press('l');
  await drawLasso(page, [
    [0.01, 0.01],
    [0.99, 0.01],
    [0.99, 0.99],
    [0.01, 0.99],
  ]);
  await page.mouse.up();
  await expect(page.getByTestId('selection-bar')).toContainText('18 vehicles picked');
  for (let times = 0; times < 5; times += 1) await page.keyboard.press('-');
  await expect(page.locator('[data-testid="plain-map"] [data-picked]').first()).toBeAttached();
  await checkScreen(page, 'map-lost');

  // What is said of the map follows the search.
  await page.getByTestId('search').fill('make:ford');
  await expect(stop).toHaveAccessibleName(/Map with 6 of 7 vehicles/);
  await enlarge(app, 2);
  await checkScreen(page, 'map-large-text');
  expect(await unreachable(page)).toEqual([]);
  await stop.press('l');
  await page.getByTestId('map-lasso').waitFor();
  await checkScreen(page, 'map-large-lasso');
});
