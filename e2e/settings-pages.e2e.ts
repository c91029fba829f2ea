import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { enlarge, speakGerman, unreachable } from './language.ts';
import { tryWithSimulatedCars } from './pages.ts';
import { checkScreen } from './screens.ts';
import { markedWords } from './settings.ts';
import { resize, startWithNumbered } from './table.ts';

const tabs = (page: Page) => page.getByRole('tab');

test('pages by keyboard: arrows in the list, and Escape leaves', async ({ machine }) => {
  const { app, page } = await startWithNumbered(machine, 5, [1024, 640]);
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByTestId('settings-screen');
  await expect(settings.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByTestId('settings-page-application')).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(page.getByTestId('read-health')).toContainText(/read/i);

  await page.getByTestId('settings-page-application').focus();
  for (const tab of await tabs(page).all()) {
    await expect(tab).toBeFocused();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    const name = (await tab.getAttribute('data-page')) ?? '';
    await expect(page.getByRole('tabpanel').getByRole('heading', { level: 2 })).toHaveCount(1);
    await checkScreen(page, `settings-page-${name}`);
    await page.keyboard.press('ArrowDown');
  }
  await expect(tabs(page).first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(tabs(page).last()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tabpanel')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('vehicle-grid')).toBeVisible();
  await app.close();
});

test('a search narrows the pages, marks what it found and goes there', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, 5, [1024, 640]);
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('/');
  const search = page.getByTestId('settings-search');
  await expect(search).toBeFocused();
  await page.keyboard.type('gallons');
  await expect(tabs(page)).toHaveCount(1);
  await expect(tabs(page)).toHaveText('Appearance and units');
  expect(await markedWords(page)).toEqual(['Gallons']);
  await checkScreen(page, 'settings-search');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('appearance-volume')).toBeFocused();

  // Found in the label of a field: it is not around what it names, but beside it.
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('address of the tiles');
  await expect(tabs(page)).toHaveText('Map');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('own-map-template')).toBeFocused();

  // What is off now is found by the page that it is on.
  await page.keyboard.press('ControlOrMeta+f');
  await expect(search).toBeFocused();
  await page.keyboard.type('quiet hours');
  await expect(tabs(page)).toHaveText(['Alerts and notifications']);
  await page.keyboard.press('ArrowDown');
  await expect(tabs(page)).toBeFocused();

  await page.keyboard.press('/');
  await page.keyboard.type('no such setting');
  await expect(tabs(page)).toHaveCount(0);
  await expect(page.getByRole('tabpanel')).toContainText('no such setting');
  await checkScreen(page, 'settings-search-none');
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('');
  await expect(search).toBeFocused();
  expect(await tabs(page).count()).toBeGreaterThan(5);
  expect(await markedWords(page)).toEqual([]);

  await speakGerman(page);
  await search.fill('gallonen');
  await expect(tabs(page)).toHaveText(['Darstellung und Einheiten']);
  expect(await markedWords(page)).toEqual(['Gallonen']);
});

test('whoever comes for a page has its heading in focus', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, 5);
  await page.getByTestId('budget-meter').press('Enter');
  await page.getByRole('button', { name: 'Change the limits…' }).press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Budget' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.getByTestId('alert-bell').press('Enter');
  await page.getByTestId('alerts-rules').press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Alerts' })).toBeFocused();
});

test('with text of twice the size the pages stand in a row above', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  await enlarge(app, 2);
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByTestId('settings-page-data').press('Enter');
  await checkScreen(page, 'settings-large');
  expect(await unreachable(page)).toEqual([]);
  await page.getByTestId('settings-page-appearance').press('Enter');
  expect(await unreachable(page)).toEqual([]);
  await checkScreen(page, 'settings-large-appearance');
  await resize(app, 1024, 640);
  await expect(page.getByTestId('settings-page-application')).toBeVisible();
});
