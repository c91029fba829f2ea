import type { Locator } from '@playwright/test';
import { expect, test } from './app.ts';
import { permission } from './connectDialog.ts';
import { pressByKeyboard } from './outcomes.ts';
import { openConnectDialog, readApp, tryWithSimulatedCars } from './pages.ts';
import { checkScreen } from './screens.ts';
import { openSettings } from './settings.ts';

const presetIn = (dialog: Locator, name: string) =>
  dialog.getByTestId('connect-preset').getByRole('radio', { name });

test('a choice is kept as a set, changed, deleted, brought back, and Connect starts with it', async ({
  machine,
}) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);

  // In the Connect dialog, by the keyboard alone.
  const dialog = await openConnectDialog(page);
  await permission(dialog, 'read_tires', 'Required').check();
  await permission(dialog, 'read_fuel', 'Off').check();
  await expect(presetIn(dialog, 'My own choice')).toBeChecked();
  await dialog.getByTestId('preset-save-open').press('Enter');
  const name = dialog.getByTestId('preset-save-name');
  await expect(name).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Enter a name.');
  await checkScreen(page, 'presets-save');
  await page.keyboard.press('Escape');
  await expect(dialog.getByTestId('preset-save-open')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Pool cars');
  await page.keyboard.press('Enter');
  await expect(presetIn(dialog, 'Pool cars')).toBeChecked();
  await expect(presetIn(dialog, 'Pool cars')).toBeFocused();
  await presetIn(dialog, 'Mileage only').check();
  await presetIn(dialog, 'Pool cars').check();
  await expect(permission(dialog, 'read_tires', 'Required')).toBeChecked();
  await expect(permission(dialog, 'read_fuel', 'Off')).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // In the settings: renamed, one permission more, taken back.
  await openSettings(page, 'permissions');
  const row = page.getByTestId('preset');
  await row.getByTestId('preset-edit').press('Enter');
  await row.getByTestId('preset-name').fill('Pool');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('Pool');
  const fuel = permission(row, 'read_fuel', 'Optional');
  await fuel.check();
  const asked = async () => (await readApp(page)).status.presets.own[0]?.permissions ?? [];
  await expect.poll(asked).toContain('read_fuel');
  await page.getByRole('heading', { name: 'Permission sets', level: 2 }).scrollIntoViewIfNeeded();
  await checkScreen(page, 'presets-settings');
  await pressByKeyboard(page, 'preset-undo');
  await expect.poll(asked).not.toContain('read_fuel');

  // Connect starts with it, as long as it is there.
  const first = page.getByTestId('preset-first');
  await first.selectOption({ label: 'Pool' });
  await row.getByTestId('preset-delete').press('Enter');
  await expect(row).toHaveCount(0);
  await expect(first).toHaveValue(' last');
  await expect(page.getByTestId('preset-add')).toBeFocused();
  await pressByKeyboard(page, 'preset-undo');
  await expect(row).toHaveCount(1);
  await expect(page.getByTestId('preset-add')).toBeFocused();
  await expect(first).not.toHaveValue(' last');
  await page.keyboard.press('Enter');
  await expect(row).toHaveCount(2);
  await expect(row.last()).toContainText('New set');
  await app.close();

  const next = await machine.start();
  const again = await openConnectDialog(next.page);
  await expect(presetIn(again, 'Pool')).toBeChecked();
  await expect(presetIn(again, 'New set')).toBeVisible();
  await expect(permission(again, 'read_tires', 'Required')).toBeChecked();
});
