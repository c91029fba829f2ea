import { expect, type Page } from '@playwright/test';
import type { Look } from './look.ts';

/** What comes up over the window and goes with Escape: opens it, looks, and puts it away. */
export async function lookInto(
  page: Page,
  look: Look,
  name: string,
  open: () => Promise<void>,
): Promise<void> {
  await open();
  await look(name);
  await page.keyboard.press('Escape');
}

/** Puts a dialog away. Where a field has a list open, the first Escape closes that. */
export async function leave(page: Page, testId: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByTestId(testId)).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
}

/** The button of the application menu, whatever it is called. */
export function openApplicationMenu(page: Page): Promise<void> {
  return page.locator('[aria-haspopup=menu][popovertarget]').last().press('Enter');
}

/** Goes from the search to the first vehicle, and into its details. */
export async function openFirst(page: Page): Promise<void> {
  await page.getByTestId('search').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByTestId('vehicle-detail').waitFor();
}

/** Leaves a screen by Escape, for the table. */
export async function backToTable(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByTestId('vehicle-grid').waitFor();
}
