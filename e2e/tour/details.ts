import { expect, type Page } from '@playwright/test';
import { openFirst } from './layers.ts';
import type { Look } from './look.ts';

const TABS = ['now', 'trends', 'access', 'place', 'log', 'notes'] as const;

/** All that the details of the first vehicle show and ask, and back to the table. */
export async function tourDetails(page: Page, look: Look): Promise<void> {
  const tabOf = (name: string) => page.getByTestId(`detail-tab-${name}`);
  await openFirst(page);
  await tabOf('now').focus();
  for (const tab of TABS) {
    await expect(tabOf(tab)).toHaveAttribute('aria-selected', 'true');
    await look(`detail-${tab}`);
    await page.keyboard.press(']');
  }
  await tabOf('trends').press('Enter');
  const toggle = page.locator('[data-testid^=trend-toggle-]').first();
  if (await toggle.isVisible()) {
    await toggle.press('Enter');
    await look('detail-trends-table');
  }
  await tabOf('access').press('Enter');
  await page.getByTestId('disconnect-button').press('Enter');
  await page.getByTestId('disconnect-confirm').waitFor();
  await look('disconnect');
  await page.keyboard.press('Escape');
  await page.getByTestId('disconnect-confirm').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.getByTestId('vehicle-detail').waitFor({ state: 'detached' });
}
