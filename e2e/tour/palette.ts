import type { Page } from '@playwright/test';
import { leave } from './layers.ts';
import type { Look } from './look.ts';

/** The command palette as it opens, with something found and with nothing. */
export async function tourPalette(page: Page, look: Look): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  const search = page.getByTestId('palette-search');
  await search.waitFor();
  await look('palette');
  await search.fill('car');
  await page.getByRole('option').first().waitFor();
  await look('palette-found');
  await search.fill('no such thing at all');
  await page.getByRole('option').first().waitFor({ state: 'detached' });
  await look('palette-none');
  await leave(page, 'palette');
}
