import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { startWithFleet } from './fleet.ts';
import { checkGerman } from './language.ts';
import { inTexas, openMap, watchRequests } from './map.ts';
import { checkScreen } from './screens.ts';
import { expectFocus, resize } from './table.ts';

/** A map of one colour alone makes a picture of a few kilobytes. */
async function expectPainted(page: Page): Promise<void> {
  const picture = await page.getByTestId('map').screenshot();
  expect(picture.length).toBeGreaterThan(30_000);
}

const rows = (page: Page) => page.getByTestId('map-row');

test('the map by keyboard alone, from the table and back', async ({ machine }) => {
  const { app, page } = await startWithFleet(machine, 20, { vehicle: inTexas });
  const requests = await watchRequests(app);
  // Wide enough for the column of places.
  await resize(app, 1960, 800);
  await expect(page.getByTestId('vehicle-row').first()).toContainText('Dallas');
  await page.getByTestId('search').focus();
  await page.keyboard.press('Enter');
  await openMap(page);
  const stop = page.getByTestId('map-stop');
  await expect(stop).toBeFocused();
  await expect(stop).toHaveAccessibleName('Map with 18 of 20 vehicles, 18 of them in view');
  await expect(page.getByTestId('plain-map')).toHaveCount(0);
  await expect(page.getByTestId('map-credit')).toContainText('GeoNames');

  await expectPainted(page);

  // Closer: fewer in view; all again.
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('+');
  await expect(stop).not.toHaveAccessibleName(/18 of them in view/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('0');
  await expect(stop).toHaveAccessibleName(/18 of them in view/);

  // The next pin, its details, and back to the map.
  await page.keyboard.press('n');
  await expect(rows(page).first()).toHaveAttribute('data-current');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('reading-location')).toContainText('Dallas');
  await expect(page.getByTestId('show-on-map')).toHaveCount(0);
  await page.keyboard.press('j');
  await expect(rows(page).nth(1)).toHaveAttribute('data-current');
  await page.keyboard.press('Escape');
  await expect(stop).toBeFocused();

  // A box by keys, made to cover the whole map.
  await page.keyboard.press('b');
  await expect(page.getByTestId('map-box')).toBeFocused();
  for (let times = 0; times < 20; times += 1) await page.keyboard.press('ArrowLeft');
  for (let times = 0; times < 20; times += 1) await page.keyboard.press('ArrowUp');
  for (let times = 0; times < 50; times += 1) await page.keyboard.press('Shift+ArrowRight');
  for (let times = 0; times < 50; times += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('selection-bar')).toContainText('18 vehicles picked');
  await expect(stop).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(page.getByTestId('vehicle-grid')).toBeVisible();
  await expectFocus(page, 'Car 001 / name');
  await expect(page.getByTestId('selection-bar')).toContainText('18 vehicles picked');
  const foreign = (await requests()).filter((url) => !url.startsWith('app://bundle/'));
  expect(foreign).toEqual([]);
  expect((await requests()).some((url) => url.endsWith('/basemap/land.json'))).toBe(true);
});

test('a row of the table leads to its vehicle, and the search decides what is shown', async ({
  machine,
}) => {
  const { page } = await startWithFleet(machine, 20, { vehicle: inTexas });
  await page.getByTestId('search').fill('make:ford');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('m');
  await page.locator('[data-testid="map"][data-ready]').waitFor();
  await expect(page.locator('[data-testid="map-row"][data-current]')).toContainText('Car 004');
  await expect(page.getByTestId('map-stop')).toHaveAccessibleName(/Map with 6 of 7 vehicles/);
});

