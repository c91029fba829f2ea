import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app.ts';

import { readApp, tryWithSimulatedCars } from './pages.ts';
import { openPalette, paletteOf } from './palette.ts';
import { checkScreen } from './screens.ts';
import { openSettings } from './settings.ts';
import { chooseOwnApplication } from './setup.ts';
import { answerFileDialogs, expectFocus, startWithNumbered } from './table.ts';

test('pauses and resumes reading from anywhere, in the words of what it would do', async ({
  machine,
}) => {
  const { page } = await startWithNumbered(machine, 5);
  const { active, search, option } = paletteOf(page);
  await page.keyboard.press('ControlOrMeta+1');
  await expectFocus(page, 'Car 001 / name');
  await openPalette(page);
  await page.keyboard.type('pause');
  await expect(active).toContainText('Pause reading');
  await checkScreen(page, 'palette-pause');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Reading is paused.')).toBeVisible();
  await expect.poll(async () => (await readApp(page)).queue.paused).toBe(true);
  await expectFocus(page, 'Car 001 / name');

  await openPalette(page);
  await search.fill('reading');
  await expect(option(/^Pause reading/)).toHaveCount(0);
  await option(/^Resume reading/).click();
  await expect(page.getByText('Reading goes on.')).toBeVisible();
  await expect.poll(async () => (await readApp(page)).queue.paused).toBe(false);

  // Where the key is chosen, it is for both.
  await openSettings(page, 'shortcuts');
  await expect(page.getByTestId('shortcut-pauseReading')).toContainText('Pause or resume reading');
});

test('the support file opens from any area, and in the set-up', async ({ machine }) => {
  const { app, page } = await machine.start();
  await page.getByTestId('door-own').waitFor();
  const { active } = paletteOf(page);
  const dialog = page.getByTestId('support-dialog');
  await openPalette(page);
  await page.keyboard.type('support file');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('support-preview')).toHaveValue(/"program": "Motorpool"/);
  await checkScreen(page, 'palette-support-setup');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await tryWithSimulatedCars(page);
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByTestId('settings-screen').waitFor();
  await openPalette(page);
  await page.keyboard.type('support file');
  await expect(active).toContainText('Make a support file');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('support-preview')).toBeFocused();
  // A folder is no file.
  await answerFileDialogs(app, machine.userData);
  await page.getByTestId('support-save').click();
  // What cannot be written is still there to be saved elsewhere.
  await expect(dialog).toContainText('The file could not be written');
  const other = join(machine.userData, 'support.json');
  await answerFileDialogs(app, other);
  await page.getByTestId('support-save').click();
  await expect(dialog).toBeHidden();
  expect(readFileSync(other, 'utf8')).toContain('"program": "Motorpool"');
  await expect(page.getByTestId('settings-screen')).toBeVisible();
});

test('switches to another profile by its name', async ({ machine, startOwnSandbox }) => {
  const sandbox = await startOwnSandbox();
  const { page } = await machine.start({ env: sandbox.env });
  await tryWithSimulatedCars(page);
  const { palette, search, active, option } = paletteOf(page);
  await openPalette(page);
  await expect(palette.getByRole('group', { name: 'Profiles' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await openSettings(page, 'application');
  await page.getByTestId('profile-add').click();
  await page.getByRole('textbox', { name: 'Client ID' }).waitFor();
  await page.keyboard.press('Escape');
  await chooseOwnApplication(page, { sandbox });
  const chip = page.getByTestId('profile-chip');
  await expect(chip).toHaveText('Our Smartcar application');

  await openPalette(page);
  await expect(palette.getByRole('group', { name: 'Profiles' })).toBeVisible();
  await search.fill('simulated cars');
  await expect(active).toContainText('Switch to Simulated cars');
  await checkScreen(page, 'palette-profile');
  await page.keyboard.press('Enter');
  await expect(chip).toHaveText('Simulated cars');
  await expect(page.getByText('Now in use: Simulated cars.')).toBeVisible();
  await openPalette(page);
  await search.fill('switch to');
  await expect(option(/Simulated cars/)).toHaveCount(0);
  await expect(option('Switch to Our Smartcar application')).toBeVisible();
});
