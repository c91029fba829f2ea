import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { speakGerman } from './language.ts';
import { pressByKeyboard } from './outcomes.ts';
import { readApp } from './pages.ts';
import { checkScreen } from './screens.ts';
import { startWithNumbered } from './table.ts';

async function openShortcuts(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByTestId('palette-search')).toBeFocused();
  await page.keyboard.type('settings keyboard shortcuts');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Keyboard shortcuts' })).toBeFocused();
}

const kept = async (page: Page) => (await readApp(page)).status.shortcuts;

test('a key is changed, works at once, is taken back and kept', async ({ machine }) => {
  const { app, page } = await startWithNumbered(machine, 3);
  await openShortcuts(page);
  await checkScreen(page, 'shortcuts');
  const row = page.getByTestId('shortcut-checkVins');
  await pressByKeyboard(page, 'shortcut-checkVins-change');
  await expect(row.getByRole('status')).toHaveText('Press the new key. Esc keeps the old one.');
  await checkScreen(page, 'shortcuts-asking');
  await page.keyboard.press('Escape');
  await expect(row.getByRole('status')).toBeEmpty();
  await expect(page.getByTestId('settings-screen')).toBeVisible();

  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+j');
  await expect(row).toContainText(/Ctrl\+J|⌘J/);
  expect(await kept(page)).toEqual({ checkVins: 'Mod+j' });
  const dialog = page.getByRole('dialog', { name: 'Check cars before connecting' });
  await page.keyboard.press('ControlOrMeta+j');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+/');
  await expect(page.getByTestId('keys-dialog')).toContainText('Check cars before connecting');
  await page.keyboard.press('Escape');

  await pressByKeyboard(page, 'shortcuts-undo');
  await expect(row).toContainText('No key');
  expect(await kept(page)).toEqual({});

  await pressByKeyboard(page, 'shortcut-connect-clear');
  await expect(page.getByTestId('shortcut-connect')).toContainText('No key');
  await page.keyboard.press('ControlOrMeta+n');
  await expect(page.getByTestId('connect-dialog')).toBeHidden();
  await app.close();
  const next = await machine.start();
  expect(await kept(next.page)).toEqual({ connect: null });
});

test('a key that belongs to something else is refused by name', async ({ machine }) => {
  const { page } = await startWithNumbered(machine, 3);
  await openShortcuts(page);
  const says = page.getByTestId('shortcut-alerts').getByRole('status');
  await page.getByTestId('shortcut-alerts-change').press('Enter');
  await page.keyboard.press('ControlOrMeta+e');
  await expect(says).toContainText('belongs to “Save the shown or picked vehicles as a file”');
  await checkScreen(page, 'shortcuts-taken');
  await page.keyboard.press('ControlOrMeta+c');
  await expect(says).toContainText('belongs to the system or to editing');
  await page.keyboard.press('x');
  await expect(says).toContainText('Use a key together with');
  await page.keyboard.press('F2');
  await expect(page.getByTestId('shortcut-alerts')).toContainText('F2');

  // Freed there, it can be had here, and the first key does not come back behind its back.
  await page.getByTestId('shortcut-export-clear').press('Enter');
  await page.getByTestId('shortcut-alerts-change').press('Enter');
  await page.keyboard.press('ControlOrMeta+e');
  expect(await kept(page)).toEqual({ alerts: 'Mod+e', export: null });
  await page.getByTestId('shortcut-export-reset').press('Enter');
  await expect(page.getByTestId('shortcut-export').getByRole('status')).toContainText(
    'belongs to “Alerts”',
  );
  expect(await kept(page)).toEqual({ alerts: 'Mod+e', export: null });
  await speakGerman(page);
  await checkScreen(page, 'shortcuts-de');

  await page.getByTestId('shortcuts-reset').press('Enter');
  expect(await kept(page)).toEqual({});
});