test('the nearest vehicles to a typed place, and those without a position', async ({ machine }) => {
  const { page } = await startWithFleet(machine, 20, { vehicle: inTexas });
  await openMap(page);
  await page.getByTestId('map-nearest').fill('shrevep');
  await expect(page.getByTestId('map-places')).toContainText('Shreveport');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('map-list-heading')).toHaveText('Nearest to Shreveport');
  await expect(rows(page).first()).toContainText('Car 019');
  await expect(rows(page).first()).toContainText(/121\skm/);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('map-list')).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.locator('[data-testid="map-row"][data-current]')).toContainText('Car 001');
  await page.keyboard.press('Space');
  await expect(page.getByTestId('selection-bar')).toContainText('1 vehicle picked');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('reading-location')).toContainText('Dallas');
  await page.keyboard.press('Escape');

  await expect(page.getByTestId('map-missing')).toContainText(
    '2 vehicles have no position. 2 of them did not permit it',
  );
  await page.getByTestId('map-missing-show').press('Enter');
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText('Car 010');
  await checkScreen(page, 'map-without-position');
  await checkGerman(page, 'map-without-position');
});

test('the map follows a vehicle whose details take its room', async ({ machine }) => {
  const { app, page } = await startWithFleet(machine, 20, { vehicle: inTexas });
  await resize(app, 1440, 900);
  await openMap(page);
  const stop = page.getByTestId('map-stop');
  await expect(stop).toHaveAccessibleName(/18 of them in view/);
  const current = page.locator('[data-testid="map-row"][data-current]');
  await page.getByTestId('map-list').focus();
  await page.keyboard.press('End');
  await expect(current).toContainText('Car 019');
  await page.keyboard.press('Enter');
  await page.getByTestId('reading-location').waitFor();
  await expect(stop).not.toHaveAccessibleName(/18 of them in view/);
  await expect(current).toContainText('Car 019');
  await page.keyboard.press('k');
  await expect(current).toContainText('Car 018');
});

for (const [width, height] of [
  [1024, 640],
  [1440, 900],
] as const) {
  test(`the map in both themes, ${width} by ${height}`, async ({ machine }) => {
    const { app, page } = await startWithFleet(machine, 2000);
    await resize(app, width, height);
    await openMap(page);
    await checkScreen(page, `map-all-${width}`);
    await page.keyboard.press('n');
    for (let times = 0; times < 4; times += 1) await page.keyboard.press('+');
    await page.keyboard.press('b');
    await checkScreen(page, `map-box-${width}`);
    if (width < 1100) await checkGerman(page, 'map-box');
    await page.keyboard.press('Enter');
    await page.getByTestId('selection-bar').waitFor();
    await checkScreen(page, `map-picked-${width}`);
    await page.getByTestId('map-nearest').fill('mil');
    await page.getByTestId('map-places').waitFor();
    await checkScreen(page, `map-places-${width}`);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByTestId('reading-location').waitFor();
    await checkScreen(page, `map-detail-${width}`);
    await page.keyboard.press('Escape');
    await page.getByTestId('search').fill('no such car');
    await expect(page.getByTestId('map-stop')).toHaveAccessibleName(/Map with 0 of 0/);
    await checkScreen(page, `map-empty-${width}`);
    if (width < 1100) await checkGerman(page, 'map-empty');
  });
}

test('without WebGL there is the list and a plain map', async ({ machine }) => {
  const { page } = await startWithFleet(machine, 2000);
  await page.evaluate(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    Object.assign(HTMLCanvasElement.prototype, {
      getContext(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith('webgl') ? null : getContext.call(this, kind as '2d', ...rest);
      },
    });
  });
  await openMap(page);
  await expect(page.getByTestId('plain-map')).toBeVisible();
  await expect(page.getByTestId('map-plain-note')).toBeVisible();
  const stop = page.getByTestId('map-stop');
  const before = await stop.getAttribute('aria-label');
  await page.keyboard.press('+');
  await expectPainted(page);
  await expect(stop).not.toHaveAttribute('aria-label', before ?? '');
  await page.keyboard.press('n');
  await expect(rows(page).first()).toHaveAttribute('data-current');
  await checkScreen(page, 'map-plain');
  await checkGerman(page, 'map-plain');
});
