import { expect, test } from './app.ts';
import { checkScreen } from './screens.ts';
import { expectFocus, resize, startWithNumbered } from './table.ts';

test('the question mark shows all keys, and the focus goes back', async ({ machine }) => {
  const { app, page } = await startWithNumbered(machine, 40);
  const dialog = page.getByTestId('keys-dialog');
  const find = dialog.getByRole('textbox', { name: 'Find a key or what it does' });
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.press('Enter');
  await expectFocus(page, 'Car 001 / name');
  await page.keyboard.press('?');
  await expect(dialog).toBeVisible();
  await expect(find).toBeFocused();
  await expect(dialog.getByRole('heading', { name: 'On a column heading' })).toBeVisible();
  await checkScreen(page, 'keys');
  await resize(app, 1024, 640);
  await checkScreen(page, 'keys-1024');

  await page.keyboard.type('copy cell');
  await expect(dialog.getByRole('term')).toHaveText(['Copy the cell']);
  await expect(dialog.getByRole('definition')).toHaveText([/^(Ctrl\+Shift\+|⇧⌘)C$/]);
  await find.fill('warp drive');
  await expect(dialog.getByRole('status')).toHaveText(
    'No key does “warp drive”. Try another word.',
  );
  await checkScreen(page, 'keys-none');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expectFocus(page, 'Car 001 / name');
});

test('the other key works while somebody types, the question mark is text there', async ({
  machine,
}) => {
  const { page } = await startWithNumbered(machine, 10);
  const dialog = page.getByTestId('keys-dialog');
  const search = page.getByTestId('search');
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.press('?');
  await expect(search).toHaveValue('?');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('ControlOrMeta+/');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(search).toBeFocused();

  await page.getByRole('button', { name: 'Application menu' }).press('Enter');
  await page.getByRole('menuitem', { name: /Keyboard shortcuts/ }).press('Enter');
  await expect(dialog).toBeVisible();
});
