import type { Page } from '@playwright/test';
import type { Look } from './look.ts';

/** The first run up to both forms, each empty and with everything that is wrong with it. */
export async function tourSetup(page: Page, look: Look): Promise<void> {
  const send = page.locator('button[type=submit]');
  await page.getByTestId('door-own').waitFor();
  await look('doors');
  await page.getByTestId('door-own').press('Enter');
  await send.waitFor();
  await look('form');
  await send.press('Enter');
  await page.locator('[aria-invalid=true]').first().waitFor();
  await look('form-problems');
  await page.getByTestId('secret-backend').press('Space');
  await look('form-backend');
  await send.press('Enter');
  await page.locator('[aria-invalid=true]').first().waitFor();
  await look('form-backend-problems');
}
