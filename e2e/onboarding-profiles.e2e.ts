import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { check, expectColumn, openImport, openOnboarding, paste, take, vins } from './imports.ts';
import { chooseOwnApplication } from './setup.ts';

async function switchTo(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Application menu' }).click();
  await page.getByRole('menuitemradio', { name }).click();
}

test('a list that was cleared goes back to its own application, with another one seen between', async ({
  machine,
  startOwnSandbox,
}) => {
  const sandbox = await startOwnSandbox();
  const { page } = await machine.start({ env: sandbox.env });
  await chooseOwnApplication(page, { sandbox });
  await openImport(page);
  await paste(page, vins(5).join('\n'));
  await check(page);
  await take(page);
  await expectColumn(page, 'imported', 5);
  await page.getByTestId('list-clear').click();
  const undo = page.getByTestId('list-restore');
  await expect(undo).toBeVisible();

  await switchTo(page, /^Simulated cars/);
  await expect(page.getByTestId('onboarding-screen')).toContainText('No car is connected');
  await expect(undo).toHaveCount(0);
  await switchTo(page, /^Our Smartcar application/);
  await undo.click();
  await expectColumn(page, 'imported', 5);
  await expect(undo).toHaveCount(0);

  // An import that was left in the middle belongs to the application it was begun with.
  await openImport(page);
  await paste(page, vins(7).join('\n'));
  await check(page);
  await page.keyboard.press('Escape');
  await switchTo(page, /^Simulated cars/);
  await expect(page.getByTestId('onboarding-screen')).toContainText('No car is connected');
  await openOnboarding(page);
  await page.keyboard.press('v');
  await expect(page.getByTestId('import-paste')).toBeVisible();
});
