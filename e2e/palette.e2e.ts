import { expect, test } from './app.ts';
import { startWithFleet } from './fleet.ts';
import { enlarge, speakGerman } from './language.ts';
import { tryWithSimulatedCars } from './pages.ts';
import { openPalette, paletteOf } from './palette.ts';
import { checkScreen } from './screens.ts';
import { markedWords } from './settings.ts';
import { expectFocus, numbered, resize, startWithNumbered } from './table.ts';

test('finds and does anything by words, with the keyboard alone', async ({ machine }) => {
  const { app, page } = await startWithNumbered(machine, 60);
  const { palette, search, option, active } = paletteOf(page);
  await page.keyboard.press('ControlOrMeta+1');
  await expectFocus(page, 'Car 001 / name');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(search).toBeFocused();
  await expect(search).toHaveAttribute('aria-expanded', 'true');
  await checkScreen(page, 'palette');
  await resize(app, 1024, 640);

  // The field names the entry that the arrow keys are at.
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key);
  const id = await active.getAttribute('id');
  expect(id).not.toBeNull();
  await expect(search).toHaveAttribute('aria-activedescendant', id ?? '');

  await page.keyboard.type('compact');
  await expect(active).toContainText('Compact rows in the table');
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expectFocus(page, 'Car 001 / name');

  // What was used last comes first.
  await page.keyboard.press('ControlOrMeta+k');
  await expect(palette.getByRole('group').first()).toHaveAccessibleName('Used last');
  await expect(active).toContainText('Compact rows in the table');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(palette).toBeHidden();

  // A vehicle by its plate, from another area.
  await page.keyboard.press('ControlOrMeta+,');
  await openPalette(page);
  await page.keyboard.type('mp 017');
  await expect(active).toContainText('Car 017');
  await checkScreen(page, 'palette-vehicle');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('vehicle-detail')).toContainText('Car 017');

  await openPalette(page);
  await page.keyboard.type('warp drive');
  await expect(palette.getByRole('status')).toHaveText(
    'Nothing has “warp drive” in it. Try another word.',
  );
  await checkScreen(page, 'palette-none');
  await page.keyboard.press('Enter');
  await expect(palette).toBeVisible();

  await search.fill('car 00');
  await option(/^Show all vehicles with/).click();
  await expect(page.getByTestId('search')).toHaveValue('car 00');
});

test('commands for the picked vehicles, saved views and parts of the settings', async ({
  machine,
}) => {
  const { page } = await startWithNumbered(machine, 12);
  const { palette, active } = paletteOf(page);
  await page.keyboard.press('ControlOrMeta+1');
  await page.keyboard.press(' ');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press(' ');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(palette.getByRole('group', { name: 'For the picked vehicles' })).toBeVisible();
  await checkScreen(page, 'palette-picked');
  await page.keyboard.type('unlock');
  await expect(active).toContainText('Unlock 2 vehicles…');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('command-dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expectFocus(page, 'Car 002 / name');

  await openPalette(page);
  await page.keyboard.type('keychain');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Privacy and keychain' })).toBeFocused();
  await openPalette(page);
  await page.keyboard.type('all vehicles');
  await expect(palette.getByRole('group', { name: 'Views' })).toContainText('All vehicles');
});

test('settings by the words on their pages: the page opens at what was found', async ({
  machine,
}) => {
  const { page } = await startWithNumbered(machine, 5);
  const { active, search, option } = paletteOf(page);
  await openPalette(page);
  await page.keyboard.type('gallons');
  await expect(active).toContainText('Settings: Gallons');
  await checkScreen(page, 'palette-setting');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('appearance-volume')).toBeFocused();
  await expect(page.getByTestId('settings-search')).toHaveValue('gallons');
  expect(await markedWords(page)).toEqual(['Gallons']);

  // Asked again from the settings themselves.
  await openPalette(page);
  await search.fill('passphrase');
  await checkScreen(page, 'palette-settings');
  await option(/^Privacy and keychain/).click();
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Privacy and keychain');
  expect(new Set(await markedWords(page))).toEqual(new Set(['passphrase']));
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByTestId('settings-search')).toHaveValue('');
});

test('what cannot be done says why, and does nothing', async ({ machine }) => {
  const { app, page } = await machine.start();
  await tryWithSimulatedCars(page);
  const { palette, search, option } = paletteOf(page);
  await page.keyboard.press('ControlOrMeta+k');
  await search.fill('read');
  await expect(option(/^Read all vehicles/)).toHaveAttribute('aria-disabled', 'true');
  await expect(option(/^Read all vehicles/)).toContainText('First connect a vehicle');
  await checkScreen(page, 'palette-disabled');
  await page.keyboard.press('Enter');
  await expect(palette).toBeVisible();

  await speakGerman(page);
  await enlarge(app, 2);
  await search.fill('');
  await checkScreen(page, 'palette-de-200');
});

test('finds among many thousand vehicles without holding anybody up', async ({ machine }) => {
  const { page } = await startWithFleet(machine, 20_000, { vehicle: numbered });
  const { active, search } = paletteOf(page);
  await expect(page.getByText('20,000 vehicles').first()).toBeVisible();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'false');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(search).toBeFocused();
  await page.keyboard.type('mp 1987');
  const before = Date.now();
  await page.keyboard.type('6');
  await expect(active).toContainText('Car 19876');
  expect(Date.now() - before).toBeLessThan(500);
});
