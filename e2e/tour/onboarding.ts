import { expect, type Page } from '@playwright/test';
import { FLEET_CSV } from '../imports.ts';
import type { Look } from './look.ts';

/** A list of cars from its text to its report, saved as a file, and onto the board. */
async function tourImport(page: Page, look: Look): Promise<void> {
  await page.keyboard.press('v');
  await page.getByTestId('import-screen').waitFor();
  await look('import-source');
  const press = (testId: string) => page.getByTestId(testId).press('Enter');
  await page.getByTestId('import-paste').fill('No VIN in here');
  await press('import-read');
  await page.getByTestId('import-preview-row').first().waitFor();
  await look('import-nothing');
  await press('import-other');
  await page.getByTestId('import-paste').fill(FLEET_CSV);
  await press('import-read');
  await page.getByTestId('import-preview-row').nth(6).waitFor();
  await look('import-mapping');
  await press('import-check');
  await page.getByTestId('import-country').selectOption('US');
  await page.locator('[data-testid=import-row][data-category=likely]').first().waitFor();
  await look('import-report');
  await press('import-save');
  await page.getByTestId('said').filter({ hasText: '.csv' }).waitFor();
  await look('import-saved');
  await press('import-take');
  await page.getByTestId('board').waitFor();
}

/** Onboarding with its board, and the import that fills it. The system's dialogs must be answered. */
export async function tourOnboarding(page: Page, look: Look): Promise<void> {
  await page.keyboard.press('ControlOrMeta+3');
  await page.getByTestId('onboarding-screen').waitFor();
  await look('onboarding');
  await tourImport(page, look);
  await page.getByTestId('list-bar').waitFor();
  await look('onboarding-list');
  const imported = page.locator('[data-column=imported] [data-testid=board-card]');
  const before = await imported.count();
  await imported.first().focus();
  await look('onboarding-board');
  await page.keyboard.press('Delete');
  await expect(imported).toHaveCount(before - 1);
  await look('onboarding-undo');
  await page.getByTestId('list-restore').press('Enter');
  await expect(imported).toHaveCount(before);
  await page.getByTestId('board-filter').fill('no such car');
  await expect(page.getByTestId('board-card')).toHaveCount(0);
  await look('onboarding-no-match');
  await page.keyboard.press('ControlOrMeta+1');
  await page.getByTestId('vehicle-grid').waitFor();
}
