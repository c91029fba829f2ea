import { expect, test } from './app.ts';
import { enlarge } from './language.ts';
import { columnTexts, expectFocus, focusedCell, row, startWithNumbered } from './table.ts';

const MANY = 400;

test('the table is one tab stop, and the keyboard reaches every cell', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, MANY);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const grid = page.getByRole('grid', { name: 'Vehicles' });
  await expect(grid).toHaveAttribute('aria-rowcount', String(MANY + 1));
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);

  await press('/', 'Enter');
  await expectFocus(page, 'Car 001 / name');
  await press('ArrowDown', 'ArrowDown', 'ArrowRight');
  await expectFocus(page, 'Car 003 / plate');
  await press('End');
  await expectFocus(page, 'Car 003 / age');
  await press('Home');
  await expectFocus(page, 'Car 003 / status');
  await press('ControlOrMeta+End');
  await expectFocus(page, 'Car 400 / age');
  await expect(page.locator(':focus')).toBeInViewport();
  await press('PageUp');
  expect(await focusedCell(page)).not.toBe('Car 400 / age');
  await press('ControlOrMeta+Home');
  await expectFocus(page, 'Car 001 / status');
  await press('ArrowUp');
  await expectFocus(page, 'heading / status');
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
});

test('P shows the details beside the table, in which the keyboard stays', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, 40);
  const detail = page.getByTestId('vehicle-detail');
  for (const key of ['/', 'Enter', 'p']) await page.keyboard.press(key);
  await expect(detail.getByRole('heading', { name: 'Car 001' })).toBeVisible();
  await expectFocus(page, 'Car 001 / name');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('p');
  await expect(detail.getByRole('heading', { name: 'Car 002' })).toBeVisible();
  await expectFocus(page, 'Car 002 / name');
  await page.keyboard.press('p');
  await expect(detail).toHaveCount(0);
  await expectFocus(page, 'Car 002 / name');
  await page.keyboard.press('Enter');
  await expect(detail.getByRole('heading', { name: 'Car 002' })).toBeFocused();
});

test('where the details lie over the table, the keyboard stays in them', async ({ machine }) => {
  const { app, page } = await startWithNumbered(machine, 40);
  const detail = page.getByTestId('vehicle-detail');
  const heading = detail.getByRole('heading', { name: 'Car 001' });
  await enlarge(app, 2);
  for (const key of ['/', 'Enter', 'p']) await page.keyboard.press(key);
  await expect(heading).toBeFocused();
  for (let times = 0; times < 40; times += 1) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main'))).toBeNull();
  }
  await heading.focus();
  await page.keyboard.press('Escape');
  await expect(detail).toHaveCount(0);
  await expectFocus(page, 'Car 001 / name');

  await row(page, 'Car 002').click();
  await expect(detail.getByRole('heading', { name: 'Car 002' })).toBeFocused();
  await page.keyboard.press('j');
  await expect(detail.getByRole('heading', { name: 'Car 003' })).toBeVisible();
});

test('the focus stays with its car when the table is scrolled and sorted', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, MANY);
  await page.keyboard.press('/');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expectFocus(page, 'Car 002 / name');

  await page.getByTestId('vehicle-row').first().hover();
  await page.mouse.wheel(0, 6000);
  await expect(row(page, 'Car 185')).toBeVisible();
  await expectFocus(page, 'Car 002 / name');
  await page.keyboard.press('ArrowDown');
  await expectFocus(page, 'Car 003 / name');
  await expect(page.locator(':focus')).toBeInViewport();

  await page.getByRole('columnheader', { name: 'Vehicle' }).click();
  await page.keyboard.press('ArrowDown');
  await expectFocus(page, 'Car 400 / name');
});

test('columns are sorted, moved, sized, pinned and hidden from their headings', async ({
  machine,
}) => {
  const { app, page } = await startWithNumbered(machine, 40);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const heading = (name: string) => page.getByRole('columnheader', { name });
  const announcer = page.getByTestId('table-announcer');
  await press('/', 'Enter', 'ArrowUp', 'ArrowRight');
  await expectFocus(page, 'heading / plate');

  await press('Enter');
  await expect(heading('Plate')).toHaveAttribute('aria-sort', 'ascending');
  await press('Enter');
  await expect(heading('Plate')).toHaveAttribute('aria-sort', 'descending');
  await expect(announcer).toHaveText('Sorted by Plate, descending');
  expect((await columnTexts(page, 'name'))[0]).toBe('Car 040');
  await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+Enter');
  await expect(announcer).toHaveText('Sorted by Plate, descending and Group, ascending');
  await press('Enter');
  await expect(announcer).toHaveText('Sorted by Group, ascending');

  const width = async () => (await heading('Group').boundingBox())?.width ?? 0;
  const before = await width();
  await press('Shift+ArrowRight', 'Shift+ArrowRight');
  await expect.poll(width).toBeGreaterThan(before);

  const place = async () => Number(await heading('Group').getAttribute('aria-colindex'));
  const from = await place();
  await press('ControlOrMeta+ArrowLeft');
  await expect.poll(place).toBe(from - 1);
  await expectFocus(page, 'heading / group');

  await press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Keep in view' }).press('Enter');
  await expect.poll(place).toBe(3);
  await expectFocus(page, 'heading / group');
  await press('ContextMenu');
  await page.getByRole('menuitem', { name: 'Hide this column' }).press('Enter');
  await expect(heading('Group')).toHaveCount(0);
  await app.close();

  // Tomorrow it is as it was left.
  const again = await machine.start();
  await again.page.getByTestId('vehicle-row').first().waitFor();
  await expect(again.page.getByRole('columnheader', { name: 'Group' })).toHaveCount(0);
  await again.page.getByTestId('columns-button').click();
  await again.page.getByRole('checkbox', { name: 'Group' }).check();
  await expect(again.page.getByRole('columnheader', { name: 'Group' })).toBeVisible();
});

