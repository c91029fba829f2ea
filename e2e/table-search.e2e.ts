import { expect, test } from './app.ts';
import { checkScreen } from './screens.ts';
import { columnTexts, expectFocus, row, startWithNumbered } from './table.ts';

test('words and terms narrow the table', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, 240);
  const search = page.getByTestId('search');
  const matches = page.getByTestId('matches');
  await page.keyboard.press('ControlOrMeta+f');
  await expect(search).toBeFocused();
  await search.fill('ford');
  await expect(matches).toHaveText('80 of 240');
  await search.fill('make:ford group:pool');
  await expect(matches).toHaveText('20 of 240');
  await search.fill('make:ford -group:pool odometer<1100');
  await expect(matches).toHaveText('25 of 240');
  await search.fill('"Car 017"');
  await expect(matches).toHaveText('1 of 240');
  expect(await columnTexts(page, 'name')).toEqual(['Car 017']);
  await expect(page.getByTestId('table-announcer')).toHaveText('1 of 240');
  await page.keyboard.press('Enter');
  await expectFocus(page, 'Car 017 / name');
});

test('suggestions complete a term by keyboard', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, 240);
  const search = page.getByTestId('search');
  await page.keyboard.press('/');
  await page.keyboard.type('group:p');
  const options = page.getByRole('option');
  await expect(options.first()).toContainText('Pool');
  await page.keyboard.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(search).toHaveAttribute('aria-activedescendant', /.+/);
  await page.keyboard.press('Enter');
  await expect(search).toHaveValue(/group:Pool/i);
  await expect(page.getByTestId('matches')).toHaveText('60 of 240');
});

test('suggestions say what they find, and the list how terms go together', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, 240, [1024, 640]);
  const search = page.getByTestId('search');
  const option = (name: string) => page.getByRole('option', { name, exact: true });
  await page.keyboard.press('/');
  await expect(page.getByTestId('search-help')).toBeHidden();
  await page.keyboard.press('ArrowDown');
  await expect(option('make: Make, such as ford')).toBeVisible();
  await expect(page.getByTestId('search-help')).toContainText('a minus leaves out (-group:pool)');
  await expect(page.getByRole('listbox')).toHaveAccessibleDescription(/^Combine terms/);
  for (let place = 0; place < 3; place++) await page.keyboard.press('ArrowDown');
  const battery = option('soc< Battery below, in percent');
  await expect(battery).toHaveAttribute('aria-selected', 'true');
  await checkScreen(page, 'table-search-terms-1024');
  await page.keyboard.press('Enter');
  await expect(search).toHaveValue('soc<');

  await page.keyboard.type('20 -err:');
  await expect(option('-err:car Car is asleep or out of reach (left out)')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await checkScreen(page, 'table-search-errors-1024');
  await page.keyboard.type('any make:');
  await expect(option('make:Tesla 160')).toBeVisible();
});

test('a term that is none is told, and the rest applies', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, 240);
  const search = page.getByTestId('search');
  const problem = page.getByTestId('search-problem');
  // Before there is a problem too: it would not be read out otherwise.
  await expect(problem).toHaveRole('status');
  await expect(problem).toBeEmpty();
  await search.fill('colour:red make:ford');
  await expect(problem).toContainText('colour');
  await expect(search).toHaveAccessibleDescription(/^“colour:” is no search term/);
  await expect(page.getByTestId('matches')).toHaveText('80 of 240');
});

test('where nothing fits there is a way back', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, 240);
  await page.getByTestId('search').fill('no such car');
  await expect(page.getByTestId('no-match')).toContainText('0 of 240');
  await page.getByTestId('clear-search').click();
  await expect(row(page, 'Car 001')).toBeVisible();
  await expect(page.getByTestId('search')).toBeFocused();
});

test('a cell is searched for, left out, and its column begun', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, 240);
  const search = page.getByTestId('search');
  const group = row(page, 'Car 001').locator('[data-column=group]');
  await group.click({ button: 'right' });
  await page.getByTestId('menu-only').click();
  await expect(search).toHaveValue('group:Pool');
  await expect(page.getByTestId('matches')).toHaveText('60 of 240');
  await search.fill('');
  await page.keyboard.press('Enter');
  await group.click({ button: 'right' });
  await page.getByTestId('menu-without').click();
  await expect(page.getByTestId('matches')).toHaveText('180 of 240');
  await search.fill('');

  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('f');
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('make:');
});
