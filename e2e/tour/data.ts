import { expect, type Page } from '@playwright/test';
import { readApp } from '../pages.ts';
import { leave } from './layers.ts';
import type { Look } from './look.ts';

async function renameFirst(page: Page, name: string): Promise<void> {
  const [first] = (await readApp(page)).fleet.vehicles;
  await page.evaluate(
    ([id, name]) => window.motorpool['fleet.label']({ vehicleIds: [id], change: { name } }),
    [first?.id ?? '', name] as const,
  );
}

/** Saves everything, takes it in again with a label that differs, and asks before all is cleared. */
export async function tourData(page: Page, look: Look): Promise<void> {
  const press = (testId: string) => page.getByTestId(testId).press('Enter');
  const outcome = page.getByTestId('data-outcome');
  await renameFirst(page, 'A name of before');
  await press('data-export');
  await expect(outcome).not.toBeEmpty();
  await look('settings-data-saved');
  await renameFirst(page, 'A name of here');
  await press('data-import');
  const conflict = page.getByTestId('import-dialog').getByTestId('conflict-name');
  await conflict.waitFor();
  await look('settings-data-import');
  await conflict.locator('summary').press('Enter');
  await conflict.locator('details[open]').waitFor();
  await look('settings-data-conflict');
  await press('import-act');
  await page.getByTestId('data-undo').waitFor();
  await look('settings-data-imported');
  await press('clear-everything');
  await page.getByTestId('typed-word').waitFor();
  await look('settings-data-clear');
  await leave(page, 'clear-dialog');
}