test('cars are picked by keyboard and pointer, and let go', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, MANY);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const bar = page.getByTestId('selection-bar');
  await press('/', 'Enter', ' ', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await expect(bar).toContainText('3 vehicles picked');
  await expect(row(page, 'Car 003')).toHaveAttribute('aria-selected', 'true');
  await press('Shift+ArrowUp');
  await expect(bar).toContainText('2 vehicles picked');
  await expect(page.getByTestId('table-announcer')).toHaveText('2 vehicles picked');
  await expect(page.getByTestId('bulk-lock')).toHaveText('Lock 2 vehicles…');
  await press('Escape');
  await expect(bar).toBeHidden();

  await page.getByTestId('search').fill('group:Pool');
  await press('Enter', 'ControlOrMeta+a');
  await expect(bar).toContainText('100 vehicles picked');
  // What a command goes to is never out of sight.
  await page.getByTestId('search').fill('"Car 001"');
  await expect(bar).toContainText('1 vehicle picked');
  await page.getByTestId('search').fill('');
  await page.getByTestId('bulk-clear').click();
  await expect.poll(() => focusedCell(page)).toContain(' / ');

  await row(page, 'Car 002').click({ modifiers: ['ControlOrMeta'] });
  await row(page, 'Car 006').click({ modifiers: ['Shift'] });
  await expect(bar).toContainText('5 vehicles picked');
  await expect(page.getByTestId('vehicle-detail')).toHaveCount(0);

  const box = page.locator('[data-select-all]');
  await box.click();
  await expect(bar).toBeHidden();
  await box.click();
  await expect(bar).toContainText(`${MANY} vehicles picked`);
});

test('keys of a row refresh, open, tag and lock it', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, 40);
  await page.keyboard.press('/');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByTestId('vehicle-detail').waitFor();
  await expect(page.getByTestId('vehicle-detail')).toContainText('Car 001');
  await page.keyboard.press('j');
  await expect(page.getByTestId('vehicle-detail')).toContainText('Car 002');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('vehicle-detail')).toHaveCount(0);
  await expectFocus(page, 'Car 001 / name');

  await page.keyboard.press('l');
  await page.getByTestId('command-dialog').waitFor();
  await page.keyboard.press('Escape');
  await expectFocus(page, 'Car 001 / name');
  await page.keyboard.press('t');
  await page.getByTestId('labels-dialog').waitFor();
  await page.keyboard.press('Escape');
  await expectFocus(page, 'Car 001 / name');
});

test('cars are grouped, and groups folded away', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, MANY);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const groups = page.getByTestId('group-row');
  await page.getByTestId('group-button').click();
  await page.getByRole('menuitemcheckbox', { name: 'Group', exact: true }).press('Enter');
  await expect(groups.first()).toContainText('North');
  await expect(groups.first()).toContainText('300');
  await page.getByTestId('search').focus();
  await press('Enter', 'ControlOrMeta+Home', 'ArrowLeft');
  await expect(groups.nth(1)).toContainText('Pool');
  await expect(page.locator(':focus')).toHaveAttribute('aria-expanded', 'false');
  await press('ArrowDown', 'ArrowDown');
  await expectFocus(page, 'Car 001 / status');
  await press('ArrowUp', 'ArrowUp', 'Enter');
  await expect(row(page, 'Car 002')).toBeVisible();

  // The heading of the group stays while its cars are scrolled past.
  await page.getByTestId('vehicle-row').first().hover();
  await page.mouse.wheel(0, 3000);
  await expect(row(page, 'Car 128')).toBeVisible();
  await expect(groups.filter({ hasText: 'North' })).toBeInViewport();
});

test('a large fleet puts no more into the document than is seen', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, 3000);
  const nodes = () => page.evaluate(() => document.querySelectorAll('*').length);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '3001');
  expect(await nodes()).toBeLessThan(1400);
  await page.getByTestId('columns-button').click();
  for (const box of await page.getByTestId('columns-panel').getByRole('checkbox').all()) {
    await box.check();
  }
  await page.keyboard.press('Escape');
  await page.getByTestId('search').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+End');
  await expectFocus(page, 'Car 3000 / notes');
  expect(await nodes()).toBeLessThan(1500);
});
