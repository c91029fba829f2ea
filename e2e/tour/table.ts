import { expect, type Page } from '@playwright/test';
import { leave, lookInto, openApplicationMenu } from './layers.ts';
import type { Look } from './look.ts';

/** The table with its menus, its selection and its search, from the table as it comes up and back to it. */
export async function tourTable(page: Page, look: Look): Promise<void> {
  const search = page.getByTestId('search');
  const press = (testId: string) => () => page.getByTestId(testId).press('Enter');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'false');
  await look('table');
  await search.focus();
  await page.keyboard.press('Enter');
  await lookInto(page, look, 'cell-menu', () => page.keyboard.press('Shift+F10'));
  await page.keyboard.press('ArrowUp');
  await lookInto(page, look, 'heading-menu', () => page.keyboard.press('Shift+F10'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+ArrowDown');
  await look('picked');
  await lookInto(page, look, 'picked-more', press('bulk-more'));
  await page.getByTestId('bulk-clear').press('Enter');
  await lookInto(page, look, 'columns', press('columns-button'));
  await lookInto(page, look, 'group-menu', press('group-button'));
  await lookInto(page, look, 'table-menu', press('table-menu'));
  await lookInto(page, look, 'views-menu', press('views-menu'));
  await lookInto(page, look, 'application-menu', () => openApplicationMenu(page));
  await lookInto(page, look, 'queue', press('queue-status'));
  await lookInto(page, look, 'meter', press('budget-meter'));
  await page.getByTestId('group-button').press('Enter');
  await page.getByTestId('menu-group-group').press('Enter');
  await page.getByTestId('group-row').first().waitFor();
  await look('grouped');
  await page.getByTestId('group-button').press('Enter');
  await page.getByTestId('menu-group-none').press('Enter');
  await tourSearch(page, look);
}

async function tourSearch(page: Page, look: Look): Promise<void> {
  const search = page.getByTestId('search');
  await search.focus();
  await page.keyboard.type('is:');
  await page.getByTestId('search-suggestions').waitFor();
  await look('suggestions');
  await search.fill('colour:red');
  await page.getByTestId('search-problem').waitFor();
  await look('search-problem');
  await search.fill('no such car');
  await page.getByTestId('no-match').waitFor();
  await look('no-match');
  await page.getByTestId('view-save').press('Enter');
  await page.getByTestId('view-name').waitFor();
  await look('view-name');
  await page.keyboard.press('Escape');
  await search.fill('');
  await page.getByTestId('vehicle-row').first().waitFor();
}

/** The question before so many vehicles are read that it takes long; few are read without it. */
export async function tourRefresh(page: Page, look: Look): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+R');
  await page.getByTestId('refresh-dialog').waitFor();
  await look('refresh');
  await leave(page, 'refresh-dialog');
}
