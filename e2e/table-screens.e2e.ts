import { expect, test } from './app.ts';
import { startWithFleet } from './fleet.ts';
import { checkScreen } from './screens.ts';
import { resize } from './table.ts';

const SIZES = [
  [1024, 640],
  [1440, 900],
] as const;

for (const [width, height] of SIZES) {
  test(`the table and what belongs to it, ${width} by ${height}`, async ({ machine }) => {
    // Many states, each looked at in both themes.
    test.slow();
    const { app, page } = await startWithFleet(machine, 240);
    await resize(app, width, height);
    const check = (name: string) => checkScreen(page, `table-${name}-${width}`);
    const search = page.getByTestId('search');
    await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'false');
    await check('all');

    await search.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+F10');
    await check('cell-menu');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Shift+F10');
    await check('heading-menu');
    await page.keyboard.press('Escape');

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await page.keyboard.press('Shift+ArrowDown');
    await check('picked');
    await page.getByTestId('bulk-more').click();
    await check('picked-more');
    await page.keyboard.press('Escape');
    await page.getByTestId('bulk-clear').click();

    await page.getByTestId('columns-button').click();
    await check('columns');
    await page.keyboard.press('Escape');
    await page.getByTestId('group-button').click();
    await check('group-menu');
    await page.getByTestId('menu-group-group').click();
    await page.getByTestId('vehicle-row').first().hover();
    await page.mouse.wheel(0, 600);
    await check('grouped');
    await page.getByTestId('group-button').click();
    await page.getByTestId('menu-group-none').click();

    await page.getByTestId('table-menu').click();
    await page.getByTestId('menu-density-compact').click();
    await search.focus();
    await page.keyboard.type('group:');
    await page.getByTestId('search-suggestions').waitFor();
    await check('suggestions');
    await search.fill('colour:red');
    await page.getByTestId('search-problem').waitFor();
    await check('search-problem');
    await search.fill('no such car');
    await page.getByTestId('no-match').waitFor();
    await check('no-match');
    await page.getByTestId('view-save').click();
    await check('view-name');
  });
}
